import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fault, type Plan, planOf, plans } from '../../../bench/plans.ts';
import { seedVolume } from '../../../seeds/volume/index.ts';
import { cast } from '../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { countStatement } from '../../core/query/count.ts';
import { parseQuery } from '../../core/query/parse.ts';
import type { Resource } from '../../core/resource.ts';
import { contrats } from './contrats/resource.ts';
import { echeances } from './echeances/resource.ts';
import { renouvellements } from './renouvellements/resource.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof cast>>;
beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
  await seedVolume(db.source, { contrats: 20_000 });
}, 120_000);
afterAll(() => db.close());

const actor = async (who: keyof Pick<typeof people, 'paul' | 'mireille'>) => (await people[who].caller()).actor;

describe('among twenty thousand contrats', () => {
  test('each question of a branch reads its own rows, by index', async () => {
    const [one] = await db.rows<{ police: string; client_id: number; souscription_id: number }>(
      `select police, client_id, souscription_id from contrats where succursale_id = $1 and solde > 0 order by id limit 1 offset 700`,
      [people.douala],
    );
    if (!one) throw new Error('Douala has no contrat');
    const read = await plans(db.database, await actor('paul'), one);
    expect(read.flatMap((plan) => (fault(plan) ? [`${plan.question} : ${fault(plan)}`] : []))).toEqual([]);
    const touched = (question: string) => [...(read.find((plan) => plan.question === question) as Plan).rows.values()];
    expect(Math.max(...touched('un contrat par sa police'))).toBeLessThan(10);
    expect(Math.max(...touched('les cotisations d’une police'))).toBeLessThanOrEqual(40);
  });

  test('a statement that reads a table from one end to the other is found out', async () => {
    const statement = { text: `select * from souscriptions where motif = 'rien'`, values: [], stable: false };
    const plan = { question: 'tout', ...(await planOf(db.database, statement)) };
    expect(fault(plan)).toBe('lit souscriptions en entier');
    expect(plan.rows.get('souscriptions')).toBe(20_000);
  });
});

describe('what is told from the dates', () => {
  const derived: [Resource, string][] = [
    [echeances, 'tranche'],
    [renouvellements, 'tranche'],
    [contrats, 'statut'],
  ];

  test.each(derived.map(([{ name }, field], i) => [name, field, i] as const))(
    '%s: each %s is found where the column says so, alone and with others',
    async (name, field, i) => {
      const [resource] = derived[i] as [Resource, string];
      const mireille = await actor('mireille');
      const choices = resource.fields.get(field)?.choices ?? [];
      const found = async (asked: string) => {
        const statement = countStatement(mireille, resource, parseQuery(mireille, resource, [[`${field}__in`, asked]]));
        const text = statement.text.replace(/limit \d+/, '');
        return (await db.rows<{ count: number }>(text, statement.values))[0]?.count;
      };
      const said = async (asked: string) =>
        (
          await db.rows<{ n: number }>(`select count(*) as n from ${name} where ${field} = any($1)`, [asked.split(',')])
        )[0]?.n;
      for (const asked of [...choices, choices.slice(0, 2).join(','), choices.join(',')])
        expect([asked, await found(asked)]).toEqual([asked, await said(asked)]);
      expect(await found(choices.join(','))).toBe(
        (await db.rows<{ n: number }>(`select count(*) as n from ${name}`))[0]?.n,
      );
    },
  );

  test('a day moves every limit with it', async () => {
    const line = await db.database.connect();
    try {
      await line.query('begin');
      for (const days of [-45, -8, -1, 1, 7, 29]) {
        await line.query(`select set_config('guichet.aujourdhui', (current_date + $1::int)::text, true)`, [days]);
        for (const [{ name, derived: by }, field] of derived) {
          for (const [choice, condition] of Object.entries(by[field]?.('t') ?? {})) {
            const { rows } = await line.query(
              `select count(*) as n from ${name} t where (${field} = '${choice}') is distinct from coalesce(${condition}, false)`,
            );
            expect([days, name, choice, Number(rows[0]?.n)]).toEqual([days, name, choice, 0]);
          }
        }
      }
    } finally {
      await line.query('rollback');
      line.release();
    }
  });
});
