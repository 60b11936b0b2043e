import { refuse } from '../../../core/errors.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { valeurDe } from '../../parametres/catalogue.ts';
import type { Accord, Ligne } from './lignes.ts';
import type { Alerte } from './motifs.ts';

/** How a garantie stands for an event of a day. */
export interface Situation {
  garantie: string;
  libelle: string;
  plafond: Francs;
  franchise: Francs;
  frequence: number | null;
  /** The first day after the carence; null before there is any cover. */
  ouverte_le: Jour | null;
  couvert: boolean;
  /** What other sinistres of the same term have been granted, and how many of them. */
  engage: Francs;
  fois: number;
}

interface Evenement {
  id?: number;
  souscription_id: number;
  date_survenance: Jour;
}

type Query = Pick<Transaction, 'query'>;

/** Every garantie that was sold, by its code, as it stands for this event. */
export async function situationDe(tx: Query, { id, souscription_id, date_survenance }: Evenement) {
  const rows = await tx.query<Situation>(
    `select g ->> 'code' as garantie, x.libelle, x.plafond, x.franchise, x.frequence, x.ouverte_le::text, x.couvert, x.engage, x.fois
     from souscriptions s cross join lateral jsonb_array_elements(s.termes -> 'garanties') g
     cross join lateral garantie_le(s.id, g ->> 'code', $2, $3) x where s.id = $1`,
    [souscription_id, date_survenance, id ?? null],
  );
  return new Map(rows.map((row) => [row.garantie, row]));
}

/** What one line may be granted at most, francs. */
export const maximumDe = ({ plafond, franchise, engage }: Situation, demande: Francs): Francs =>
  Math.max(0, Math.min(demande - franchise, plafond - engage));

/** Decisions on one souscription take turns: what is read from here on stays true until this one is written. */
export async function tenirSouscription(tx: Query, id: number): Promise<void> {
  await tx.query('select from souscriptions where id = $1 for no key update', [id]);
}

/** What speaks against these lines now. */
export async function alertesDe(tx: Query, sinistre: Evenement & { lignes: Ligne[] }): Promise<Alerte[]> {
  const situations = await situationDe(tx, sinistre);
  const all = sinistre.lignes.flatMap(({ garantie, demande }) => {
    const situation = situations.get(garantie);
    return situation ? alertesOf(situation, demande, sinistre.date_survenance) : [];
  });
  return [...new Set(all)];
}

function alertesOf({ couvert, ouverte_le, ...rest }: Situation, demande: Francs, jour: Jour): Alerte[] {
  const { plafond, franchise, frequence, engage, fois } = rest;
  const told: [Alerte, boolean][] = [
    ['non_couvert', !couvert],
    ['carence', ouverte_le !== null && jour < ouverte_le],
    ['plafond_epuise', engage >= plafond],
    ['frequence_epuisee', frequence !== null && fois >= frequence],
    ['sous_franchise', demande <= franchise],
  ];
  return told.filter(([, holds]) => holds).map(([alerte]) => alerte);
}

/**
 * From which sum on a second person approves this one, francs: an event that is told in several declarations counts as
 * one, so that none passes below the threshold by being split. The caller holds the souscription.
 */
export async function seuilPour(tx: Query, { id, souscription_id, date_survenance }: Evenement): Promise<Francs> {
  const [row] = await tx.query<{ somme: Francs }>(
    `select coalesce(sum(accorde), 0)::bigint as somme from sinistre_lignes
     where souscription_id = $1 and date_survenance = $2 and sinistre_id is distinct from $3 and sinistre_engage(statut)`,
    [souscription_id, date_survenance, id ?? null],
  );
  return Math.max(0, (await valeurDe(tx, 'sinistre.seuil_approbation')) - (row?.somme ?? 0));
}

/** The day must be covered by what has been paid, as it stands now. @throws 409 */
export async function exigerCouverture(
  tx: Query,
  { souscription_id, date_survenance: jour }: Evenement,
): Promise<void> {
  const [row] = await tx.query<{ couvert: boolean }>('select couverture_le($1, $2) as couvert', [
    souscription_id,
    jour,
  ]);
  if (!row?.couvert) throw refuse('sinistre_non_couvert', { jour });
}

/** Every line that is granted something must still be covered, after its carence, within its plafond and frequence. @throws 409 */
export async function exigerDroits(tx: Query, sinistre: Evenement & { accords: Accord[] }): Promise<void> {
  const situations = await situationDe(tx, sinistre);
  for (const { garantie, accorde } of sinistre.accords.filter((each) => each.accorde > 0)) {
    const situation = situations.get(garantie);
    if (!situation) throw refuse('garantie_non_vendue', { garantie });
    exigerDroit(situation, accorde, sinistre.date_survenance);
  }
}

function exigerDroit({ libelle: garantie, ...rest }: Situation, accorde: Francs, jour: Jour): void {
  const { couvert, ouverte_le, frequence, fois, plafond, engage } = rest;
  if (!couvert) throw refuse('sinistre_non_couvert', { jour });
  if (ouverte_le === null || jour < ouverte_le) throw refuse('sinistre_en_carence', { garantie, jour: ouverte_le });
  if (frequence !== null && fois >= frequence) throw refuse('sinistre_trop_frequent', { garantie, frequence });
  if (engage + accorde > plafond)
    throw refuse('sinistre_hors_plafond', { garantie, reste: Math.max(0, plafond - engage) });
}
