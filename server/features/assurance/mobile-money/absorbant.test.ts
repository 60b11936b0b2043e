import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transact } from '../../../core/records/transaction.ts';
import type { Operateur } from '../../../integrations/mobile-money/mobile-money.ts';
import { type Caisse, openCaisse, telephones } from './caisse.fixture.ts';
import { relancer } from './relancer.ts';
import { lireReleve } from './releves/rapprocher.ts';
import { releves } from './releves/resource.ts';
import { sonder, verifier } from './sonder.ts';

/** Each run is a souscription of its own with its own telephone; a thousand are run where there is time for them. */
const RUNS = Number(process.env.GUICHET_ESSAIS ?? 200);

let caisse: Caisse;
beforeAll(async () => {
  caisse = await openCaisse({ patience: 60 });
});
afterAll(() => caisse.close());

const scenarios = [
  [],
  ['accept-then-reset'],
  ['accept-then-500'],
  ['never-received-then-reset'],
  ['pending-2-polls'],
  ['pending-forever'],
  ['amount-mismatch'],
  ['status-flips'],
  ['get-503'],
  ['reason:object', 'status-flips'],
];
const steps = ['envoyer', 'rappel', 'sonder', 'redemander', 'rapprocher', 'minute', 'heure', 'jour'] as const;
const operateurs = ['mtn_money', 'airtel_money'] as const;

const plan = fc.record({
  operateur: fc.constantFrom(...operateurs),
  scenario: fc.constantFrom(...scenarios),
  steps: fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 12 }),
});

test('4. whatever comes in whatever order, money is posted once and what has ended stays as it ended', async () => {
  let run = 0;
  let credits = 0;
  await fc.assert(
    fc.asyncProperty(plan, async ({ operateur, scenario, steps }) => {
      run += 1;
      const souscription = await caisse.souscrire();
      const digits = String(run).padStart(6, '0');
      const telephone = operateur === 'mtn_money' ? `+242064${digits}` : `+242044${digits}`;
      caisse.sandbox.control.scenario({ msisdn: telephone, scenario });
      const ask = () => caisse.demander(souscription, { operateur, telephone });
      const { reference } = await ask();
      const ended = new Map<string, string>();
      for (const step of steps) {
        await carryOut(step, operateur, reference, ask);
        for (const { reference: each, etat } of await attempts(souscription)) {
          expect(etat, `${each} had ended`).toBe(ended.get(each) ?? etat);
          if (etat === 'reussie' || etat === 'echouee') ended.set(each, etat);
        }
      }
      credits += await holds(souscription, operateur);
      await caisse.db.rows(
        `update tentatives set prochain_le = 'infinity' where souscription_id = $1 and prochain_le is not null`,
        [souscription],
      );
    }),
    { numRuns: RUNS },
  );
  expect(credits).toBeGreaterThan(RUNS / 10);
}, 600_000);

async function carryOut(
  step: (typeof steps)[number],
  operateur: Operateur,
  reference: string,
  ask: () => Promise<unknown>,
) {
  const { db, travail, horloge } = caisse;
  const { id } = await caisse.tentative(reference);
  if (step === 'envoyer') await caisse.envoyer(reference);
  if (step === 'rappel') await transact(db.database, travail.caller, (tx) => relancer(tx, id, horloge.now()));
  if (step === 'sonder' || step === 'rappel') await sonder(travail);
  if (step === 'rappel') await verifier(travail, id);
  if (step === 'redemander') await ask().catch((problem) => expect(problem.status).toBe(409));
  if (step === 'rapprocher') await reconcile(operateur);
  const pauses: Record<string, number> = { minute: 60_000, heure: 3_600_000, jour: 86_400_000 };
  horloge.avancer(pauses[step] ?? 0);
}

/** An operator's statement as it stands now, imported and compared. */
async function reconcile(operateur: Operateur): Promise<void> {
  const caller = await caisse.people.mireille.caller();
  const contenu = caisse.sandbox.control.csv();
  const made = await caisse.db.records.create(caller, releves, { operateur, contenu }).catch((problem) => {
    // The same file once more, or one without a line.
    expect([400, 409]).toContain(problem.status);
  });
  if (made) await lireReleve(caisse.db.database, caisse.travail.caller, String(made.empreinte));
}

