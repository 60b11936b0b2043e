import { createHash } from 'node:crypto';
import type { Actor } from '../../../../core/access.ts';
import { visibleFields } from '../../../../core/access.ts';
import type { Langue } from '../../../../core/messages/messages.ts';
import type { NomRapport } from '../catalogue.ts';
import type { Demande, Prete } from '../demande.ts';
import type { Format } from '../fichier/formats.ts';

export type StatutExport = 'en_attente' | 'en_cours' | 'pret' | 'echoue' | 'annule';

/** A file that was asked for, as its owner sees it. `lignes` of `total` rows are written; `taille` in bytes. */
export interface ExportDit {
  id: number;
  nom: string;
  rapport: NomRapport;
  format: Format;
  statut: StatutExport;
  lignes: number;
  /** null until it is known. */
  total: number | null;
  motif_echec: string | null;
  taille: number | null;
  rapport_enregistre_id: number | null;
  /** When it was due, where it was planned. */
  prevu_le: string | null;
  cree_le: string;
  commence_le: string | null;
  termine_le: string | null;
  /** Until when it is kept. */
  expire_le: string;
}

/** Its columns, moments as ISO. */
export const colonnesDites = `id, nom, rapport, format, statut, lignes, total, motif_echec, taille, rapport_enregistre_id,
  prevu_le, cree_le, commence_le, termine_le, expire_le`;

/** What the work needs to know of it. */
export interface ExportTenu extends ExportDit {
  utilisateur_id: number;
  demande: Demande;
  langue: Langue;
  destinataires: string[];
  essais: number;
  perimetre: string | null;
  cle: string | null;
}

/** A digest of everything that decides which rows and columns a person gets of a report. */
export function perimetreDe(actor: Actor, { of }: Prete): string {
  const { id, portee, succursales } = actor;
  const reach = portee === 'toutes' ? [] : portee === 'succursale' ? [...succursales] : [id];
  const fields = visibleFields(actor, of).map(({ name }) => name);
  return createHash('sha256')
    .update(JSON.stringify([portee, reach, fields]))
    .digest('base64url');
}
