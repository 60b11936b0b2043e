import { randomUUID } from 'node:crypto';
import type { Actor, Caller } from '../../../../core/access.ts';
import type { Database } from '../../../../core/database.ts';
import { Problem } from '../../../../core/errors.ts';
import { type JobContext, JobError } from '../../../../core/jobs/job.ts';
import { say } from '../../../../core/messages/messages.ts';
import type { Records } from '../../../../core/records/records.ts';
import { transact } from '../../../../core/records/transaction.ts';
import type { StoragePort } from '../../../../integrations/storage/storage.ts';
import type { Actors } from '../../../organisation/utilisateurs/actor.ts';
import { valeurDe } from '../../../parametres/catalogue.ts';
import { totaux } from '../calculer.ts';
import { preparer } from '../demande.ts';
import { ecrire } from '../fichier/ecrire.ts';
import { type ExportTenu, perimetreDe } from './export.ts';
import { echouer, finir, PROGRES_MS, prendre, progresser } from './tenir.ts';

/** What the making of files stands on. */
export interface Atelier {
  records: Records;
  actors: Actors;
  stockage: StoragePort;
}

/** How often a file is begun anew after a crash or an unexpected error. */
const ESSAIS_MAX = 3;

/** Nobody waits for it any more: it was cancelled, or another run has taken it over. */
class Abandonne extends Error {}

/**
 * Makes the file of an export as the person who asked for it, with their rights of now, from the beginning. Only a
 * whole file is ever told of. Run twice, the later run alone counts.
 */
export async function produire(atelier: Atelier, id: number, context: JobContext): Promise<void> {
  const { database } = context;
  const passage = randomUUID();
  const tenu = await prendre(database, id, passage);
  if (!tenu) return;
  const why = async (key: string, params?: Record<string, unknown>) =>
    echouer(database, context.caller, tenu, passage, say(tenu.langue, { key, params }));
  if (tenu.essais > ESSAIS_MAX) return why('export_interrompu');
  const known = await atelier.actors.find(tenu.utilisateur_id);
  if (!known) return why('export_compte_inactif');
  try {
    await make(atelier, tenu, passage, known.actor, context);
  } catch (error) {
    if (error instanceof Abandonne) return;
    if (context.signal.aborted) throw error;
    if (error instanceof Problem && error.status < 500) return why(error.said.key, error.said.params);
    if (tenu.essais >= ESSAIS_MAX) {
      await why('export_erreur');
      throw new JobError(`export n° ${id} : ${error instanceof Error ? error.message : error}`, false);
    }
    throw error;
  }
}

async function make(atelier: Atelier, tenu: ExportTenu, passage: string, actor: Actor, context: JobContext) {
  const { records, stockage } = atelier;
  const { database, signal } = context;
  const caller: Caller = { actor, surface: 'systeme', langue: tenu.langue };
  const prete = preparer(actor, tenu.demande, 'filtres.');
  const { nombre } = await totaux(records, caller, prete);
  const progress = steps(database, tenu.id, passage, nombre ?? 0, signal);
  const pdfLignes = await valeurDe(lecteur(database), 'export.pdf_lignes');
  const { contenu } = await ecrire(records, caller, prete, { format: tenu.format, lues: progress.lues, pdfLignes });
  await progress.start();
  let taille = 0;
  const cle = await stockage.put(counted(contenu, (bytes) => (taille += bytes)));
  const kept = await transact(database, context.caller, (tx) =>
    finir(tx, tenu, passage, { cle, taille, lignes: progress.lignes(), perimetre: perimetreDe(actor, prete) }),
  ).catch(async (error) => {
    await stockage.remove(cle);
    throw error;
  });
  if (!kept) await stockage.remove(cle);
}

/** Tells how far it is, once a second at most, and stops where nobody waits any more. */
function steps(database: Database, id: number, passage: string, total: number, signal: AbortSignal) {
  let lignes = 0;
  let told = 0;
  async function tell() {
    told = Date.now();
    if (!(await progresser(database, id, passage, lignes, total))) throw new Abandonne();
  }
  return {
    start: tell,
    lignes: () => lignes,
    async lues(nombre: number) {
      signal.throwIfAborted();
      lignes += nombre;
      if (Date.now() - told >= PROGRES_MS) await tell();
    },
  };
}

async function* counted(content: AsyncIterable<Buffer>, count: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    count(chunk.length);
    yield chunk;
  }
}

const lecteur = (database: Database) => ({
  query: <T extends object>(text: string, values: unknown[] = []) => database.read<T>({ text, values, stable: false }),
});
