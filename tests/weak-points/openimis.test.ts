import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scopeOf } from '../../server/core/access.ts';
import { aujourdhui, plusJours, plusMois } from '../../server/core/jours.ts';
import { kindOf } from '../../server/core/kinds.ts';
import { Params } from '../../server/core/query/params.ts';
import { makeProduit } from '../../server/features/assurance/factory.ts';
import { makeClient } from '../../server/features/clients/factory.ts';
import { resources } from '../../server/features.ts';
import { operations } from '../../server/http/openapi/conformance/conversation.ts';
import { type Send, type TestApi, testApi } from '../api.ts';

/** What goes wrong in openIMIS, the reference for micro-insurance, point by point: here it does not. */
let api: TestApi;
let paul: Send;
let body: Record<string, unknown>;
beforeAll(async () => {
  api = await testApi();
  paul = await api.as(api.people.paul);
  const client_id = await makeClient(api.db.database, { nom: 'KONGO', succursale_id: api.people.douala });
  const produit_id = await makeProduit(api.db.database, { code: 'REF', branche: 'VIE' });
  body = { client_id, produit_id, montant: 1000, periodicite: 'mensuelle' };
});
afterAll(() => api.close());

interface Contrat {
  id: number;
  police: string;
  statut: string;
  couvert_jusqu_au: string;
}

const contrat = async () => (await paul<Contrat>('POST', '/contrats', body)).body;
const cash = (id: number, montant = 1000) =>
  paul<Contrat>('POST', `/contrats/${id}/encaisser`, { montant, mode_paiement: 'especes' });

/** A contrat as it stands on another day. */
async function on(jour: string, id: number): Promise<Contrat> {
  const line = await api.db.database.connect();
  try {
    await line.query('begin');
    await line.query(`select set_config('guichet.aujourdhui', $1, true)`, [jour]);
    return (await line.query<Contrat>('select * from contrats where id = $1', [id])).rows[0] as Contrat;
  } finally {
    await line.query('rollback');
    line.release();
  }
}

test('1 and 3: a payment activates, whatever is set, and is matched to what it pays in its own transaction', async () => {
  const { id } = await contrat();
  const { body: paid } = await cash(id);
  expect(paid).toMatchObject({ statut: 'activee', couvert_jusqu_au: plusJours(plusMois(aujourdhui(), 1), -1) });
  const [deed] = await api.db.rows<{ together: boolean }>(
    `select p.xmin = t.xmin as together from contrats c
     join paiements p using (souscription_id) join termes t using (souscription_id) where c.id = $1`,
    [id],
  );
  expect(deed?.together).toBe(true);
});

describe('2: a contrat past its end', () => {
  test('is told to be over, and was covered on its last day', async () => {
    const { id } = await contrat();
    await cash(id, 12_000);
    const last = plusJours(plusMois(aujourdhui(), 12), -1);
    expect((await on(last, id)).statut).toBe('activee');
    expect((await on(plusJours(last, 1), id)).statut).toBe('expiree');
  });

  test.each([
    ['suspendre', 'suspendue'],
    ['resilier', 'resiliee'],
  ])('that somebody had decided to %s stays so', async (verb, statut) => {
    const { id } = await contrat();
    await cash(id);
    await paul('POST', `/contrats/${id}/${verb}`, { motif: 'décidé en agence' });
    expect((await on(plusMois(aujourdhui(), 40), id)).statut).toBe(statut);
  });
});

describe('4: rows are somebody’s', () => {
  const bounded = resources.filter(({ branch }) => branch !== 'shared');

  test.each(bounded.map((resource) => [resource.name, resource] as const))(
    '%s: without a branch, a person or a path there is no row at all',
    (_name, resource) => {
      for (const portee of ['succursale', 'personnel'] as const) {
        const lost = { id: null, nom: '', email: null, role: 'agent', portee, succursale_id: null, succursales: [] };
        const actor = { ...lost, droits: { role: {}, utilisateur: {} } };
        expect(scopeOf(actor, resource, 't', new Params())).toContain('false');
      }
    },
  );
});

test('6: money is whole francs everywhere, and no two payments have one number', async () => {
  const floats = await api.db.rows(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and data_type in ('real', 'double precision', 'money')`,
  );
  expect(floats).toEqual([]);
  expect(kindOf('francs').column).toBe('bigint');
  const { id } = await contrat();
  expect((await paul('POST', `/contrats/${id}/encaisser`, { montant: 1000.5, mode_paiement: 'especes' })).status).toBe(
    400,
  );
  await cash(id);
  const twice = api.db.rows(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant)
     select numero, souscription_id, type, mode_paiement, montant from paiements limit 1`,
  );
  await expect(twice).rejects.toMatchObject({ constraint: 'paiements_numero_unique' });
});

test('7: history is not rewritten, and says why', async () => {
  const { id } = await contrat();
  await cash(id);
  await paul('POST', `/contrats/${id}/suspendre`, { motif: 'Chèque impayé' });
  const { results } = (await paul<{ results: { motif: string }[] }>('GET', `/contrats/${id}/historique`)).body;
  expect(results[0]?.motif).toBe('Chèque impayé');
  for (const text of [`update journal set motif = 'autre'`, 'delete from journal', 'truncate journal'])
    await expect(api.db.rows(text), text).rejects.toThrow();
});

test('8: two people who edit at once do not overwrite each other', async () => {
  const { id } = await contrat();
  const { headers } = await paul('GET', `/contrats/${id}`);
  const etag = headers.get('etag') ?? '';
  const both = await Promise.all(
    [2000, 3000].map((montant) => paul('PATCH', `/contrats/${id}`, { montant }, { 'if-match': etag })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('9: a number says what it is of, is made again from its parts, and no work is behind an open address', async () => {
  const { police } = await contrat();
  expect(police).toMatch(new RegExp(`^CG-${aujourdhui().slice(0, 4)}-VIE-\\d{3,}$`));
  const open = operations.filter(({ method, operation }) => method !== 'get' && operation.security?.length === 0);
  const paths = open.map(({ path }) => path).filter((path) => !path.startsWith('/auth/'));
  for (const path of paths) expect(path).toMatch(/^\/(borne|ussd|chatbot|rappels)\//);
  const { status } = await api.anonymous('POST', '/contrats', body);
  expect(status).toBe(401);
});
