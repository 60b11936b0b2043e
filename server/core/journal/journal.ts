import type { Caller } from '../access.ts';
import type { Database } from '../database.ts';
import type { Transaction } from '../records/transaction.ts';

export type Resultat = 'reussi' | 'refuse';

/** One line of the journal: what was done or refused, to which row, and what it changed. */
export interface Entry {
  action: string;
  ressource: string;
  objet_id?: number | null;
  /** The row's `libelle` at that moment. */
  objet?: string | null;
  succursale_id?: number | null;
  avant?: Record<string, unknown> | null;
  apres?: Record<string, unknown> | null;
  details?: Record<string, unknown> | null;
  resultat?: Resultat;
  motif?: string | null;
}

const insert = `insert into journal (utilisateur_id, auteur, role, surface, adresse_ip, requete_id, action,
  ressource, objet_id, objet, succursale_id, avant, apres, details, resultat, motif)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;

/** Writes the line in the transaction that makes the change: neither is without the other. */
export async function journalize(tx: Transaction, entry: Entry): Promise<void> {
  await tx.query(insert, values(tx.caller, entry));
  tx.changed('journal');
}

/** Writes a line of its own: a refused attempt, a sign-in, an export. */
export async function journalizeAlone(database: Database, caller: Caller, entry: Entry): Promise<void> {
  await database.read({ text: insert, values: values(caller, entry), stable: true });
}

function values({ actor, surface, adresse_ip, requete_id, motif }: Caller, entry: Entry): unknown[] {
  const json = (value: unknown) => (value == null ? null : JSON.stringify(value));
  return [
    actor.id,
    actor.nom,
    actor.role,
    surface,
    adresse_ip ?? null,
    requete_id ?? null,
    entry.action,
    entry.ressource,
    entry.objet_id ?? null,
    entry.objet ?? null,
    entry.succursale_id ?? actor.succursale_id,
    json(entry.avant),
    json(entry.apres),
    json(entry.details),
    entry.resultat ?? 'reussi',
    entry.motif ?? motif ?? null,
  ];
}
