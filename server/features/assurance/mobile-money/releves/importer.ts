import type { Database } from '../../../../core/database.ts';
import { introuvable } from '../../../../core/errors.ts';
import { systemCaller } from '../../../../core/jobs/system.ts';
import { transact } from '../../../../core/records/transaction.ts';
import { create } from '../../../../core/records/write.ts';
import type { Caisses } from '../caisses.ts';
import type { Ecart } from '../ecarts/ecart.ts';
import { verifier } from '../sonder.ts';
import { lireReleve } from './rapprocher.ts';
import { empreinteDe, type Releve } from './releve.ts';
import { releves } from './resource.ts';

interface Place {
  database: Database;
  caisses: Caisses;
}

/** Who imports from the command line: whoever may start the server. */
const importing = {
  ...systemCaller,
  actor: { ...systemCaller.actor, droits: { role: { releves: { lire: true, creer: true } }, utilisateur: {} } },
};

/**
 * Imports a statement, compares it, and asks the operator at once about what it alone has, where its till is open in
 * this process. A file that was imported before is only compared anew. @returns the statement's id @throws 400
 */
export async function importer(
  { database, caisses }: Place,
  file: Pick<Releve, 'operateur' | 'contenu'>,
): Promise<{ id: number; deja: boolean }> {
  const empreinte = empreinteDe(file);
  const known = await find(database, empreinte);
  if (!known) await transact(database, importing, (tx) => create(tx, releves, { ...file }));
  await lireReleve(database, importing, empreinte);
  const id = known ?? (await find(database, empreinte));
  if (!id) throw introuvable();
  const unknown = await database.read<{ tentative_id: number }>({
    text: `select tentative_id from ecarts where releve_id = $1 and classe = 'operateur_seul' and statut = 'ouvert'
      and tentative_id is not null`,
    values: [id],
    stable: true,
  });
  for (const { tentative_id } of unknown) await verifier({ database, caller: systemCaller, caisses }, tentative_id);
  if (unknown.length > 0) await lireReleve(database, importing, empreinte);
  return { id, deja: known !== undefined };
}

async function find(database: Database, empreinte: string): Promise<number | undefined> {
  const text = 'select id from releves where empreinte = $1';
  const [row] = await database.read<{ id: number }>({ text, values: [empreinte], stable: true });
  return row?.id;
}

/** How a statement stands now: its totals, and what of it is still open. */
export async function bilan(database: Database, { id, deja }: { id: number; deja: boolean }) {
  const [releve] = await database.read<Pick<Releve, 'totaux' | 'illisibles'>>({
    text: 'select totaux, illisibles from releves where id = $1',
    values: [id],
    stable: true,
  });
  if (!releve) throw introuvable();
  const ecarts = await database.read<Ecart>({
    text: `select * from ecarts where releve_id = $1 and statut = 'ouvert' order by id`,
    values: [id],
    stable: true,
  });
  return { ...releve, deja, ecarts };
}
