import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caisse, caisse, tous } from './caisse.fixture.ts';

let c: Caisse;
let ventes: number[];
let agents: number[];
beforeAll(async () => {
  c = await caisse();
  agents = [await c.agent(), await c.agent()];
  ventes = await Promise.all([0, 0, 1, 1].map((i) => c.souscription(agents[i], 100)));
  for (const vente of ventes) await c.encaisse(vente, 1000, 'virement');
});
afterAll(() => c.close());

type Geste =
  | { geste: 'encaisser' | 'virer'; vente: number; montant: number }
  | { geste: 'corriger'; rang: number; part: number }
  | { geste: 'etablir'; agent: number; choix: number }
  | { geste: 'receptionner' | 'annuler'; rang: number };

const rang = fc.nat(50);
const geste: fc.Arbitrary<Geste> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      geste: fc.constant('encaisser' as const),
      vente: fc.nat(3),
      montant: fc.integer({ min: 1, max: 900 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      geste: fc.constant('virer' as const),
      vente: fc.nat(3),
      montant: fc.integer({ min: 1, max: 900 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ geste: fc.constant('corriger' as const), rang, part: fc.integer({ min: 1, max: 100 }) }),
  },
  { weight: 3, arbitrary: fc.record({ geste: fc.constant('etablir' as const), agent: fc.nat(1), choix: fc.nat(7) }) },
  { weight: 3, arbitrary: fc.record({ geste: fc.constant('receptionner' as const), rang }) },
  { weight: 1, arbitrary: fc.record({ geste: fc.constant('annuler' as const), rang }) },
);

const one = async <T extends object>(text: string, values: unknown[]): Promise<T | undefined> =>
  (await c.db.rows<T>(text, values))[0];

/** Does it, or is refused by a rule: both are right, a failure of the server is not. */
async function faire(g: Geste): Promise<void> {
  const answered = (status: number) => expect([200, 201, 400, 409]).toContain(status);
  if ('vente' in g) {
    const mode = g.geste === 'virer' ? 'virement' : 'especes';
    return answered((await c.encaisser(ventes[g.vente] as number, g.montant, mode)).status);
  }
  if (g.geste === 'corriger') {
    const text = `select id, montant from paiements where type <> 'correction' and mode_paiement = 'especes' order by id desc offset $1 limit 1`;
    const paiement = await one<{ id: number; montant: number }>(text, [g.rang]);
    const part = Math.ceil(((paiement?.montant ?? 0) * g.part) / 100);
    // What was remitted cannot be taken from an agent who holds nothing: the database refuses it.
    return (
      paiement &&
      c.corriger(paiement.id, -part).then(
        () => undefined,
        (error: { constraint?: string }) =>
          expect(error.constraint).toMatch(/agents_solde_check|souscriptions_|paiements_corriges/),
      )
    );
  }
  if (g.geste === 'etablir') {
    const agent = agents[g.agent] as number;
    const held = await c.db.rows<{ paiement_id: number }>('select * from especes_detenues where agent_id = $1', [
      agent,
    ]);
    const some = held.map(({ paiement_id }) => paiement_id).filter((id) => id % 8 <= g.choix);
    return answered((await c.etablir(agent, g.choix === 7 ? undefined : some)).status);
  }
  const text = 'select id, montant from bordereaux order by id desc offset $1 limit 1';
  const bordereau = await one<{ id: number; montant: number }>(text, [g.rang % 4]);
  if (!bordereau) return;
  const { id, montant } = bordereau;
  answered((await (g.geste === 'annuler' ? c.annuler(id) : c.receptionner(id, montant))).status);
}

test('what an agent holds is the balance, the books and the payments not remitted, whatever happens and at once', async () => {
  await c.regler('especes.plafond', 100_000_000);
  const sequences = fc.array(fc.array(geste, { minLength: 1, maxLength: 6 }), { minLength: 4, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(sequences, async (waves) => {
      for (const wave of waves) {
        await Promise.all(wave.map(faire));
        for (const agent of agents) {
          const held = await c.detenu(agent);
          expect(held).toEqual(tous(held.solde));
          expect(held.solde).toBeGreaterThanOrEqual(0);
        }
      }
    }),
    { numRuns: 12 },
  );
  const twice = await c.db.rows(`select from bordereau_lignes where vivante group by paiement_id having count(*) > 1`);
  expect(twice).toEqual([]);
  const [done] = await c.db.rows<{ receptionnes: number }>(
    `select count(*)::int as receptionnes from bordereaux where statut = 'receptionne'`,
  );
  expect(done?.receptionnes).toBeGreaterThan(0);
}, 120_000);
