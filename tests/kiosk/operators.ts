import { systemCaller } from '../../server/core/jobs/system.ts';
import { envoyer } from '../../server/features/assurance/mobile-money/envoyer.ts';
import { sonder } from '../../server/features/assurance/mobile-money/sonder.ts';
import type { Borne } from '../../server/http/borne/borne.fixture.ts';

/** Seconds after which every payment has ended one way or another. */
const LONGEST = 1200;
/** Seconds between two looks. */
const STEP = 5;

/** The operators’ simulator, and the worker that speaks with it: nothing moves until it is told to. */
export function openOperators({ api, db, sandbox }: Borne) {
  const { database, caisses } = api.guichet;
  const work = { database, caller: systemCaller, caisses };
  const open = async () => (await db.rows('select from tentatives where fini_le is null')).length > 0;

  /** What was asked for reaches the operators: the telephones ring. */
  async function send(): Promise<void> {
    for (const { id } of await db.rows<{ id: number }>(`select id from tentatives where etat = 'creee'`))
      await envoyer(work, id);
  }

  /** Seconds go by, and whatever is due is asked about. */
  async function pass(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= STEP) {
      sandbox.horloge.avancer(Math.min(left, STEP) * 1000);
      while ((await sonder(work)) > 0);
    }
  }

  return {
    /** `control.scenario({ msisdn, scenario: ['pending-forever'] })`, and what `sandbox/numbers.ts` says of numbers. */
    control: sandbox.control,
    send,
    pass,
    /** Every payment that is under way ends, as its number or scenario has it. */
    async settle(): Promise<void> {
      await send();
      for (let n = 0; await open(); n += STEP) {
        if (n >= LONGEST) throw new Error('a payment does not end');
        await pass(STEP);
      }
    },
    /** The money that was taken from telephones. */
    debits: () => sandbox.control.ledger().map(({ phone, amount }) => ({ phone, amount: Number(amount) })),
  };
}
