import type { Caller } from '../../../../core/access.ts';
import type { Database } from '../../../../core/database.ts';
import { type Transaction, transact } from '../../../../core/records/transaction.ts';
import { colonnesDites, type ExportTenu } from './export.ts';

/** Milliseconds between two tellings of how far a file is. */
export const PROGRES_MS = 1000;
export const PREVENIR = 'prevenir-export';

/** Takes an export for a run, from the beginning. undefined where it is done, or nobody waits for it. */
export async function prendre(database: Database, id: number, passage: string): Promise<ExportTenu | undefined> {
  const [row] = await database.read<ExportTenu>({
    text: `update exports set statut = 'en_cours', passage = $2, essais = essais + 1, lignes = 0, total = null,
        commence_le = now(), modifie_le = now(), revision = revision + 1
      where id = $1 and statut in ('en_attente', 'en_cours')
      returning ${colonnesDites}, utilisateur_id, demande, langue, destinataires, essais, perimetre, cle`,
    values: [id, passage],
    stable: true,
  });
  return row;
}

/** false where nobody waits for this run any more. */
export async function progresser(
  database: Database,
  id: number,
  passage: string,
  lignes: number,
  total: number,
): Promise<boolean> {
  const found = await database.read({
    text: `with fait as (update exports set lignes = $3, total = greatest($4::bigint, $3), modifie_le = now()
        where id = $1 and statut = 'en_cours' and passage = $2 returning id)
      select pg_notify('guichet_donnees', 'exports') from fait`,
    values: [id, passage, lignes, total],
    stable: true,
  });
  return found.length > 0;
}

interface Fait {
  cle: string;
  taille: number;
  lignes: number;
  perimetre: string;
}

/** From here on the file can be had. false where nobody waits for this run any more. */
export async function finir(tx: Transaction, tenu: ExportTenu, passage: string, fait: Fait): Promise<boolean> {
  const found = await tx.query(
    `update exports set statut = 'pret', cle = $3, taille = $4, lignes = $5, total = $5, perimetre = $6, passage = null,
       termine_le = now(), modifie_le = now(), revision = revision + 1
     where id = $1 and statut = 'en_cours' and passage = $2 returning id`,
    [tenu.id, passage, fait.cle, fait.taille, fait.lignes, fait.perimetre],
  );
  if (found.length === 0) return false;
  await prevenir(tx, tenu);
  return true;
}

/** Ends it with the reason in a sentence, and tells who waits. */
export async function echouer(
  database: Database,
  caller: Caller,
  tenu: ExportTenu,
  passage: string,
  motif: string,
): Promise<void> {
  await transact(database, caller, async (tx) => {
    const found = await tx.query(
      `update exports set statut = 'echoue', motif_echec = $3, passage = null, termine_le = now(), modifie_le = now(),
         revision = revision + 1
       where id = $1 and statut = 'en_cours' and passage = $2 returning id`,
      [tenu.id, passage, motif],
    );
    if (found.length > 0) await prevenir(tx, tenu);
  });
}

/** A message for each who is to hear of it, so that one that does not leave keeps no other. */
async function prevenir(tx: Transaction, { id, destinataires }: ExportTenu): Promise<void> {
  tx.changed('exports');
  const many = Math.max(destinataires.length, 1);
  for (let rang = 0; rang < many; rang++) await tx.job(PREVENIR, { id, rang });
}
