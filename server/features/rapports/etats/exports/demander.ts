import { demand } from '../../../../core/access.ts';
import { refuse } from '../../../../core/errors.ts';
import type { Transaction } from '../../../../core/records/transaction.ts';
import { valeurDe } from '../../../parametres/catalogue.ts';
import type { Demande, Prete } from '../demande.ts';
import type { Format } from '../fichier/formats.ts';
import { mots } from '../mots.ts';
import { colonnesDites, type ExportDit } from './export.ts';

export const PRODUIRE = 'produire-export';
/** Exports are made one after the other, whatever else there is to do beside them. */
const FILE = 'exports';

export interface Commande {
  demande: Demande;
  format: Format;
  /** That of the report unless it has one of its own. */
  nom?: string;
  rapport_enregistre_id?: number;
  prevu_le?: Date;
  destinataires?: readonly string[];
}

/** How many exports of one person may wait or be under way: they are made one after the other, for everybody. */
const EN_ATTENTE_MAX = 10;

/** @throws 409 when this person has as many waiting as one may */
async function faireDeLaPlace({ query, caller }: Transaction): Promise<void> {
  const [row] = await query<{ nombre: number }>(
    `select count(*)::int as nombre from exports where utilisateur_id = $1 and statut in ('en_attente', 'en_cours')`,
    [caller.actor.id],
  );
  if ((row?.nombre ?? 0) >= EN_ATTENTE_MAX) throw refuse('exports_trop_nombreux', { maximum: EN_ATTENTE_MAX });
}

/**
 * Queues a file of a report for this person, with the transaction. undefined where the same was planned before.
 * @throws 403 without the right to export, 409 with too many that wait
 */
export async function commander(tx: Transaction, prete: Prete, commande: Commande): Promise<ExportDit | undefined> {
  const { actor, langue } = tx.caller;
  demand(actor, prete.of, 'exporter');
  if (!commande.prevu_le) await faireDeLaPlace(tx);
  const { demande, format, rapport_enregistre_id, prevu_le, destinataires = [] } = commande;
  const [row] = await tx.query<ExportDit>(
    `insert into exports (utilisateur_id, nom, rapport, format, demande, langue, rapport_enregistre_id, prevu_le,
       destinataires, expire_le)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + $10 * interval '1 day')
     on conflict on constraint exports_rapport_enregistre_id_unique do nothing returning ${colonnesDites}`,
    [
      actor.id,
      commande.nom ?? mots[langue].rapports[prete.nom],
      prete.nom,
      format,
      JSON.stringify(demande),
      langue,
      rapport_enregistre_id ?? null,
      prevu_le ?? null,
      JSON.stringify(destinataires),
      await valeurDe(tx, 'export.jours'),
    ],
  );
  if (!row) return undefined;
  await tx.job(PRODUIRE, { id: row.id }, { key: `${PRODUIRE}:${row.id}`, queue: FILE });
  tx.changed('exports');
  return row;
}
