import { connect, demandMigrated } from '../server/connect.ts';
import { openDatabase } from '../server/core/database.ts';
import { systemCaller } from '../server/core/jobs/system.ts';
import { CannotStart, explain } from '../server/explain.ts';
import { enPhrase } from '../server/features/assurance/reversements/anomalies/phrases.ts';
import { type Verdict, verifierSoldes } from '../server/features/assurance/reversements/anomalies/verification.ts';
import { runningPostgres } from './postgres/running.ts';

/** `npm run verifier-soldes`: says in French whether the balances add up, and ends with 1 when they do not. */
async function main(): Promise<boolean> {
  const { GUICHET_DATA = '.data', DATABASE_URL } = process.env;
  const url = DATABASE_URL ?? (await runningPostgres(GUICHET_DATA));
  if (!url) throw new CannotStart('Aucune base : donnez DATABASE_URL, ou lancez d’abord npm start');
  const source = await demandMigrated(await connect({ DATABASE_URL: url, GUICHET_POOL: 1 }));
  try {
    const verdict = await verifierSoldes(openDatabase(source), systemCaller);
    tell(verdict);
    return verdict.ouvertes.length === 0;
  } finally {
    await source.destroy();
  }
}

const count = (n: number, one: string, many: string) => `${n.toLocaleString('fr-FR')} ${n < 2 ? one : many}`;

function tell({ ouvertes, nouvelles, resolues }: Verdict): void {
  if (resolues > 0) console.log(`${count(resolues, 'anomalie résolue', 'anomalies résolues')}.`);
  if (ouvertes.length === 0) console.log('Tous les soldes sont justes.');
  else console.error(`${count(ouvertes.length, 'écart', 'écarts')}, dont ${count(nouvelles, 'nouveau', 'nouveaux')} :`);
  for (const each of ouvertes) console.error(`  ${enPhrase(each)}`);
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(explain(error) ?? error);
  process.exitCode = 1;
}
