import { parseArgs } from 'node:util';
import { connect } from '../server/connect.ts';
import { openDatabase } from '../server/core/database.ts';
import { headsFile } from '../server/core/journal/seal-head.ts';
import { publicKeyText, trustedKeys } from '../server/core/journal/seal-key.ts';
import { type Verdict, verifyJournal } from '../server/core/journal/verify.ts';
import { sayFault } from '../server/core/journal/verify-faults.ts';
import { CannotStart, explain } from '../server/explain.ts';
import { runningPostgres } from './postgres/running.ts';

/** `npm run journal:verify`: says in French whether the journal is whole, and ends with 1 when it is not. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { 'sans-fichier': { type: 'boolean', default: false } } });
  const {
    GUICHET_DATA: data = '.data',
    DATABASE_URL,
    GUICHET_CLE_JOURNAL,
    GUICHET_CLES_JOURNAL_RETIREES = '',
  } = process.env;
  const retired = GUICHET_CLES_JOURNAL_RETIREES.split(',')
    .map((key) => key.trim())
    .filter(Boolean);
  const keys = trustedKeys({ given: GUICHET_CLE_JOURNAL, retired, data });
  if (keys.length === 0)
    throw new CannotStart('Aucune clé : donnez GUICHET_CLE_JOURNAL, ou GUICHET_CLES_JOURNAL_RETIREES (clés publiques)');
  const url = DATABASE_URL ?? (await runningPostgres(data));
  if (!url) throw new CannotStart('Aucune base : donnez DATABASE_URL, ou lancez d’abord npm start');
  const source = await connect({ DATABASE_URL: url, GUICHET_POOL: 1 });
  try {
    const verdict = await verifyJournal(openDatabase(source), {
      keys,
      file: values['sans-fichier'] ? undefined : headsFile(data),
    });
    tell(verdict, keys.map(publicKeyText));
    return verdict.nombre_fautes === 0;
  } finally {
    await source.destroy();
  }
}

const count = (n: number, one: string, many: string) => `${n.toLocaleString('fr-FR')} ${n < 2 ? one : many}`;

function tell({ lignes, attente, tete, tetes, fautes, nombre_fautes }: Verdict, keys: string[]): void {
  if (nombre_fautes > 0) {
    console.error(`Journal altéré : ${count(nombre_fautes, 'anomalie', 'anomalies')}.`);
    for (const fault of fautes) console.error(`  ${sayFault(fault)}`);
    if (nombre_fautes > fautes.length) console.error(`  … et ${nombre_fautes - fautes.length} de plus.`);
  } else {
    console.log(
      `Journal intact : ${count(lignes, 'ligne scellée', 'lignes scellées')}, ${attente} en attente de sceau.`,
    );
  }
  if (tete) console.log(`Fin de la chaîne : rang ${tete.rang}, empreinte ${tete.empreinte}.`);
  console.log(`Têtes signées vérifiées : ${tetes}. Clés reconnues : ${keys.join(', ')}.`);
  if (tetes === 0 && lignes > 0)
    console.log('Aucune tête n’est signée : rien ne dit que la fin du journal n’a pas été coupée.');
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(explain(error) ?? error);
  process.exitCode = 1;
}
