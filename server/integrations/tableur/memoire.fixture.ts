import { Writable } from 'node:stream';
import type { ExportRow } from '../../core/records/export.ts';
import { writeXlsx } from './xlsx/workbook.ts';

/** A process of its own, for tests: writes so many rows, in groups with subtotals, and tells how many bytes they took. */
const lignes = Number(process.argv[2]);
const SIZE = 1000;

async function* rows(): AsyncGenerator<ExportRow[]> {
  for (let from = 0; from < lignes; from += SIZE)
    yield Array.from({ length: SIZE }, (_, i) => ({
      nom: `${String(from + i).padStart(9, '0')} ${'x'.repeat(700)}`,
      montant: from + i,
      groupe: Math.floor((from + i) / 7),
    }));
}

let octets = 0;
const sink = new Writable({
  write(chunk: Buffer, _encoding, done) {
    octets += chunk.length;
    done();
  },
});
await writeXlsx(sink, {
  columns: [
    { name: 'nom', kind: 'text', header: 'Nom', words: {} },
    { name: 'montant', kind: 'francs', header: 'Montant', words: {} },
  ],
  rows: rows(),
  title: 'Beaucoup',
  composition: {
    groupe: ({ groupe }) => ({ cle: String(groupe), libelle: String(groupe) }),
    mesures: ['montant'],
    parametres: [],
  },
});
process.send?.(octets, () => process.disconnect());
