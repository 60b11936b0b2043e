import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, cast } from '../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { clients } from '../features/clients/resource.ts';
import { agents } from '../features/organisation/agents/resource.ts';
import { cles } from '../features/organisation/cles/resource.ts';
import { makeSuccursale, makeUtilisateur } from '../features/organisation/factory.ts';
import { roles } from '../features/organisation/roles/resource.ts';
import { utilisateurs } from '../features/organisation/utilisateurs/resource.ts';
import { type Actor, can, exceeds, scopeOf } from './access.ts';
import { Params } from './query/params.ts';
import { parseQuery } from './query/parse.ts';

let db: TestDatabase;
let people: Cast;

beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
});
afterAll(() => db.close());

const nobody: Actor = {
  id: null,
  nom: 'personne',
  email: null,
  role: 'agent',
  portee: 'succursale',
  succursale_id: null,
  succursales: [],
  droits: { role: {}, utilisateur: {} },
};
const scope = (actor: Partial<Actor>, resource = clients) => {
  const params = new Params();
  return [scopeOf({ ...nobody, ...actor }, resource, 't', params), params.values];
};

describe('the reach of a role', () => {
  test.each([
    ['all rows', scope({ portee: 'toutes' }), [undefined, []]],
    ['a branch', scope({ succursales: [4] }), ['t.succursale_id = $1', [4]]],
    ['a branch and those below', scope({ succursales: [4, 5] }), ['t.succursale_id = any($1::bigint[])', [[4, 5]]]],
    ['no branch', scope({}), ['false', []]],
    ['no branch, through another table', scope({}, cles)[1], []],
    ['one’s own rows', scope({ portee: 'personnel', id: 9 }, agents), ['t.utilisateur_id = $1', [9]]],
    ['one’s own rows where there is no owner', scope({ portee: 'personnel', id: 9 }), ['false', []]],
    ['one’s own rows of nobody', scope({ portee: 'personnel' }, agents), ['false', []]],
    ['what all share', scope({}, roles), [undefined, []]],
    [
      'a resource without a path to the branch',
      scope({ succursales: [4] }, { ...clients, branch: undefined }),
      ['false', []],
    ],
  ])('%s', (_, told, expected) => {
    expect(told).toEqual(expected);
  });

  test('through another table ends at that table’s branch', () => {
    expect(scope({ succursales: [4] }, cles)[0]).toBe(
      'exists (select from utilisateurs t_utilisateur_id where t_utilisateur_id.id = t.utilisateur_id and t_utilisateur_id.succursale_id = $1)',
    );
  });

  test('in any tree, a branch sees the clients of itself and of all below, and no other', async () => {
    const trees = fc.array(fc.nat(), { minLength: 2, maxLength: 9 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(trees, async (choices) => {
        run += 1;
        const ids: number[] = [];
        const parent = new Map<number, number>();
        for (const [i, choice] of choices.entries()) {
          const above = i === 0 ? people.siege : (ids[choice % i] as number);
          const id = await makeSuccursale(db.database, {
            code: `T${run}-${i}`,
            nom: `T${run}-${i}`,
            ville: 'X',
            pays: 'CG',
            parent_id: above,
          });
          parent.set(id, above);
          ids.push(id);
          await db.rows('insert into clients (nom, succursale_id) values ($1, $2)', [`T${run}`, id]);
        }
        const isBelow = (id: number, top: number): boolean =>
          id === top || (parent.has(id) && isBelow(parent.get(id) as number, top));
        for (const [i, top] of ids.entries()) {
          const user = await makeUtilisateur(db.database, {
            email: `t${run}-${i}@x.test`,
            nom: 'T',
            role: 'gestionnaire',
            succursale_id: top,
          });
          const actor = (await db.actors.find(user))?.actor as Actor;
          const query = parseQuery(actor, clients, [['page_size', '200']]);
          const page = await db.records.list({ actor, surface: 'api', langue: 'fr' }, clients, query);
          const seen = (JSON.parse(page.results) as { succursale_id: number }[]).map((row) => row.succursale_id).sort();
          expect(seen).toEqual(ids.filter((id) => isBelow(id, top)).sort());
          expect(page.count).toBe(seen.length);
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe('a right', () => {
  const actor = (role: string, ofRole = {}, own = {}): Actor => ({
    ...nobody,
    role,
    droits: { role: ofRole, utilisateur: own },
  });

  test.each([
    ['comes from the declaration', actor('gestionnaire'), true],
    ['is not there for a role that nobody named', actor('licorne'), false],
    ['is taken by the role', actor('gestionnaire', { clients: { supprimer: false } }), false],
    ['is given by the role', actor('agent', { clients: { supprimer: true } }), true],
    [
      'is given to the person against the role',
      actor('agent', { clients: { supprimer: false } }, { clients: { supprimer: true } }),
      true,
    ],
    [
      'is taken from the person against the role',
      actor('administrateur', {}, { clients: { supprimer: false } }),
      false,
    ],
  ])('%s', (_, who, expected) => {
    expect(can(who, clients, 'supprimer')).toBe(expected);
  });

  test('that a resource does not have is nobody’s', () => {
    expect(can(actor('administrateur', {}, { clients: { voler: true } }), clients, 'voler')).toBe(false);
  });

  test('or a reach beyond one’s own is found', async () => {
    const { actor: paul } = await people.paul.caller();
    expect(exceeds(paul, { role: 'agent', portee: 'succursale', droits: nobody.droits })).toBeUndefined();
    expect(exceeds(paul, { role: 'agent', portee: 'toutes', droits: nobody.droits })).toBe('portee');
    expect(exceeds(paul, actor('agent', {}, { utilisateurs: { modifier: true } }))).toBe('utilisateurs.modifier');
    expect(can(paul, utilisateurs, 'modifier')).toBe(false);
  });
});
