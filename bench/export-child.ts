import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dataSource } from '../ormconfig.ts';
import { readConfig } from '../server/config.ts';
import type { Caller } from '../server/core/access.ts';
import { preparer } from '../server/features/rapports/etats/demande.ts';
import { ecrire } from '../server/features/rapports/etats/fichier/ecrire.ts';
import type { Format } from '../server/features/rapports/etats/fichier/formats.ts';
import { openGuichet } from '../server/guichet.ts';

/** A process of its own: writes the report of clients once, and tells how much memory it stood on. */
const [format, email] = process.argv.slice(2) as [Format, string];
const SAMPLE_MS = 50;

const config = readConfig();
const guichet = await openGuichet(config, await dataSource(config.DATABASE_URL, { pool: 3 }).initialize());
const [person] = await guichet.database.read<{ id: number }>({
  text: 'select id from utilisateurs where email = $1',
  values: [email],
  stable: true,
});
const known = await guichet.actors.find(person?.id ?? 0);
if (!known) throw new Error(`${email} is not active`);
const caller: Caller = { actor: known.actor, surface: 'systeme', langue: 'fr' };
const colonnes = [
  'nom',
  'prenom',
  'categorie',
  'telephone',
  'email',
  'ville',
  'succursale_id',
  'date_naissance',
  'cree_le',
];
const prete = preparer(known.actor, { rapport: 'clients', filtres: {}, colonnes });

let rss = process.memoryUsage().rss;
const before = rss;
const timer = setInterval(() => {
  rss = Math.max(rss, process.memoryUsage().rss);
}, SAMPLE_MS);
let lignes = 0;
let octets = 0;
const lues = (nombre: number) => {
  lignes += nombre;
};
const began = performance.now();
const { contenu } = await ecrire(guichet.records, caller, prete, { format, lues, pdfLignes: 2000 });
const counted = Readable.from(contenu).on('data', (chunk: Buffer) => {
  octets += chunk.length;
});
await pipeline(counted, createWriteStream('/dev/null'));
clearInterval(timer);
process.send?.({ format, lignes, octets, secondes: (performance.now() - began) / 1000, avant: before, rss });
await guichet.close();
process.disconnect?.();
