import { inFrancs } from '../../../../core/money.ts';
import type { Etat } from '../etat.ts';
import type { ContratDuClient } from '../faits.ts';
import {
  contratDe,
  type Ecran,
  estEnRetard,
  montantDans,
  nomDe,
  parler,
  plusPossible,
  type Suite,
  type Vue,
} from './ecran.ts';

/** The least that is asked of a telephone in one payment, in francs. */
const MINIMUM = 100;

const rienTenu = (etat: Etat): Vue => ({
  entete: parler(etat)('aucun_contrat'),
  choix: [{ cle: 'souscrire', libelle: parler(etat)('souscrire'), suite: { vers: 'produit' } }],
});

function ligne(etat: Etat, contrat: ContratDuClient): string {
  const { en_attente, reste_a_payer } = contrat;
  const cle = en_attente ? 'contrat_en_attente' : reste_a_payer > 0 ? 'contrat_du' : 'contrat_a_jour';
  return parler(etat)(cle, { contrat: nomDe(contrat), montant: inFrancs(reste_a_payer) });
}

const enListe = (etat: Etat, contrats: readonly ContratDuClient[], suite: (contrat: ContratDuClient) => Suite) =>
  contrats.map((contrat) => ({
    cle: `contrat:${contrat.souscription_id}`,
    libelle: ligne(etat, contrat),
    suite: suite(contrat),
  }));

const aPayer = ({ souscription_id, en_attente }: ContratDuClient): Suite => ({
  vers: 'montant_payer',
  saisie: {
    souscription_id,
    produit_id: undefined,
    consentement: undefined,
    paiement: en_attente ? 'souscription_initiale' : 'cotisation',
  },
});

export const payer: Ecran = (etat, { contrats }) =>
  contrats.length === 0
    ? rienTenu(etat)
    : { entete: parler(etat)('quel_contrat'), choix: enListe(etat, contrats, aPayer) };

/** What may be paid at once: the first period whole, later any sum up to the end of the term. */
const bornes = ({ en_attente, montant, restant }: ContratDuClient) => ({
  minimum: Math.min(en_attente ? montant : MINIMUM, restant),
  maximum: restant,
});

export const montantPayer: Ecran = (etat, faits) => {
  const contrat = contratDe(etat, faits);
  if (!contrat) return plusPossible(etat);
  const { reste_a_payer, montant, restant } = contrat;
  const dit = parler(etat);
  if (restant <= 0) return { entete: dit('tout_paye', { contrat: nomDe(contrat) }) };
  const { minimum, maximum } = bornes(contrat);
  const sommes = [...new Set([reste_a_payer, montant])].filter((somme) => somme >= minimum && somme <= maximum);
  return {
    entete: dit('reste', { contrat: nomDe(contrat), montant: inFrancs(reste_a_payer) }),
    choix: [
      ...sommes.map((somme) => ({
        cle: `montant:${somme}`,
        libelle: dit('payer_montant', { montant: inFrancs(somme) }),
        suite: { vers: 'operateur', saisie: { montant: somme } } as const,
      })),
      { cle: 'autre', libelle: dit('autre_montant'), suite: { vers: 'autre_montant' } },
    ],
  };
};

export const autreMontant: Ecran = (etat, faits) => {
  const contrat = contratDe(etat, faits);
  if (!contrat || contrat.restant <= 0) return plusPossible(etat);
  const { minimum, maximum } = bornes(contrat);
  return {
    entete: parler(etat)('combien', { minimum: inFrancs(minimum), maximum: inFrancs(maximum) }),
    lire: montantDans(etat, { minimum, maximum }, (montant) => ({ vers: 'operateur', saisie: { montant } })),
  };
};

export const contrats: Ecran = (etat, faits) =>
  faits.contrats.length === 0
    ? rienTenu(etat)
    : {
        entete: parler(etat)('vos_contrats'),
        choix: enListe(etat, faits.contrats, ({ souscription_id }) => ({
          vers: 'contrat',
          saisie: { souscription_id },
        })),
      };

export const contrat: Ecran = (etat, faits) => {
  const choisi = contratDe(etat, faits);
  if (!choisi) return plusPossible(etat);
  const dit = parler(etat);
  const jour = choisi.couvert_jusqu_au?.split('-').reverse().join('/');
  const lignes = [
    ...new Set([nomDe(choisi), choisi.produit]),
    jour && !choisi.en_attente ? dit('couvert', { jour }) : dit('non_couvert'),
    dit('reste_detail', { montant: inFrancs(choisi.reste_a_payer) }),
  ];
  return { entete: lignes.join('\n'), choix: [{ cle: 'payer', libelle: dit('payer'), suite: aPayer(choisi) }] };
};

/** All that is due until today, at once: the cover goes on from there. */
export const rattrapage: Ecran = (etat, faits) => {
  const retards = faits.contrats.filter(estEnRetard);
  if (retards.length === 0) return { vers: 'message', saisie: { message: parler(etat)('aucun_retard') } };
  return {
    entete: parler(etat)('en_retard'),
    choix: enListe(etat, retards, ({ souscription_id, reste_a_payer }) => ({
      vers: 'operateur',
      saisie: {
        souscription_id,
        produit_id: undefined,
        consentement: undefined,
        montant: reste_a_payer,
        paiement: 'rattrapage',
      },
    })),
  };
};
