import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aujourdhui, plusJours } from '../../../../core/jours.ts';
import { share } from '../../../../core/money.ts';
import { catalogue } from '../../../parametres/catalogue.ts';
import { type Answered, type Caisse, caisse, regle } from '../caisse.fixture.ts';

let c: Caisse;
beforeAll(async () => {
  c = await caisse();
});
afterAll(() => c.close());

interface Line {
  id: number;
  paiement_id: number;
  montant: number;
  taux: number;
  statut: string;
  payable_le: string | null;
  echeance: string | null;
  payee_le: string | null;
}

const commissions = (agent: number) =>
  c.db.rows<Line>('select * from commissions where agent_id = $1 order by id', [agent]);
const dernier = async (agent: number) => (await commissions(agent)).at(-1) as Line;
const payer = (id: number, body: object = { mode_paiement: 'virement', reference: 'VIR-1' }, send = c.paul) =>
  send<Answered>('POST', `/commissions/${id}/payer`, body);

async function remettre(agent: number) {
  const { id, montant } = (await c.etablir(agent)).body;
  expect((await c.receptionner(id, montant)).status).toBe(200);
}

describe('a commission', () => {
  test('is earned by each payment at the rate that was sold, and is never netted from it', async () => {
    const agent = await c.agent(25);
    const vente = await c.souscription(agent);
    const paiement = await c.encaisse(vente, 1005);
    await c.mireille('PATCH', `/produits/${c.produit_id}`, { taux_commission: 50 });
    await c.encaisse(vente, 1000);
    await c.mireille('PATCH', `/produits/${c.produit_id}`, { taux_commission: 10 });
    expect((await commissions(agent)).map(({ montant, taux }) => [montant, taux])).toEqual([
      [101, 10],
      [100, 10],
    ]);
    const [row] = await c.db.rows('select montant, frais, net from paiements where id = $1', [paiement]);
    expect(row).toEqual({ montant: 1005, frais: 0, net: 1005 });
    const posted = await c.db.rows(
      `select compte, montant from ecritures where origine = 'paiement' and origine_id = $1 order by compte`,
      [paiement],
    );
    expect(posted).toEqual([
      { compte: 'agent', montant: 1005 },
      { compte: 'primes', montant: -1005 },
    ]);
  });

  test('is at the agent’s own rate where the product gives none; without agent or rate there is none', async () => {
    const product = { code: 'SANS', nom: 'Sans taux', branche: 'VIE', montant_min: 100, montant_max: 9000 };
    const own = { ...product, periodicites: ['mensuelle'], duree: 12, duree_unite: 'mois' };
    const of = (await c.mireille<Answered>('POST', '/produits', own)).body.id;
    const [agent, sans] = [await c.agent(7.5), await c.agent(0)];
    await c.encaisse(await c.souscription(agent, 1000, of), 1000);
    await c.encaisse(await c.souscription(sans, 1000, of), 1000);
    expect((await commissions(agent)).map(({ montant, taux }) => [montant, taux])).toEqual([[75, 7.5]]);
    expect(await commissions(sans)).toEqual([]);
    const nobody = await c.encaisse(await c.souscription(), 1000);
    expect(await c.db.rows('select from commissions where paiement_id = $1', [nobody])).toEqual([]);
  });

  test('waits for the bordereau when the money is cash, and is due thirty days after; other money is with us', async () => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    await c.encaisse(vente, 1000);
    expect(await dernier(agent)).toMatchObject({ statut: 'en_attente', payable_le: null, echeance: null });
    const refused = await payer((await dernier(agent)).id);
    expect(refused.status).toBe(409);
    expect(refused.body.message).toMatch(/pas encore reversées.*art\. 544/);
    await c.encaisse(vente, 1000, 'virement');
    const today = aujourdhui();
    const due = { statut: 'payable', payable_le: today, echeance: plusJours(today, 30) };
    expect(await dernier(agent)).toMatchObject(due);
    await remettre(agent);
    for (const each of await commissions(agent)) expect(each).toMatchObject(due);
  });

  test('is due after as many days as the setting says; what the database assumes is what the list of settings says', async () => {
    const [row] = await c.db.rows<{ definition: string }>(
      `select string_agg(pg_get_functiondef(oid), ' ') || pg_get_viewdef('encours_agents') as definition
       from pg_proc where proname in ('paiements_remuneres', 'bordereaux_portes')`,
    );
    const assumed = [...(row?.definition ?? '').matchAll(/parametre_entier\('([\w.]+)'(?:::text)?, (\d+)\)/g)];
    expect(assumed.map(([, code, days]) => [code, Number(days)])).toEqual([
      ...Array(2).fill(['commission.jours', catalogue['commission.jours'].defaut]),
      ['reversement.jours', catalogue['reversement.jours'].defaut],
    ]);
    await c.regler('commission.jours', 10);
    const agent = await c.agent();
    await c.encaisse(await c.souscription(agent), 1000, 'cheque');
    expect(await dernier(agent)).toMatchObject({ echeance: plusJours(aujourdhui(), 10) });
    await c.regler('commission.jours', 30);
  });

  test('rounds as money does, whatever the sum and the rate', async () => {
    const sums = fc.record({ montant: fc.integer({ min: -9e9, max: 9e9 }), taux: fc.integer({ min: 0, max: 10_000 }) });
    for (const { montant, taux } of fc.sample(sums, 200)) {
      const [row] = await c.db.rows<{ part: number }>('select round($1::bigint * $2::numeric / 100)::bigint as part', [
        montant,
        taux / 100,
      ]);
      expect(row?.part, `${montant} × ${taux / 100} %`).toBe(share(montant, taux / 100) || 0);
    }
  });

  test('stays as it was earned', async () => {
    const agent = await c.agent();
    await c.encaisse(await c.souscription(agent), 1000);
    const { id } = await dernier(agent);
    for (const text of [
      'update commissions set montant = 1 where id = $1',
      `update commissions set statut = 'payee', payable_le = now(), echeance = now(), payee_le = now(), mode_paiement = 'especes' where id = $1`,
      'delete from commissions where id = $1',
    ])
      expect(await regle(c.db, text, [id]), text).toBe('commissions_figees');
  });
});

