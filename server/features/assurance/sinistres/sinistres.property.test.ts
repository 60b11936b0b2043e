import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '../../../core/errors.ts';
import { aujourdhui, plusJours } from '../../../core/jours.ts';
import { reglements } from './reglements/resource.ts';
import { garantie, type SinistresTest, sinistresTest } from './sinistres.fixture.ts';

let all: SinistresTest;
beforeAll(async () => {
  all = await sinistresTest();
  await all.seuil(8000);
});
afterAll(() => all.db.close());

const sold = [
  garantie('soins', 10_000, { franchise: 500 }),
  garantie('transport', 4000, { frequence: 2 }),
  garantie('deces', 20_000, { carence_jours: 25 }),
];

const francs = fc.integer({ min: 1, max: 12_000 });
const codes = fc.uniqueArray(fc.constantFrom('soins', 'transport', 'deces'), { minLength: 1, maxLength: 3 });
const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ verb: fc.constant('declare' as const), codes, amount: francs, day: fc.nat(29) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      verb: fc.constantFrom(
        'evaluer',
        'evaluer',
        'accepter',
        'accepter',
        'approuver',
        'payer',
        'payer',
        'rejeter',
        'rouvrir',
        'contrepasser',
      ),
      which: fc.nat(5),
      amount: francs,
      /** Percent of what is asked for, per line: nothing, a part, too much. */
      shares: fc.array(fc.constantFrom(0, 30, 60, 90, 110), { minLength: 3, maxLength: 3 }),
    }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Whatever was refused was refused in words; anything else is a failure. */
const tried = (work: Promise<unknown>) =>
  work.then(
    () => true,
    (error) => {
      if (!(error instanceof Problem) || ![400, 404, 409].includes(error.status)) throw error;
      return false;
    },
  );

async function contrepasser(sinistre: number | undefined) {
  const [row] = await all.db.rows<{ id: number }>(
    `select id from reglements where sinistre_id = $1 and statut = 'effectue' and montant > 0 order by id desc limit 1`,
    [sinistre],
  );
  const caller = await all.people.mireille.caller();
  return all.db.records.act(caller, reglements, row?.id ?? 0, 'contrepasser', { motif: 'Retour' });
}

/** What must hold of a souscription whatever has been done; answers how much was granted and paid. */
async function invariants(souscription: number) {
  const [broken] = await all.db.rows(
    `select l.garantie from sinistre_lignes l where souscription_id = $1 and not (0 <= paye and paye <= accorde and accorde <= demande)
     union all
     select l.garantie from sinistre_lignes l cross join lateral garantie_le($1, l.garantie, l.date_survenance, null) g
     where l.souscription_id = $1 and (g.engage > g.plafond or g.fois > g.frequence)
     union all
     select l.garantie from sinistre_lignes l where souscription_id = $1 and sinistre_engage(statut)
     group by garantie, terme having sum(accorde) > max(case garantie when 'soins' then 10000 when 'transport' then 4000 else 20000 end)
     union all
     select numero from sinistres s where souscription_id = $1
       and (paye <> (select coalesce(sum(montant), 0) from reglements r where r.sinistre_id = s.id)
         or not exists (select from sinistre_lignes l where l.sinistre_id = s.id
              having (sum(l.accorde), sum(l.paye), sum(l.demande)) = (s.accorde, s.paye, s.demande)))
     union all
     select 'ecritures' from ecritures where origine = 'reglement' having coalesce(sum(montant), 0) <> 0`,
    [souscription],
  );
  expect(broken).toBeUndefined();
  const [sums] = await all.db.rows<{ accorde: number; paye: number; poste: number }>(
    `select coalesce(sum(accorde) filter (where sinistre_engage(statut)), 0)::int as accorde, coalesce(sum(paye), 0)::int as paye,
       (select coalesce(sum(e.montant), 0)::int from ecritures e join reglements r on e.origine = 'reglement' and e.origine_id = r.id
          join sinistres x on x.id = r.sinistre_id where x.souscription_id = $1 and e.compte = 'sinistres') as poste
     from sinistres where souscription_id = $1`,
    [souscription],
  );
  expect(sums?.poste).toBe(sums?.paye);
  return sums as { accorde: number; paye: number };
}

test('whatever is declared, decided, paid and taken back: never more than was sold, and the books agree', async () => {
  const { people, act, lignes } = all;
  let granted = 0;
  let paid = 0;
  const run = async (steps: Step[]) => {
    const souscription = await all.contrat(sold, { effet: plusJours(aujourdhui(), -30) });
    const made: { id: number; asked: [string, number][] }[] = [];
    for (const one of steps) {
      if (one.verb === 'declare') {
        const day = plusJours(aujourdhui(), -one.day);
        const asked = one.codes.map((code): [string, number] => [code, one.amount]);
        await tried(
          all.declare(souscription, asked, { date_survenance: day }).then(async ({ id }) => {
            made.push({ id, asked });
            await act(people.irene, id, 'affecter');
          }),
        );
        continue;
      }
      const { id, asked = [] } = made[one.which % Math.max(1, made.length)] ?? {};
      const bodies: Record<string, object> = {
        evaluer: {
          lignes: lignes(asked.map(([code, most], i) => [code, Math.floor((most * (one.shares[i] ?? 0)) / 100)])),
        },
        payer: all.cash(one.amount),
        rejeter: { motif_rejet: 'autre', motif: 'Au hasard' },
        rouvrir: { motif: 'Au hasard' },
      };
      if (one.verb === 'contrepasser') await tried(contrepasser(id));
      else if (one.verb === 'approuver') await tried(act(people.paul, id ?? 0, 'approuver'));
      else await tried(act(people.mireille, id ?? 0, one.verb, bodies[one.verb]));
    }
    const sums = await invariants(souscription);
    granted += sums.accorde;
    paid += sums.paye;
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 45 }), run), { numRuns: 12 });
  // Something was at stake.
  expect(granted).toBeGreaterThan(0);
  expect(paid).toBeGreaterThan(0);
}, 120_000);