const attempts = (souscription: number) =>
  caisse.db.rows<{ reference: string; etat: string; paiement_id: number }>(
    'select reference, etat, paiement_id from tentatives where souscription_id = $1',
    [souscription],
  );

/** What must hold at the end of every run. @returns how many attempts were credited */
async function holds(souscription: number, operateur: Operateur): Promise<number> {
  const all = await attempts(souscription);
  const [sums] = await caisse.db.rows<{ paye: number; credite: number; solde: number }>(
    `select s.paye, coalesce((select sum(montant) from paiements where souscription_id = s.id and statut = 'reussi'), 0)::bigint as credite,
       coalesce((select sum(e.montant) from ecritures e join paiements p on p.id = e.origine_id and e.origine = 'paiement'
                 where p.souscription_id = s.id), 0)::bigint as solde
     from souscriptions s where id = $1`,
    [souscription],
  );
  expect(sums?.credite).toBe(sums?.paye);
  expect(sums?.solde, 'the books balance').toBe(0);
  for (const { reference, etat, paiement_id } of all) {
    const debits = caisse.debits(reference);
    expect(debits.length, 'the customer paid once').toBeLessThanOrEqual(1);
    const posted = await caisse.db.rows(`select from ecritures where origine = 'paiement' and origine_id = $1`, [
      paiement_id,
    ]);
    expect(posted.length, reference).toBe(etat === 'reussie' ? 2 : 0);
    // Airtel's answer tells no amount: there only the statement shows that another one was taken.
    const taken = operateur === 'mtn_money' ? ['500'] : [expect.stringMatching(/^50[01]$/)];
    if (etat === 'reussie') expect(debits.map(({ amount }) => amount)).toEqual(taken);
  }
  return all.filter(({ etat }) => etat === 'reussie').length;
}

test.each([
  ['etat', `etat = 'echouee', motif_code = 'autre'`],
  ['montant', 'montant = 1'],
  ['prochain_le', 'fini_le = null, prochain_le = now()'],
  ['a_revoir', 'sondages = 0'],
])('4. an attempt that has ended is not changed by hand either: %s', async (_, change) => {
  const { reference } = await caisse.demander(await caisse.souscrire(), { telephone: telephones.mtn_money });
  await caisse.envoyer(reference);
  await caisse.passer(5000);
  expect((await caisse.tentative(reference)).etat).toBe('reussie');
  const raw = (text: string) => caisse.db.rows(text, [reference]);
  await expect(raw(`update tentatives set ${change} where reference = $1`)).rejects.toThrow('this attempt has ended');
  await expect(raw('delete from tentatives where reference = $1')).rejects.toThrow('never deleted');
  const paid = 'paiements set montant = 1 where numero = (select externe from tentatives where reference = $1)';
  await expect(raw(`update ${paid}`)).rejects.toThrow('this payment has ended');
});

test('4. what was asked for does not change while it is open, and nothing else is open beside it', async () => {
  const souscription = await caisse.souscrire();
  const { reference } = await caisse.demander(souscription);
  for (const change of [
    'montant = 1',
    `telephone = '+242061111111'`,
    'reference = gen_random_uuid()',
    `devise = 'XAF'`,
  ]) {
    const raw = caisse.db.rows(`update tentatives set ${change} where reference = $1`, [reference]);
    await expect(raw).rejects.toThrow('does not change');
  }
  const beside = `with p as (insert into paiements (numero, souscription_id, type, mode_paiement, montant)
      values ('A-COTE', $1, 'cotisation', 'mtn_money', 500) returning *)
    insert into tentatives (reference, paiement_id, souscription_id, operateur, telephone, montant, devise, externe,
      jeton_rappel, prochain_le)
    select gen_random_uuid(), id, $1, 'mtn_money', '+242061234567', 500, 'EUR', numero, encode(sha256('x'), 'hex'), now()
    from p`;
  await expect(caisse.db.rows(beside, [souscription])).rejects.toThrow('tentatives_ouverte_unique');
});
