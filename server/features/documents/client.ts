import type { Database } from '../../core/database.ts';
import { introuvable, refuse } from '../../core/errors.ts';
import { journalize } from '../../core/journal/journal.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import type { DocumentDepose } from './deposer.ts';
import { effacerFichier } from './retirer.ts';

/** A document as the client who sent it reads of it. */
export interface DocumentDuClient extends DocumentDepose {
  cree_le: Date;
}

/** What a client meets of the documents of a sinistre: what clients sent and nobody took back. */
const duClient = `canal <> 'agence' and retire_le is null`;

/** The latest first. */
export const documentsDuClient = (database: Database, sinistre_id: number): Promise<DocumentDuClient[]> =>
  database.read<DocumentDuClient>({
    text: `select id, nom, type, taille, cree_le from documents where sinistre_id = $1 and ${duClient} order by id desc`,
    values: [sinistre_id],
    stable: true,
  });

/** What clients may send for one sinistre in all, taken back or not: each leaves a row and lines in the journal. */
const ENVOIS_MAX = 40;

/**
 * Papers are added until the sinistre is settled or rejected, and not without end. The sinistre is held meanwhile.
 * @throws 409
 */
export async function exigerOuvert(tx: Transaction, sinistre_id: number): Promise<void> {
  const statut = await statutTenu(tx, sinistre_id);
  if (statut === 'paye' || statut === 'rejete') throw refuse('document_sinistre_clos');
  const [sent] = await tx.query<{ nombre: number }>(
    `select count(*)::int as nombre from documents where sinistre_id = $1 and canal <> 'agence'`,
    [sinistre_id],
  );
  if (sent && sent.nombre >= ENVOIS_MAX) throw refuse('document_trop_d_envois');
}

/**
 * A client takes back what a client sent, as long as nobody works on the sinistre.
 * @throws 404 for a document that is not there for them, 409 when somebody does
 */
export async function retirerDuClient(tx: Transaction, sinistre_id: number, id: number): Promise<void> {
  const statut = await statutTenu(tx, sinistre_id);
  const [row] = await tx.query<{ nom: string; succursale_id: number }>(
    `select nom, succursale_id from documents where id = $1 and sinistre_id = $2 and ${duClient} for update`,
    [id, sinistre_id],
  );
  if (!row) throw introuvable();
  if (statut !== 'declare') throw refuse('document_sinistre_en_cours');
  await tx.query('update documents set retire_le = now(), modifie_le = now(), revision = revision + 1 where id = $1', [
    id,
  ]);
  await effacerFichier(tx, id);
  tx.changed('documents');
  const { nom, succursale_id } = row;
  const line = { action: 'retirer', ressource: 'documents', objet_id: id, objet: nom, succursale_id };
  await journalize(tx, { ...line, avant: { retire_le: null }, apres: { retire_le: new Date() } });
}

async function statutTenu(tx: Transaction, sinistre_id: number): Promise<string | undefined> {
  const [row] = await tx.query<{ statut: string }>('select statut from sinistres where id = $1 for no key update', [
    sinistre_id,
  ]);
  return row?.statut;
}
