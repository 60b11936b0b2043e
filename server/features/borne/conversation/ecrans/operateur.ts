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
  const telephone = national(faits.telephone);
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

/** As it is written in its country: `06 123 45 67` in Congo, `6 71 23 45 67` in Cameroon. */
const national = (telephone: string): string =>
  telephone.startsWith('+242')
    ? telephone.slice(4).replace(/^(..)(...)(..)(..)$/, '$1 $2 $3 $4')
    : telephone.slice(4).replace(/^(.)(..)(..)(..)(..)$/, '$1 $2 $3 $4 $5');

/** What the person has settled on; undefined when it cannot be any more. */
function effetDe(etat: Etat, faits: Faits, par: Operateur): Effet | undefined {
  const { montant, periodicite, nom, prenom, consentement, paiement } = etat.saisie;
  if (!montant) return undefined;
  if (consentement) {
    const choisi = produitDe(etat, faits);
    if (!choisi || !periodicite || !(faits.connu || (nom && prenom))) return undefined;
    const vente = { produit_id: choisi.id, montant, periodicite, consentement, operateur: par };
    return { type: 'souscrire', ...vente, ...(faits.connu ? {} : { nom, prenom }) };
  }
  const contrat = contratDe(etat, faits);
  if (!contrat || !paiement || montant > contrat.restant) return undefined;
  return { type: 'payer', souscription_id: contrat.souscription_id, montant, paiement, operateur: par };
}
