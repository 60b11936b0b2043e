import { dataSource } from '../ormconfig.ts';
import { readConfig } from '../server/config.ts';
import type { Actor } from '../server/core/access.ts';
import type { Database } from '../server/core/database.ts';
import { aujourdhui } from '../server/core/jours.ts';
import { pageStatement } from '../server/core/query/list.ts';
import type { Statement } from '../server/core/query/params.ts';
import { parseQuery } from '../server/core/query/parse.ts';
import type { Resource } from '../server/core/resource.ts';
import { contrats } from '../server/features/assurance/contrats/resource.ts';
import { cotisations } from '../server/features/assurance/cotisations/resource.ts';
import { echeances } from '../server/features/assurance/echeances/resource.ts';
import { paiements } from '../server/features/assurance/paiements/resource.ts';
import { renouvellements } from '../server/features/assurance/renouvellements/resource.ts';
import { souscriptions } from '../server/features/assurance/souscriptions/resource.ts';
import { openGuichet } from '../server/guichet.ts';
import type { BenchDatabase } from './database.ts';

/** What PostgreSQL read to answer one question. */
export interface Plan {
  question: string;
  /** Rows looked at in each table, those thrown away included. */
  rows: Map<string, number>;
  /** Tables of the portfolio that were read from one end to the other. */
  whole: string[];
}

/** A page of 25 with its labels, or all that is due on one day in a branch of 200 000 contrats, in the order of keys. */
const ROWS_MAX = 1000;
/** The tables that grow with the portfolio: the others may be read from one end to the other. */
const growing = ['clients', 'souscriptions', 'termes', 'numeros_police', 'paiements'];

/** The plans over a database that was made for measuring. */
export async function plansOver({ env, email, contrats: [one] }: BenchDatabase): Promise<Plan[]> {
  const source = await dataSource(env.DATABASE_URL as string).initialize();
  const guichet = await openGuichet(readConfig(env), source);
  try {
    const [person] = await guichet.database.read<{ id: number }>({
      text: 'select id from utilisateurs where email = $1',
      values: [email],
      stable: false,
    });
    const known = await guichet.actors.find(person?.id ?? 0);
    if (!known || !one) throw new Error('nobody to ask, or nothing to ask for');
    return await plans(guichet.database, known.actor, one);
  } finally {
    await guichet.close();
  }
}

/** Reads the plans of the questions that a gestionnaire asks all day, as the API asks them. */
export async function plans(
  database: Pick<Database, 'read'>,
  actor: Actor,
  one: { police: string; client_id: number; souscription_id: number },
): Promise<Plan[]> {
  const questions: [string, Resource, string][] = [
    ['un contrat par sa police', contrats, `police=${one.police}`],
    ['les contrats d’un client', contrats, `client_id=${one.client_id}`],
    ['une police que l’on cherche', contrats, `search=${one.police}`],
    ['les cotisations d’une police', cotisations, `police=${one.police}&ordering=periode_debut`],
    ['les cotisations d’un client', cotisations, `client_id=${one.client_id}`],
    ['les paiements d’une souscription', paiements, `souscription_id=${one.souscription_id}`],
    ['les retards de la succursale', echeances, `date_echeance__lt=${aujourdhui()}`],
    ['ses retards de plus de 30 jours', echeances, 'tranche=plus_de_30'],
    ['ses échéances du jour', echeances, 'tranche=aujourd_hui'],
    ['ses retards, tous délais', echeances, 'tranche__in=plus_de_30,de_16_a_30,de_1_a_15'],
    ['ses renouvellements à une semaine', renouvellements, 'tranche=j_7'],
    ['ses derniers contrats', contrats, ''],
    ['ses contrats suspendus', contrats, 'statut=suspendue'],
    ['ses dernières souscriptions', souscriptions, ''],
    ['ses demandes rejetées', souscriptions, 'statut=rejetee'],
    ['ses dernières cotisations', cotisations, ''],
  ];
  const read: Plan[] = [];
  for (const [question, resource, asked] of questions) {
    const query = parseQuery(actor, resource, new URLSearchParams(asked));
    read.push({ question, ...(await planOf(database, pageStatement(actor, resource, query))) });
  }
  return read;
}

/** What is wrong with a plan, in French; undefined where nothing is. */
export function fault({ rows, whole }: Plan): string | undefined {
  if (whole.length > 0) return `lit ${whole.join(', ')} en entier`;
  const most = Math.max(0, ...rows.values());
  return most > ROWS_MAX ? `touche ${most} lignes d’une table` : undefined;
}

/** A line a question, for a terminal. */
export const reportPlans = (read: readonly Plan[]): string[] =>
  read.map((plan) => {
    const touched = [...plan.rows].map(([table, n]) => `${table} ${n}`).join(', ');
    const wrong = fault(plan);
    return `${wrong ? 'NON' : 'oui'}  ${plan.question} : ${touched}${wrong ? ` — ${wrong}` : ''}`;
  });

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
}

/** Carries a statement out and says what it read. */
export async function planOf(
  database: Pick<Database, 'read'>,
  { text, values }: Statement,
): Promise<Omit<Plan, 'question'>> {
  const [answer] = await database.read<{ 'QUERY PLAN': [{ Plan: Node }] }>({
    text: `explain (analyze, timing off, format json) ${text}`,
    values,
    stable: false,
  });
  const rows = new Map<string, number>();
  const whole = new Set<string>();
  const visit = (node: Node) => {
    const table = node['Relation Name'];
    if (table) {
      const thrown = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
      const touched = Math.ceil((node['Actual Rows'] + thrown) * node['Actual Loops']);
      rows.set(table, (rows.get(table) ?? 0) + touched);
      if (node['Node Type'] === 'Seq Scan' && growing.includes(table)) whole.add(table);
    }
    node.Plans?.forEach(visit);
  };
  if (answer) visit(answer['QUERY PLAN'][0].Plan);
  return { rows, whole: [...whole] };
}
