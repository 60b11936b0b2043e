import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../server/config.ts';
import { connect, demandMigrated } from '../server/connect.ts';
import { CannotStart, explain } from '../server/explain.ts';
import { bilan, importer } from '../server/features/assurance/mobile-money/releves/importer.ts';
import { openGuichet } from '../server/guichet.ts';
import { runningPostgres } from './postgres/running.ts';
import { keptSecret } from './start/secret.ts';

const operateurs = { mtn: 'mtn_money', airtel: 'airtel_money' } as const;
const USAGE = 'Usage : npm run rapprocher -- fichier.csv --operateur mtn|airtel';

/** `npm run rapprocher`: imports an operator’s statement and ends with 1 while anything in it is unsettled. */
async function main(): Promise<boolean> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { operateur: { type: 'string' } } });
  const operateur = operateurs[values.operateur as keyof typeof operateurs];
  const [file] = positionals;
  if (!file || !operateur) throw new CannotStart(USAGE);
  const contenu = await readFile(file, 'utf8').catch((error: Error) => {
    throw new CannotStart(`Impossible de lire ${file} : ${error.message}`);
  });
  const config = readConfig(await environment());
  // No simulator here: a till without settings is the running server’s.
  const guichet = await openGuichet({ ...config, NODE_ENV: 'production' }, await demandMigrated(await connect(config)));
  try {
    const id = await importer(guichet, { operateur, contenu });
    return tell(await bilan(guichet.database, id));
  } finally {
    await guichet.close();
  }
}

async function environment(): Promise<NodeJS.ProcessEnv> {
  const env = { ...process.env };
  const data = env.GUICHET_DATA || '.data';
  env.DATABASE_URL ||= await runningPostgres(data);
  if (!env.DATABASE_URL) throw new CannotStart('Aucune base : donnez DATABASE_URL, ou lancez d’abord npm start');
  if (env.NODE_ENV !== 'production') env.GUICHET_SECRET ||= keptSecret(data);
  return env;
}

const francs = (amount: number) => amount.toLocaleString('fr-FR');

function tell({ deja, totaux, ecarts, illisibles }: Awaited<ReturnType<typeof bilan>>): boolean {
  if (deja) console.log('Ce relevé est déjà importé : rien n’a changé.');
  for (const { jour, devise, operateur_montant, nous_montant, nombre } of totaux) {
    console.log(`${jour}  opérateur ${francs(operateur_montant)}  nous ${francs(nous_montant)} ${devise}`);
    console.log(
      `            ${Object.entries(nombre)
        .map(([classe, n]) => `${classe} ${n}`)
        .join(', ')}`,
    );
  }
  for (const { id, classe, transaction_id, montant_attendu, montant_constate } of ecarts)
    console.log(
      `  écart n° ${id} ${classe} ${transaction_id ?? ''} : attendu ${montant_attendu ?? '–'}, constaté ${montant_constate ?? '–'}`,
    );
  if (illisibles > 0) console.log(`  lignes illisibles : ${illisibles}`);
  const left = ecarts.length + illisibles;
  console.log(left === 0 ? 'Tout est rapproché.' : `À résoudre : ${left}.`);
  return left === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(explain(error) ?? error);
  process.exitCode = 2;
}
