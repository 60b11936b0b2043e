import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { systemCaller } from '../../../../core/jobs/system.ts';
import { aujourdhui, plusJours, plusMois } from '../../../../core/jours.ts';
import { type Caisse, caisse } from '../caisse.fixture.ts';
import { type Controle, codes } from './anomalie.ts';
import { soldesJobs } from './jobs.ts';
import { verifierSoldes } from './verification.ts';

let c: Caisse;
let agent: number;
let vente: number;
let bordereau: number;
beforeAll(async () => {
  c = await caisse();
  agent = await c.agent();
  vente = await c.souscription(agent);
  const paiement = await c.encaisse(vente, 3000);
  await c.encaisse(vente, 1000, 'virement');
  await c.corriger(paiement, -500);
  bordereau = (await c.etablir(agent)).body.id;
  await c.receptionner(bordereau, 2500);
  await c.paul('POST', `/commissions/1/payer`, { mode_paiement: 'especes' });
  await c.encaisse(vente, 700);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => c.close());

const verifier = () => verifierSoldes(c.db.database, systemCaller);

/** Writes past every rule and trigger, as nothing in the product can. */
const forcer = (text: string) => c.db.rows(`do $$ begin set local session_replication_role = replica; ${text}; end $$`);

test('books that add up give no anomaly', async () => {
  expect(await verifier()).toEqual({ ouvertes: [], nouvelles: 0, resolues: 0 });
});

/** What is forced, how it is put right, and what is then expected and found. */
const forced: [Controle, string, string, string | null, string][] = [
  ['paye', 'update souscriptions set paye = 4201', 'update souscriptions set paye = 4200', '4200', '4201'],
  [
    'couverture',
    `update souscriptions set couvert_jusqu_au = '2000-01-01'`,
    'perform tenir_couverture(id) from souscriptions',
    plusJours(plusMois(aujourdhui(), 4), -1),
    '2000-01-01',
  ],
  [
    'expiration',
    `update souscriptions set expire_le = '2000-01-01'`,
    'perform tenir_couverture(id) from souscriptions',
    plusJours(aujourdhui(), 364),
    '2000-01-01',
  ],
  ['solde', 'update agents set solde = 701', 'update agents set solde = 700', '700', '701'],
  [
    'especes',
    `update ecritures set montant = montant + case compte when 'primes' then -5 else 5 end where id >= $; update agents set solde = 705`,
    `update ecritures set montant = montant - case compte when 'primes' then -5 else 5 end where id >= $; update agents set solde = 700`,
    '700',
    '705',
  ],
  ['especes', 'update especes_detenues set montant = 701', 'update especes_detenues set montant = 700', '700', '701'],
  [
    'ecritures',
    `update ecritures set montant = 2499 where compte = 'caisse' and origine = 'bordereau'`,
    `update ecritures set montant = 2500 where compte = 'caisse' and origine = 'bordereau'`,
    '0',
    '-1',
  ],
  ['bordereau', 'update bordereaux set montant = 2600', 'update bordereaux set montant = 2500', '2500', '2600'],
  ['bordereau', 'update bordereaux set nombre = 3', 'update bordereaux set nombre = 2', '2500', '2500'],
];

test.each(forced)(
  '%s: %s is found, named, kept and closed once it is right again',
  async (controle, wrong, right, attendu, trouve) => {
    const [last] = await c.db.rows<{ id: number }>(`select max(id) - 1 as id from ecritures`);
    const at = (text: string) => text.replaceAll('$', String(last?.id));
    await forcer(at(wrong));
    const verdict = await verifier();
    expect(verdict).toMatchObject({ nouvelles: 1, resolues: 0, ouvertes: [{ controle, attendu, trouve }] });
    expect(await verifier()).toMatchObject({ nouvelles: 0, resolues: 0, ouvertes: [{ controle }] });
    const listed = await c.paul<{ results: { id: number; controle: string }[] }>(
      'GET',
      '/anomalies?resolu_le__isnull=true',
    );
    expect(listed.body.results).toMatchObject([{ controle, attendu, trouve }]);
    await forcer(at(right));
    expect(await verifier()).toEqual({ ouvertes: [], nouvelles: 0, resolues: 1 });
    const id = listed.body.results[0]?.id;
    expect((await c.paul<{ resolu_le: string }>('GET', `/anomalies/${id}`)).body.resolu_le).toBeTruthy();
    const lines = await c.db.rows<{ action: string }>(
      `select action from journal where ressource = 'anomalies' and objet_id = $1 order by id`,
      [id],
    );
    expect(lines.map(({ action }) => action)).toEqual(['constater', 'resoudre']);
  },
);

test('every control is tried here', () => {
  expect([...new Set(forced.map(([controle]) => controle))]).toEqual(codes);
});

test('the nightly job says what differs, and a branch sees its own anomalies alone', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const run = () =>
    soldesJobs['verifier-soldes']?.run(
      {},
      { database: c.db.database, caller: systemCaller, signal: new AbortController().signal },
    );
  await run();
  expect(said).not.toHaveBeenCalled();
  await forcer('update agents set solde = 1');
  await run();
  const [{ matricule }] = (await c.db.rows('select matricule from agents')) as [{ matricule: string }];
  expect(said.mock.calls).toEqual([[`[tâches] soldes : Solde d’un agent, ${matricule} : attendu 700, trouvé 1`]]);
  const chantal = await c.api.as(c.people.chantal);
  expect((await chantal<{ count: number }>('GET', '/anomalies')).body.count).toBe(0);
  expect((await c.paul<{ count: number }>('GET', '/anomalies?controle=solde')).body.count).toBeGreaterThan(0);
  expect((await c.awa('GET', '/anomalies')).status).toBe(403);
  expect((await c.mireille('POST', '/anomalies', {})).status).toBe(403);
  await forcer('update agents set solde = 700');
  await verifier();
});

test('two checks at once find the same, once', async () => {
  await forcer('update agents set solde = 2');
  const verdicts = await Promise.all([verifier(), verifier(), verifier()]);
  expect(verdicts.map(({ nouvelles }) => nouvelles).sort()).toEqual([0, 0, 1]);
  expect(verdicts.every(({ ouvertes }) => ouvertes.length === 1)).toBe(true);
  await forcer('update agents set solde = 700');
});
