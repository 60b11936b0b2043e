import type { Caller } from '../../../../core/access.ts';
import type { Database } from '../../../../core/database.ts';
import { journalize } from '../../../../core/journal/journal.ts';
import { type Transaction, transact } from '../../../../core/records/transaction.ts';
import { type Controle, codes } from './anomalie.ts';
import { controles } from './controles.ts';

export interface Difference {
  id: number;
  controle: Controle;
  objet: string;
  succursale_id: number | null;
  attendu: string | null;
  trouve: string | null;
}

export interface Verdict {
  /** What does not add up now. */
  ouvertes: Difference[];
  /** How many of them were not known before. */
  nouvelles: number;
  /** How many that were known are right again. */
  resolues: number;
}

/**
 * Holds every stored balance against what it is the sum of, in one snapshot of the books: keeps what differs as an
 * anomalie, closes those that no longer do, each with its line in the journal.
 */
export const verifierSoldes = (database: Database, caller: Caller): Promise<Verdict> =>
  transact(database, caller, async (tx) => {
    await tx.query('set transaction isolation level repeatable read');
    // A million contrats take longer than a person would wait for.
    await tx.query(`set local statement_timeout = '15min'`);
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('verifier-soldes', 0))`);
    const verdict: Verdict = { ouvertes: [], nouvelles: 0, resolues: 0 };
    for (const controle of codes) {
      const { ouvertes, nouvelles } = await constater(tx, controle);
      verdict.ouvertes.push(...ouvertes);
      verdict.nouvelles += nouvelles;
      verdict.resolues += await clore(tx, controle, ouvertes);
    }
    if (verdict.nouvelles + verdict.resolues > 0) tx.changed('anomalies');
    return verdict;
  });

async function constater(tx: Transaction, controle: Controle) {
  const found = await tx.query<Difference & { nouvelle: boolean }>(
    `insert into anomalies as a (controle, objet_id, objet, succursale_id, attendu, trouve)
     select $1, x.objet_id, x.objet, x.succursale_id, x.attendu::text, x.trouve::text from (${controles[controle]}) x
     on conflict (controle, objet) where resolu_le is null
       do update set attendu = excluded.attendu, trouve = excluded.trouve,
         revision = a.revision + case when (a.attendu, a.trouve) is distinct from (excluded.attendu, excluded.trouve) then 1 else 0 end
     returning id, controle, objet, succursale_id, attendu, trouve, xmax = 0 as nouvelle`,
    [controle],
  );
  const fresh = found.filter(({ nouvelle }) => nouvelle);
  for (const each of fresh) await note(tx, 'constater', each);
  return { ouvertes: found.map(({ nouvelle: _, ...difference }) => difference), nouvelles: fresh.length };
}

async function clore(tx: Transaction, controle: Controle, ouvertes: readonly Difference[]): Promise<number> {
  const closed = await tx.query<Difference>(
    `update anomalies set resolu_le = now(), revision = revision + 1, modifie_le = now()
     where controle = $1 and resolu_le is null and id <> all($2::bigint[])
     returning id, controle, objet, succursale_id, attendu, trouve`,
    [controle, ouvertes.map(({ id }) => id)],
  );
  for (const each of closed) await note(tx, 'resoudre', each);
  return closed.length;
}

const note = (tx: Transaction, action: string, { id, objet, succursale_id, ...details }: Difference): Promise<void> =>
  journalize(tx, { action, ressource: 'anomalies', objet_id: id, objet, succursale_id, details });
