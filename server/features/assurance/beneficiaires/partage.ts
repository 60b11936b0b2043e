import { champInvalide, refuse } from '../../../core/errors.ts';
import { journalize } from '../../../core/journal/journal.ts';
import { aujourdhui, type Jour } from '../../../core/jours.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import type { Statut } from '../souscriptions/etats.ts';
import { diviser, ENTIER, egales, enCentiemes, enPourcent } from './parts.ts';

/** A souscription whose bénéficiaires are being changed, and those that it has. */
export interface Partage {
  souscription_id: number;
  succursale_id: number;
  /** How many it may have. */
  places: number;
  vivants: Vivant[];
}

interface Vivant {
  id: number;
  nom: string;
  prenom: string;
  /** Percent. */
  part: number;
}

interface Sold {
  statut: Statut;
  succursale_id: number;
  expire_le: Jour | null;
  places: number;
}

const open: readonly Statut[] = ['en_attente', 'activee', 'suspendue'];

/**
 * Takes the souscription for this transaction: its bénéficiaires change one after another.
 * @throws 409 when it has ended
 */
export async function ouvrirPartage(tx: Transaction, souscription_id: number): Promise<Partage> {
  const [sold] = await tx.query<Sold>(
    `select statut, succursale_id, expire_le::text, least(6, coalesce((termes ->> 'beneficiaires_max')::integer, 6)) as places
     from souscriptions where id = $1 for no key update`,
    [souscription_id],
  );
  if (!sold) throw champInvalide('souscription_id', 'reference_inconnue');
  if (!open.includes(sold.statut)) throw refuse(`souscription_${sold.statut}`);
  if (sold.expire_le && sold.expire_le < aujourdhui()) throw refuse('beneficiaires_contrat_expire');
  const vivants = await tx.query<Vivant>(
    `select id, nom, prenom, part from beneficiaires where souscription_id = $1 and supprime_le is null
     order by id for update`,
    [souscription_id],
  );
  const { succursale_id, places } = sold;
  return { souscription_id, succursale_id, places, vivants };
}

/**
 * Makes room for one more: with a share of its own the others keep their proportions, without one all have the same;
 * the first has all until others come. Answers the share of the new one. @param part percent
 * @throws 409 when there is no place, 400 naming `part`
 */
export async function faireDePlace(tx: Transaction, partage: Partage, part?: number): Promise<number> {
  const { places, vivants } = partage;
  if (places === 0) throw refuse('sans_beneficiaire');
  if (vivants.length >= places) throw refuse('beneficiaires_complets', { maximum: places });
  if (part !== undefined && vivants.length > 0) return reserver(tx, partage, vivants, part);
  const parts = egales(vivants.length + 1);
  await fixer(tx, partage, vivants, parts.slice(0, -1));
  return enPourcent(parts.at(-1) as number);
}

/** Gives one share its size; the others have the rest in proportion. Answers the share. @throws 400 naming `part` */
export async function reserver(tx: Transaction, partage: Partage, others: Vivant[], part: number): Promise<number> {
  const own = enCentiemes(part);
  if (others.length === 0 && own !== ENTIER) throw champInvalide('part', 'part_seule');
  const maximum = ENTIER - others.length;
  if (own < 1 || own > maximum) throw champInvalide('part', 'part_hors_bornes', { maximum: enPourcent(maximum) });
  await rendre(tx, partage, others, ENTIER - own);
  return part;
}

/** Divides what there is among some, in proportion to what they had. @param total hundredths of a percent */
export async function rendre(tx: Transaction, partage: Partage, among: Vivant[], total = ENTIER): Promise<void> {
  if (among.length === 0) return;
  const weights = among.map(({ part }) => enCentiemes(part));
  await fixer(tx, partage, among, diviser(total, weights));
}

/** Writes shares, each with its line in the journal. @param parts hundredths of a percent, one for each */
export async function fixer(tx: Transaction, partage: Partage, rows: Vivant[], parts: number[]): Promise<void> {
  for (const [i, { id, nom, prenom, part: before }] of rows.entries()) {
    const part = enPourcent(parts[i] as number);
    if (part === before) continue;
    await tx.query('update beneficiaires set part = $2, revision = revision + 1, modifie_le = now() where id = $1', [
      id,
      part,
    ]);
    await journalize(tx, {
      action: 'modifier',
      ressource: 'beneficiaires',
      objet_id: id,
      objet: `${nom} ${prenom}`,
      succursale_id: partage.succursale_id,
      avant: { part: before },
      apres: { part },
    });
  }
  tx.changed('beneficiaires');
}
