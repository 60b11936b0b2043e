import { type Actor, type Caller, demand } from '../../../../core/access.ts';
import type { Database } from '../../../../core/database.ts';
import { interdit, introuvable, Problem, refuse } from '../../../../core/errors.ts';
import { journalize, journalizeAlone } from '../../../../core/journal/journal.ts';
import type { Transaction } from '../../../../core/records/transaction.ts';
import type { Garde, StoragePort } from '../../../../integrations/storage/storage.ts';
import { preparer } from '../demande.ts';
import { nomDuFichier, types } from '../fichier/formats.ts';
import { colonnesDites, type ExportDit, type ExportTenu, perimetreDe } from './export.ts';

/** The most that a list shows; what is older is soon thrown away. */
const LISTE_MAX = 100;

/** The exports of this person, the latest first. */
export const exportsDe = (database: Database, { actor }: Caller): Promise<ExportDit[]> =>
  database.read<ExportDit>({
    text: `select ${colonnesDites} from exports where utilisateur_id = $1 order by id desc limit ${LISTE_MAX}`,
    values: [actor.id],
    stable: true,
  });

/** @throws 404 for another person's */
export async function exportDe(database: Database, { actor }: Caller, id: number): Promise<ExportDit> {
  const [row] = await database.read<ExportDit>({
    text: `select ${colonnesDites} from exports where id = $1 and utilisateur_id = $2`,
    values: [id, actor.id],
    stable: true,
  });
  if (!row) throw introuvable();
  return row;
}

export interface FichierGarde extends Garde {
  nom: string;
  type: string;
}

/**
 * The file of an export, for the one who asked for it, as long as they could ask for it again and would get the same
 * rows and columns. Each time it is taken is written in the journal.
 * @throws 404, 409 while there is none, 403 when their rights have changed
 */
export async function fichierDe(
  database: Database,
  stockage: StoragePort,
  caller: Caller,
  id: number,
): Promise<FichierGarde> {
  const [tenu] = await database.read<ExportTenu>({
    text: `select ${colonnesDites}, demande, perimetre, cle from exports where id = $1 and utilisateur_id = $2`,
    values: [id, caller.actor.id],
    stable: true,
  });
  if (!tenu) throw introuvable();
  if (tenu.statut !== 'pret' || !tenu.cle) throw refuse(`export_${tenu.statut}`);
  exigerLesMemesDroits(caller.actor, tenu);
  const garde = await stockage.read(tenu.cle);
  if (!garde) throw introuvable('export_efface');
  const { rapport, format, nom } = tenu;
  const line = { action: 'telecharger', ressource: 'exports', objet_id: id, objet: nom };
  await journalizeAlone(database, caller, { ...line, details: { rapport, format } });
  return { ...garde, nom: nomDuFichier(rapport, format), type: types[format] };
}

/** @throws 403 where this person would get other rows or columns now, or none */
export function exigerLesMemesDroits(actor: Actor, { demande, perimetre }: ExportTenu): void {
  try {
    const prete = preparer(actor, demande);
    demand(actor, prete.of, 'exporter');
    if (perimetreDe(actor, prete) === perimetre) return;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  throw interdit('export_droits');
}

/**
 * Stops one that is being made; throws away one that is over.
 * @returns the key of its file, to be removed once this is sure
 * @throws 404
 */
export async function retirerExport(tx: Transaction, id: number): Promise<string | null> {
  const [row] = await tx.query<{ statut: string; cle: string | null; nom: string }>(
    'select statut, cle, nom from exports where id = $1 and utilisateur_id = $2 for update',
    [id, tx.caller.actor.id],
  );
  if (!row) throw introuvable();
  const running = ['en_attente', 'en_cours'].includes(row.statut);
  await tx.query(
    running
      ? `update exports set statut = 'annule', passage = null, termine_le = now(), modifie_le = now(),
           revision = revision + 1 where id = $1`
      : 'delete from exports where id = $1',
    [id],
  );
  tx.changed('exports');
  const line = { action: running ? 'annuler' : 'supprimer', ressource: 'exports', objet_id: id, objet: row.nom };
  await journalize(tx, line);
  return row.cle;
}
