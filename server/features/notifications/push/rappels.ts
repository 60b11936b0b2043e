import type { Database } from '../../../core/database.ts';
import { valeurDe } from '../../parametres/catalogue.ts';
import { type Avertissement, deposer } from './deposer.ts';

const LOT = 500;

interface Due {
  abonnement_id: number;
  date_echeance: string;
  jours: number;
}

/**
 * From those who want to know to what they owe, by index: a day’s work grows with the telephones, not the portfolio.
 * Several contrats of one client that fall due on one day are one reminder.
 */
const due = `select distinct a.id as abonnement_id, e.date_echeance::text, e.date_echeance - date_metier() as jours
  from unnest($1::bigint[]) t(id) join abonnements_push a on a.id = t.id
  join clients c on c.id = a.client_id and c.supprime_le is null
  join echeances e on e.client_id = a.client_id
  where e.date_echeance - date_metier() = any($2::int[])`;
const next = `select id from abonnements_push
  where id > $1 and 'echeances' = any(sujets) and expire_le > now() order by id limit $2`;

/**
 * Reminds of what falls due some days from now, tomorrow, and what fell due yesterday: each once for a telephone.
 * @param lot telephones at a time
 */
export async function rappeler(database: Database, signal: AbortSignal, lot = LOT): Promise<void> {
  const run = <T extends object>(text: string, values: unknown[] = []) =>
    database.read<T>({ text, values, stable: true });
  if ((await valeurDe({ query: run }, 'push.rappels')) === 'non') return;
  const avant = await valeurDe({ query: run }, 'push.jours');
  for (let last = 0; !signal.aborted; ) {
    const ids = (await run<{ id: number }>(next, [last, lot])).map(({ id }) => id);
    if (ids.length === 0) return;
    const dues = await run<Due>(due, [ids, [avant, 1, -1]]);
    for (const jours of new Set(dues.map((each) => each.jours))) {
      const same = dues.filter((each) => each.jours === jours);
      await deposer(
        database,
        same.map(({ abonnement_id }) => abonnement_id),
        rappelDe(same[0] as Due),
      );
    }
    last = ids.at(-1) as number;
  }
}

const rappelDe = ({ date_echeance, jours }: Due): Avertissement => ({
  avis: jours < 0 ? 'echeance_passee' : jours === 1 ? 'echeance_demain' : 'echeance_proche',
  cle: `echeance:${date_echeance}:${jours}`,
  ...(jours > 1 ? { jours } : {}),
});
