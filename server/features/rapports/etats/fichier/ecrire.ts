import { PassThrough } from 'node:stream';
import { type Caller, demand } from '../../../../core/access.ts';
import type { ExportRow } from '../../../../core/records/export.ts';
import type { Records } from '../../../../core/records/records.ts';
import { labelOf } from '../../../../core/resource.ts';
import { columnsOf } from '../../../../integrations/tableur/columns.ts';
import { writeCsv } from '../../../../integrations/tableur/csv.ts';
import { writeXlsx } from '../../../../integrations/tableur/xlsx/workbook.ts';
import { enOrdre, type Prete } from '../demande.ts';
import { groupeDe } from '../libelles.ts';
import { mots } from '../mots.ts';
import { enTetes } from './en-tetes.ts';
import { type Format, nomDuFichier, types } from './formats.ts';
import { rendreMemoire } from './memoire.ts';
import { ecrirePdf } from './pdf.ts';

/** A report as a file, written while it is read. Whoever stops reading stops the writing. */
export interface Fichier {
  nom: string;
  type: string;
  contenu: AsyncIterable<Buffer>;
}

export interface Ecriture {
  format: Format;
  /** Hears of each batch of rows before it is written; throws to end it. */
  lues?: (nombre: number) => void | Promise<void>;
  /** Rows that a document on paper shows at most. */
  pdfLignes: number;
}

/**
 * Writes a report. The journal keeps who took it out, with its filter, before the first row is read.
 * @throws 403 without the right to export; 503 with the first bytes when too many are being written
 */
export async function ecrire(
  records: Records,
  caller: Caller,
  prete: Prete,
  { format, lues, pdfLignes }: Ecriture,
): Promise<Fichier> {
  const { of, nom, colonnes, groupement, mesures } = prete;
  demand(caller.actor, of, 'exporter');
  const rows = heard(await records.export(caller, of, enOrdre(prete), asked(prete, format)), lues);
  const names = colonnes.map((field) => (field.kind === 'reference' ? labelOf(field) : field.name));
  const columns = columnsOf(of, names, caller.langue);
  const title = mots[caller.langue].rapports[nom];
  const fichier = { nom: nomDuFichier(nom, format), type: types[format] };
  if (format === 'csv') return { ...fichier, contenu: through((out) => writeCsv(out, columns, rows, caller.langue)) };
  const parametres = await enTetes(records.database, caller, prete);
  if (format === 'pdf')
    return { ...fichier, contenu: whole(() => ecrirePdf(records, caller, prete, rows, parametres, pdfLignes)) };
  const composition = {
    ...(groupement ? { groupe: (row: ExportRow) => groupeDe(caller, of, groupement, row) } : {}),
    mesures: mesures.map(({ name }) => name),
    parametres,
  };
  const workbook = { columns, rows, title, composition, langue: caller.langue };
  return { ...fichier, contenu: through((out) => writeXlsx(out, workbook)) };
}

async function* heard(rows: AsyncGenerator<ExportRow[]>, lues: Ecriture['lues']): AsyncGenerator<ExportRow[]> {
  const rendre = rendreMemoire();
  for await (const batch of rows) {
    await lues?.(batch.length);
    rendre(batch.length);
    yield batch;
  }
}

/** What a writer writes, to be read; where it fails, the reading does. */
async function* through(write: (out: PassThrough) => Promise<void>): AsyncGenerator<Buffer> {
  const out = new PassThrough();
  const writing = write(out);
  // The reader below hears of it too; both are waited for, so that nothing is left behind.
  writing.catch(() => undefined);
  try {
    yield* out as AsyncIterable<Buffer>;
  } finally {
    out.destroy();
    await writing.catch(() => undefined);
  }
  await writing;
}

async function* whole(make: () => Promise<Buffer>): AsyncGenerator<Buffer> {
  yield await make();
}

/** What was asked for, as the journal keeps it. */
function asked({ nom, filtre, colonnes, groupement }: Prete, format: Format): string {
  const sent = new URLSearchParams({ rapport: nom, format, ...filtre });
  sent.set('colonnes', colonnes.map(({ name }) => name).join(','));
  if (groupement) sent.set('grouper_par', groupement.nom);
  return sent.toString();
}
