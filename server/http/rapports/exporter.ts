import { type Caller, demand } from '../../core/access.ts';
import { transact } from '../../core/records/transaction.ts';
import { garderRefus } from '../../features/documents/garder-refus.ts';
import { valeurDe } from '../../features/parametres/catalogue.ts';
import { totaux } from '../../features/rapports/etats/calculer.ts';
import { type Demande, type Prete, preparer } from '../../features/rapports/etats/demande.ts';
import { commander } from '../../features/rapports/etats/exports/demander.ts';
import type { ExportDit } from '../../features/rapports/etats/exports/export.ts';
import { ecrire, type Fichier } from '../../features/rapports/etats/fichier/ecrire.ts';
import type { Format } from '../../features/rapports/etats/fichier/formats.ts';
import type { Guichet } from '../../guichet.ts';

export interface AExporter {
  demande: Demande;
  format: Format;
  /** false: never the file itself, always an export to be fetched. */
  attendre: boolean;
}

/**
 * A report as a file: itself while its rows are few, an export to be fetched beyond.
 * @param once the same caller, with the key under which the request is made once
 * @throws 400, 403, 404
 */
export async function exporter(
  guichet: Guichet,
  caller: Caller,
  { demande, format, attendre }: AExporter,
  once: Caller = caller,
): Promise<{ fichier: Fichier } | { commande: ExportDit | undefined }> {
  const { database, records } = guichet;
  const lecteur = {
    query: <T extends object>(text: string, values: unknown[] = []) =>
      database.read<T>({ text, values, stable: false }),
  };
  const prete = await preparerPour(guichet, caller, demande, 'exporter', 'filtres.');
  const most = attendre ? await valeurDe(lecteur, 'export.lignes') : 0;
  const nombre = attendre ? ((await totaux(records, caller, prete)).nombre ?? 0) : 1;
  if (nombre <= most) {
    const pdfLignes = await valeurDe(lecteur, 'export.pdf_lignes');
    return { fichier: await ecrire(records, caller, prete, { format, pdfLignes }) };
  }
  const commande = await transact(database, once, (tx) => commander(tx, prete, { demande, format }));
  guichet.watch.tell('donnees', 'exports');
  return { commande };
}

/** What was asked for, read; that somebody may not stays in the journal. */
export const preparerPour = (
  { database }: Guichet,
  caller: Caller,
  demande: Demande,
  action: 'lire' | 'exporter',
  under = '',
): Promise<Prete> =>
  garderRefus(database, caller, { action, ressource: `rapports/${demande.rapport}` }, async () => {
    const prete = preparer(caller.actor, demande, under);
    demand(caller.actor, prete.of, action);
    return prete;
  });
