import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import type pg from 'pg';
import type { Database } from '../database.ts';
import { ORIGIN, type SealedLine, seal, sealedColumns } from './seal-form.ts';
import { chainHolds, type Head, headsIn, isSignedBy } from './seal-head.ts';
import type { Fault } from './verify-faults.ts';

export interface Verdict {
  /** Sealed lines, and committed ones that wait for their seal. */
  lignes: number;
  attente: number;
  /** The end of the chain. */
  tete?: { rang: number; empreinte: string };
  /** Signed heads that were checked, in the table and in the file. */
  tetes: number;
  /** The first ones, in the order of the chain, and how many there are in all. */
  fautes: Fault[];
  nombre_fautes: number;
}

const PAGE = 1000;
const FAULTS_MAX = 20;

const WALK = `select s.rang, s.journal_id, s.empreinte, ${sealedColumns('j')}
  from journal_sceaux s left join journal j on j.id = s.journal_id
  where s.rang > $1 order by s.rang limit ${PAGE}`;

const UNSEALED = `select j.id, count(*) over ()::int as nombre from journal j
  where not exists (select from journal_sceaux s where s.journal_id = j.id)
    and not exists (select from journal_a_sceller q where q.journal_id = j.id)
  order by j.id limit ${FAULTS_MAX}`;

const STRAY = `select q.journal_id as id, count(*) over ()::int as nombre from journal_a_sceller q
  where not exists (select from journal j where j.id = q.journal_id)
    or exists (select from journal_sceaux s where s.journal_id = q.journal_id)
  order by q.journal_id limit ${FAULTS_MAX}`;

/**
 * Walks the whole chain of the journal in one snapshot and constant memory, and checks every line, every signed head,
 * and that no line stands outside.
 * @param keys the public or private keys whose heads are believed
 * @param file where the heads outside the database are; without it a tail that was cut off may go unnoticed
 */
export async function verifyJournal(
  database: Database,
  { keys, file }: { keys: KeyObject[]; file?: string },
): Promise<Verdict> {
  const client = await database.connect();
  const verdict: Verdict = { lignes: 0, attente: 0, tetes: 0, fautes: [], nombre_fautes: 0 };
  const blame = (fault: Fault) => {
    verdict.nombre_fautes += 1;
    if (verdict.fautes.length < FAULTS_MAX) verdict.fautes.push(fault);
  };
  try {
    await client.query('begin isolation level repeatable read read only; set local statement_timeout = 0');
    await walk(client, verdict, blame);
    await checkHeads(client, keys, file, verdict, blame);
    await checkOutside(client, verdict, blame);
    await client.query('commit');
    return verdict;
  } finally {
    // The connection's settings were changed for this alone: it is not given back for other work.
    client.release(true);
  }
}

type Sealed = SealedLine & { rang: number; journal_id: number; empreinte: Buffer };
type Blame = (fault: Fault) => void;

async function walk(client: pg.PoolClient, verdict: Verdict, blame: Blame): Promise<void> {
  let before = ORIGIN;
  let rang = 0;
  for (let after = Number.MIN_SAFE_INTEGER, rows: unknown[] = [0]; rows.length > 0; ) {
    const page = await client.query<Sealed>({ name: 'parcours', text: WALK, values: [after] });
    for (const line of page.rows) {
      const { journal_id, empreinte } = line;
      if (line.rang !== rang + 1) blame({ sorte: 'rang_inattendu', attendu: rang + 1, rang: line.rang, journal_id });
      else if (line.id === null) blame({ sorte: 'ligne_absente', rang: line.rang, journal_id });
      else if (!seal(before, line).equals(empreinte)) blame({ sorte: 'ligne_modifiee', rang: line.rang, journal_id });
      before = empreinte;
      rang = line.rang;
      after = line.rang;
      verdict.lignes += 1;
    }
    rows = page.rows;
  }
  if (rang !== 0) verdict.tete = { rang, empreinte: before.toString('hex') };
}

async function checkHeads(
  client: pg.PoolClient,
  keys: KeyObject[],
  file: string | undefined,
  verdict: Verdict,
  blame: Blame,
) {
  const read: Database['read'] = async <T extends object>({ text, values }: { text: string; values: unknown[] }) =>
    (await client.query<T & pg.QueryResultRow>(text, values)).rows;
  const check = async (head: Head, lieu: string) => {
    const { jour, rang } = head;
    verdict.tetes += 1;
    if (!isSignedBy(keys, head)) blame({ sorte: 'tete_fausse', jour, rang, lieu });
    else if (rang > (verdict.tete?.rang ?? 0)) blame({ sorte: 'fin_coupee', jour, rang, lieu });
    else if (!(await chainHolds({ read }, head))) blame({ sorte: 'chaine_reecrite', jour, rang, lieu });
  };
  const inTable = await client.query<Head>('select jour, rang, empreinte, signature from journal_tetes order by jour');
  for (const head of inTable.rows) await check(head, 'journal_tetes');
  if (!file) return;
  if (!existsSync(file)) {
    if (inTable.rows.length > 0) blame({ sorte: 'fichier_absent', lieu: file });
    return;
  }
  for await (const { ligne, head } of headsIn(file)) {
    if (head) await check(head, `${file}:${ligne}`);
    else blame({ sorte: 'tete_illisible', lieu: `${file}:${ligne}` });
  }
}

async function checkOutside(client: pg.PoolClient, verdict: Verdict, blame: Blame): Promise<void> {
  const outside = [
    ['ligne_sans_sceau', UNSEALED],
    ['file_fausse', STRAY],
  ] as const;
  for (const [sorte, text] of outside) {
    const { rows } = await client.query<{ id: number; nombre: number }>(text);
    for (const { id } of rows) blame({ sorte, journal_id: id });
    verdict.nombre_fautes += (rows[0]?.nombre ?? 0) - rows.length;
  }
  const waiting = await client.query<{ attente: number }>('select count(*)::int as attente from journal_a_sceller');
  verdict.attente = waiting.rows[0]?.attente ?? 0;
}