describe('a correction', () => {
  test('takes back its part to the franc, also of what was paid', async () => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    const paiement = await c.encaisse(vente, 1005, 'virement');
    const [earned] = await commissions(agent);
    expect((await payer(earned?.id as number)).status).toBe(200);
    await c.corriger(paiement, -5);
    await c.corriger(paiement, -335);
    await c.corriger(paiement, -330);
    expect((await commissions(agent)).map(({ montant, statut }) => [montant, statut])).toEqual([
      [101, 'payee'],
      [-1, 'payable'],
      [-33, 'payable'],
      [-33, 'payable'],
    ]);
    const refused = await payer((await dernier(agent)).id);
    expect(refused.status).toBe(409);
    expect(refused.body.message).toMatch(/dépassent les commissions de 67 francs/);
    expect((await commissions(agent)).filter(({ statut }) => statut === 'payable')).toHaveLength(3);

    await c.encaisse(vente, 2000, 'virement');
    expect((await payer((await dernier(agent)).id)).body.resultat).toEqual({ nombre: 4, total: 133 });
  });

  test('of cash that is not remitted waits with it', async () => {
    const agent = await c.agent();
    const paiement = await c.encaisse(await c.souscription(agent), 2000);
    await c.corriger(paiement, -500);
    expect((await commissions(agent)).map(({ montant, statut }) => [montant, statut])).toEqual([
      [200, 'en_attente'],
      [-50, 'en_attente'],
    ]);
    await remettre(agent);
    expect((await payer((await dernier(agent)).id)).body.resultat).toEqual({ nombre: 2, total: 150 });
  });
});

describe('paying an agent', () => {
  test('pays all that is payable, one posting each, from the till or the bank', async () => {
    for (const [mode_paiement, compte] of [
      ['especes', 'caisse'],
      ['cheque', 'banque'],
    ] as const) {
      const agent = await c.agent();
      const vente = await c.souscription(agent);
      for (const montant of [1000, 2000]) await c.encaisse(vente, montant, 'virement');
      await c.encaisse(vente, 4000);
      const [un, deux, trois] = (await commissions(agent)) as [Line, Line, Line];
      const { status, body } = await payer(un.id, { mode_paiement, reference: 'REC-7' });
      expect([status, body.resultat]).toEqual([200, { nombre: 2, total: 300 }]);
      expect(body).toMatchObject({ statut: 'payee', payee_le: aujourdhui(), mode_paiement, reference: 'REC-7' });
      expect((await commissions(agent)).map(({ statut }) => statut)).toEqual(['payee', 'payee', 'en_attente']);
      const posted = await c.db.rows(
        `select origine_id, compte, montant from ecritures
         where origine = 'commission' and origine_id = any($1) order by origine_id, montant desc`,
        [[un.id, deux.id, trois.id]],
      );
      expect(posted).toEqual([
        { origine_id: un.id, compte: 'commissions', montant: 100 },
        { origine_id: un.id, compte, montant: -100 },
        { origine_id: deux.id, compte: 'commissions', montant: 200 },
        { origine_id: deux.id, compte, montant: -200 },
      ]);
      const history = await c.paul<{ results: { action: string }[] }>('GET', `/commissions/${deux.id}/historique`);
      expect(history.body.results.map(({ action }) => action)).toEqual(['payer']);
      expect((await payer(un.id)).body.message).toBe('Cette commission est déjà payée.');
    }
  });

  test('happens once, however many pay at once, and only by who may', async () => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    for (let i = 0; i < 4; i++) await c.encaisse(vente, 1000, 'virement');
    const all = await commissions(agent);
    expect((await payer(all[0]?.id as number, undefined, c.awa)).status).toBe(403);
    const paid = await Promise.all(all.map(({ id }) => payer(id)));
    expect(paid.filter(({ status }) => status === 200).map(({ body }) => body.resultat?.total)).toEqual([400]);
    expect(
      await c.db.rows(`select from ecritures where compte = 'commissions' and agent_id = $1`, [agent]),
    ).toHaveLength(4);
    expect((await c.awa('GET', `/commissions?agent_id=${agent}`)).status).toBe(200);
    const chantal = await c.api.as(c.people.chantal);
    expect((await chantal('GET', `/commissions/${all[0]?.id}`)).status).toBe(404);
  });
});
