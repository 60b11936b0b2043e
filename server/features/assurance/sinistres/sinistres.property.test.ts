import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '../../../core/errors.ts';
import { aujourdhui, plusJours } from '../../../core/jours.ts';
import type { Statut } from './etats.ts';
import { reglements } from './reglements/resource.ts';
import { Sinistre } from './sinistre.ts';
import { garantie, type SinistresTest, sinistresTest } from './sinistres.fixture.ts';
import { maximumDe, situationDe } from './situation.ts';

let all: SinistresTest;
beforeAll(async () => {
  all = await sinistresTest();
  await all.seuil(3000);
});
afterAll(() => all.db.close());

const sold = [
  garantie('soins', 10_000, { franchise: 500 }),
  garantie('transport', 4000, { frequence: 2 }),
  garantie('deces', 20_000, { carence_jours: 10 }),
];

const francs = fc.integer({ min: 600, max: 12_000 });
const codes = fc.uniqueArray(fc.constantFrom('soins', 'transport', 'deces'), { minLength: 1, maxLength: 3 });
const declaration = fc.record({ codes, amount: francs, day: fc.nat(29) });
const decision = fc.record({
  /** How many declarations ago, and which of the verbs that its state knows. */
  which: fc.nat(3),
  pick: fc.nat(59),
  amount: fc.integer({ min: 1, max: 5000 }),
  /** Percent of the most that a line may get: nothing, a part, all, too much. */
  shares: fc.array(fc.constantFrom(0, 30, 60, 100, 110), { minLength: 3, maxLength: 3 }),
});
const steps = fc.array(fc.tuple(declaration, fc.array(decision, { minLength: 3, maxLength: 9 })), {
  minLength: 4,
  maxLength: 10,
});

const verbs: Record<Statut, string[]> = {
  declare: ['affecter'],
  instruction: ['evaluer', 'evaluer', 'accepter', 'accepter', 'accepter', 'rejeter'],
  a_approuver: ['approuver', 'approuver', 'renvoyer', 'rejeter', 'payer'],
  accepte: ['payer', 'payer', 'payer', 'contrepasser', 'rejeter'],
  paye: ['contrepasser', 'payer'],
  rejete: ['rouvrir'],
};

type Value<A> = A extends fc.Arbitrary<infer V> ? V : never;
type Decision = Value<typeof decision>;
type Story = Value<typeof steps>;

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

/** What must hold of a souscription whatever has been done. */
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
  const [sums] = await all.db.rows<{ paye: number; poste: number }>(
    `select coalesce(sum(paye), 0)::int as paye,
       (select coalesce(sum(e.montant), 0)::int from ecritures e join reglements r on e.origine = 'reglement' and e.origine_id = r.id
          join sinistres x on x.id = r.sinistre_id where x.souscription_id = $1 and e.compte = 'sinistres') as poste
     from sinistres where souscription_id = $1`,
    [souscription],
  );
  expect(sums?.poste).toBe(sums?.paye);
}

/** Tries one verb on one sinistre; answers its name if it was done. */
async function decide(id: number, { pick, amount, shares }: Decision): Promise<string | undefined> {
  const { people, act } = all;
  const sinistre = await all.db.source.getRepository(Sinistre).findOneByOrFail({ id });
  const choice = verbs[sinistre.statut];
  const verb = choice[pick % choice.length] as string;
  const situations = await situationDe({ query: all.db.rows }, sinistre);
  const most = sinistre.lignes.map(({ garantie: code, demande }): [string, number] => {
    const situation = situations.get(code);
    return [code, situation ? maximumDe(situation, demande) : 0];
  });
  const bodies: Record<string, object> = {
    evaluer: { lignes: all.lignes(most.map(([code, max], i) => [code, Math.ceil((max * (shares[i] ?? 0)) / 100)])) },
    payer: all.cash(amount),
    rejeter: { motif_rejet: 'autre', motif: 'Au hasard' },
    rouvrir: { motif: 'Au hasard' },
    renvoyer: { motif: 'Au hasard' },
  };
  const who = verb === 'approuver' ? people.paul : people.mireille;
  const work = verb === 'contrepasser' ? contrepasser(id) : act(who, id, verb, bodies[verb]);
  return (await tried(work)) ? verb : undefined;
}

test('whatever is declared, decided, paid and taken back: never more than was sold, and the books agree', async () => {
  const done = new Map<string, number>();
  const run = async (story: Story) => {
    const souscription = await all.contrat(sold, { effet: plusJours(aujourdhui(), -30) });
    const made: number[] = [];
    for (const [{ codes: asked, amount, day }, decisions] of story) {
      const lines = asked.map((code): [string, number] => [code, amount]);
      const declared = all.declare(souscription, lines, { date_survenance: plusJours(aujourdhui(), -day) });
      await tried(declared.then(({ id }) => made.push(id)));
      const id = made.at(-1);
      if (id) await tried(all.act(all.people.irene, id, 'affecter'));
      for (const decision of decisions) {
        const verb = await decide(made.at(-1 - decision.which) ?? made[0] ?? 0, decision);
        if (!verb) continue;
        done.set(verb, (done.get(verb) ?? 0) + 1);
        await invariants(souscription);
      }
    }
  };
  await fc.assert(fc.asyncProperty(steps, run), { numRuns: 12 });
  // Something was at stake.
  for (const verb of ['accepter', 'payer']) expect(done.get(verb) ?? 0, verb).toBeGreaterThan(0);
}, 120_000);
