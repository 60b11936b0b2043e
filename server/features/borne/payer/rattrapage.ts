import { type Jour, plusJours, plusMois } from '../../../core/jours.ts';
import { type Langue, say } from '../../../core/messages/messages.ts';
import { type Francs, inFrancs } from '../../../core/money.ts';
import { enJour } from '../../../integrations/pdf/texte.ts';
import { type Periodicite, termeDepuis } from '../../assurance/echeancier.ts';
import type { Termes } from '../../assurance/souscriptions/souscription.ts';
import type { PoliceDuClient } from '../contrats.ts';
import type { Lecteur } from '../lecteur.ts';
import { type CotisationDuClient, cotisationsDe } from '../lecture/cotisations.ts';
import { type Situation, situationDe } from './situation.ts';

export const etats = [
  'a_jour',
  'delai',
  'derogation',
  'en_retard',
  'ouverture',
  'suspendu',
  'expire',
  'termine',
  'a_venir',
] as const;

type Etat = (typeof etats)[number];

/** What of a period a payment would pay. */
export interface PeriodePayee extends Pick<CotisationDuClient, 'quittance' | 'periode_debut' | 'periode_fin'> {
  /** Francs. */
  montant: Francs;
}

/** How to be covered again today. */
export interface Rattrapage {
  police: string;
  etat: Etat;
  /** The smallest sum that restores cover, in francs: not one less. 0 where there is cover, or where no sum brings it. */
  montant: Francs;
  /** What the periods begun so far ask for and have not got. */
  reste_a_payer: Francs;
  couvert: boolean;
  /** From which day to which day there is cover once it is paid, or is already. */
  couvert_du: Jour | null;
  couvert_jusqu_au: Jour | null;
  periodes: PeriodePayee[];
  message: string;
}

export async function rattrapageDe(
  db: Lecteur,
  { police, souscription_id }: PoliceDuClient,
  langue: Langue = 'fr',
): Promise<Rattrapage> {
  const situation = await situationDe(db, souscription_id);
  const { reste_a_payer, couvert } = situation;
  const found = juger(situation);
  const { etat, montant = 0, du = null, au = null } = found;
  const periodes = montant > 0 ? repartir(await cotisationsDe(db, souscription_id), montant) : [];
  const params = {
    montant: inFrancs(montant),
    reste: inFrancs(reste_a_payer),
    jour: enJour(etat === 'a_venir' ? du : (au ?? situation.expire_le)),
  };
  const message = say(langue, { key: phrases[etat], params });
  return { police, etat, montant, reste_a_payer, couvert, couvert_du: du, couvert_jusqu_au: au, periodes, message };
}

const phrases = {
  a_jour: 'rattrapage_a_jour',
  delai: 'rattrapage_delai',
  derogation: 'rattrapage_derogation',
  en_retard: 'rattrapage_en_retard',
  ouverture: 'rattrapage_ouverture',
  suspendu: 'rattrapage_suspendu',
  expire: 'rattrapage_expire',
  termine: 'rattrapage_termine',
  a_venir: 'rattrapage_a_venir',
} as const satisfies Record<Etat, string>;

interface Jugement {
  etat: Etat;
  montant?: Francs;
  du?: Jour | null;
  au?: Jour | null;
}

function juger(situation: Situation): Jugement {
  const { statut, aujourd_hui: du, couvert, interrompu, manque, date_effet, expire_le } = situation;
  if (statut === 'en_attente') return ouverture(situation);
  if (statut === 'suspendue' || (statut === 'activee' && interrompu)) return { etat: 'suspendu' };
  if (statut !== 'activee') return { etat: 'termine' };
  if (couvert) return { ...encoreCouvert(situation), du };
  if (date_effet && du < date_effet) return { etat: 'a_venir', du: date_effet, au: situation.couvert_jusqu_au };
  if (manque === null) return { etat: expire_le ? 'expire' : 'termine' };
  return { etat: 'en_retard', montant: manque, du, au: situation.couvert_si_paye };
}

/** Covered by what is paid, by the days of grace, or by what was lent. */
function encoreCouvert({ couvert_jusqu_au, aujourd_hui, manque, couvert_si_paye, ...rest }: Situation): Jugement {
  if (couvert_jusqu_au && couvert_jusqu_au >= aujourd_hui) return { etat: 'a_jour', au: couvert_jusqu_au };
  if (manque === 0) return { etat: 'delai', au: couvert_si_paye };
  return { etat: 'derogation', au: rest.derogation_jusqu_au };
}

/** The first payment opens cover: no term stands yet, but what it will be is known. */
function ouverture({ montant, paye, date_effet, aujourd_hui, termes, periodicite }: Situation): Jugement {
  const du = date_effet && date_effet > aujourd_hui ? date_effet : aujourd_hui;
  return { etat: 'ouverture', montant: Math.max(1, montant - paye), du, au: finDeLaPremiere(du, termes, periodicite) };
}

/** The last day that the first period covers, with the days of grace of the second. */
function finDeLaPremiere(effet: Jour, termes: Termes, periodicite: Periodicite): Jour {
  const { date_expiration, mois, nombre } = termeDepuis(effet, termes, periodicite);
  if (mois === null || nombre === 1) return date_expiration;
  const veille = (periodes: number) => plusJours(plusMois(effet, periodes * mois), -1);
  const ends = [plusJours(veille(1), termes.jours_grace ?? 0), date_expiration, ...(nombre > 2 ? [veille(2)] : [])];
  return ends.toSorted()[0] as Jour;
}

/** A payment goes to the oldest period first. */
function repartir(cotisations: CotisationDuClient[], montant: Francs): PeriodePayee[] {
  let left = montant;
  return cotisations.flatMap(({ quittance, periode_debut, periode_fin, reste }) => {
    const part = Math.min(left, reste);
    left -= part;
    return part > 0 ? [{ quittance, periode_debut, periode_fin, montant: part }] : [];
  });
}
