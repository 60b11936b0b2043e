import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aujourdhui, plusJours } from '../../../../core/jours.ts';
import { type Caisse, caisse } from '../caisse.fixture.ts';

let c: Caisse;
beforeAll(async () => {
  c = await caisse();
});
afterAll(() => c.close());

interface Encours {
  total: number;
  de_0_a_15: number;
  de_16_a_30: number;
  plus_de_30: number;
  plus_ancien_le: string;
  en_retard: boolean;
}

const encours = async (agent: number, send = c.paul) =>
  (await send<{ results: Encours[] }>('GET', `/encours_agents?agent_id=${agent}`)).body.results[0];
const il_y_a = (jours: number) => plusJours(aujourdhui(), -jours);

describe('the cash of an agent by age', () => {
  test('falls into the tranche of each payment, at their boundary days', async () => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    await c.encaisse(vente, 1000);
    for (const [jours, montant] of [
      [15, 20],
      [16, 300],
      [30, 4000],
      [31, 50_000],
    ] as const)
      await c.encaisseIlYA(jours, vente, montant);
    expect(await encours(agent)).toMatchObject({
      total: 55_320,
      de_0_a_15: 1020,
      de_16_a_30: 4300,
      plus_de_30: 50_000,
      plus_ancien_le: il_y_a(31),
      en_retard: true,
    });
    const chantal = await c.api.as(c.people.chantal);
    expect(await encours(agent, chantal)).toBeUndefined();
    expect((await c.paul('GET', '/encours_agents?en_retard=true&search=AGT')).text).toContain(`"agent_id":${agent}`);
    expect((await c.paul('GET', '/encours_agents/export?format=csv')).text).toContain('Plus de 30 jours');
  });

  test('leaves with the bordereau that was received, not with one that was only made', async () => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    await c.encaisse(vente, 1000);
    const vieux = await c.encaisseIlYA(40, vente, 700);
    const { id } = (await c.etablir(agent, [vieux])).body;
    expect(await encours(agent)).toMatchObject({ plus_de_30: 700, en_retard: true });
    await c.receptionner(id, 700);
    expect(await encours(agent)).toMatchObject({
      total: 1000,
      plus_de_30: 0,
      plus_ancien_le: aujourdhui(),
      en_retard: false,
    });
    const rest = (await c.etablir(agent)).body;
    await c.receptionner(rest.id, 1000);
    expect(await encours(agent)).toBeUndefined();
  });

  test('is less by what was put right, the oldest first', async () => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    const paiement = await c.encaisse(vente, 1000);
    await c.encaisseIlYA(40, vente, 500);
    await c.encaisseIlYA(20, vente, 400);
    await c.corriger(paiement, -600);
    expect(await encours(agent)).toMatchObject({
      total: 1300,
      plus_de_30: 0,
      de_16_a_30: 300,
      de_0_a_15: 1000,
      en_retard: false,
    });
  });
});

describe('an agent who is late (art. 542)', () => {
  const prendre = async (jours: number) => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    await c.encaisse(vente, 1000, 'virement');
    const vieux = await c.encaisseIlYA(jours, vente, 500);
    return { agent, vente, vieux };
  };

  test('takes cash on the thirtieth day, and no more on the thirty-first', async () => {
    const { agent, vente } = await prendre(30);
    expect(await encours(agent)).toMatchObject({ en_retard: false });
    expect((await c.encaisser(vente, 100)).status).toBe(200);
    const late = await prendre(31);
    expect(await encours(late.agent)).toMatchObject({ en_retard: true });
    const refused = await c.encaisser(late.vente, 100);
    expect([refused.status, refused.body.message]).toEqual([
      409,
      'Cet agent détient des espèces depuis plus de 30 jours : il les reverse d’abord (art. 542).',
    ]);
    expect((await c.encaisser(late.vente, 100, 'virement')).status).toBe(200);
  });

  test('stays late while the old payment is kept back, and is free once it is in', async () => {
    const { agent, vente, vieux } = await prendre(29);
    const neuf = await c.encaisse(vente, 900);
    await c.regler('reversement.jours', 28);
    expect((await c.encaisser(vente, 100)).status).toBe(409);
    await c.receptionner((await c.etablir(agent, [neuf])).body.id, 900);
    expect((await c.encaisser(vente, 100)).status).toBe(409);
    expect(await encours(agent)).toMatchObject({ total: 500, en_retard: true });
    await c.receptionner((await c.etablir(agent, [vieux])).body.id, 500);
    expect((await c.encaisser(vente, 100)).status).toBe(200);
    await c.regler('reversement.jours', 30);
  });
});

describe('the ceiling of cash per police (art. 541)', () => {
  test('is reached to the franc, and not passed by one', async () => {
    const vente = await c.souscription(await c.agent(), 400_000);
    await c.encaisse(vente, 999_999);
    const refused = await c.encaisser(vente, 2);
    expect([refused.status, refused.body.message]).toEqual([
      409,
      'Les espèces sont limitées à 1 000 000 francs par police (art. 541) : il reste 1 francs.',
    ]);
    expect((await c.encaisser(vente, 1)).status).toBe(200);
    expect((await c.encaisser(vente, 1)).status).toBe(409);
  });

  test('holds while twenty pay at once', async () => {
    const vente = await c.souscription(await c.agent(), 90_000);
    const paid = await Promise.all(Array.from({ length: 20 }, () => c.encaisser(vente, 90_000)));
    expect(paid.map(({ status }) => status).sort()).toEqual([...Array(11).fill(200), ...Array(9).fill(409)]);
    const [row] = await c.db.rows<{ somme: number }>(
      `select sum(montant)::bigint as somme from paiements where souscription_id = $1 and mode_paiement = 'especes' and statut = 'reussi'`,
      [vente],
    );
    expect(row?.somme).toBe(990_000);
    expect((await c.encaisser(vente, 10_000)).status).toBe(200);
  });
});
