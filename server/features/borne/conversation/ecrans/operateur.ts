import { inFrancs } from '../../../../core/money.ts';
import type { Operateur } from '../../../../integrations/passerelles/configuration.ts';
import type { Etat } from '../etat.ts';
import type { Effet, Faits } from '../faits.ts';
import { contratDe, type Ecran, parler, plusPossible, produitDe } from './ecran.ts';

/** With which account: guessed from the number, and for the person to correct (numbers move between operators). */
export const operateur: Ecran = (etat, faits) => {
  const { offerts, devine } = faits.operateurs;
  const { montant } = etat.saisie;
  if (!montant || !effetDe(etat, faits, offerts[0] ?? 'mtn')) return plusPossible(etat);
  const dit = parler(etat);
  const somme = inFrancs(montant);
  const telephone = faits.telephone.slice(4).replace(/^(\d{2,3})(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3 $4');
  const rangs = devine ? [devine, ...offerts.filter((each) => each !== devine)] : [...offerts];
  return {
    entete: devine
      ? dit('payer_avec', { montant: somme, operateur: dit(devine), telephone })
      : dit('quel_compte', { montant: somme, telephone }),
    choix: rangs.map((each) => ({
      cle: each,
      libelle: each === devine ? dit('oui') : dit('avec', { operateur: dit(each) }),
      suite: {
        fin: dit('demande_envoyee', { montant: somme }),
        effets: [effetDe(etat, faits, each)].filter((effet) => effet !== undefined),
      },
    })),
  };
};

/** What the person has settled on; undefined when it cannot be any more. */
function effetDe(etat: Etat, faits: Faits, par: Operateur): Effet | undefined {
  const { montant, periodicite, nom, prenom, consentement, paiement } = etat.saisie;
  if (!montant) return undefined;
  if (consentement) {
    const choisi = produitDe(etat, faits);
    if (!choisi || !periodicite) return undefined;
    const vente = { produit_id: choisi.id, montant, periodicite, consentement, operateur: par };
    return { type: 'souscrire', ...vente, ...(faits.connu ? {} : { nom, prenom }) };
  }
  const contrat = contratDe(etat, faits);
  if (!contrat || !paiement || montant > contrat.restant) return undefined;
  return { type: 'payer', souscription_id: contrat.souscription_id, montant, paiement, operateur: par };
}
