import { transact } from '../../../core/records/transaction.ts';
import type { Operateur } from '../../../integrations/mobile-money/mobile-money.ts';
import { place, reveiller } from './cadence.ts';
import { prochainSondage } from './calendrier.ts';
import { conclure } from './conclure.ts';
import { envoyer, type Travail } from './envoyer.ts';

interface Due {
  id: number;
  reference: string;
  operateur: Operateur;
  envois: number;
  envoyee_le: Date | null;
}

const OUVERTE = `etat in ('creee', 'envoyee', 'inconnue')`;

/** Milliseconds between two looks for what is due. */
const PAUSE_MS = 500;

/** Attempts that one batch asks about: they are under way together, and share the connections with the requests. */
const LOT = 10;

/**
 * Asks the operators about the attempts that are due, a batch of them.
 * @returns how many there were; 0 when nothing is due
 */
export async function sonder(travail: Travail): Promise<number> {
  const { database, caisses } = travail;
  const due = await reclamer(travail);
  const errors: unknown[] = [];
  const asking: Promise<void>[] = [];
  for (const each of due) {
    await caisses.horloge.jusqua(await place(database, caisses.horloge));
    asking.push(interroger(travail, each).catch((error) => void errors.push(error)));
  }
  await Promise.all(asking);
  if (errors.length > 0) throw errors[0];
  return due.length;
}

/** Asks about one attempt, whether it is due or not; sends it if it never was, or never arrived. */
async function interroger(travail: Travail, { id, reference, operateur, envois }: Due): Promise<void> {
  if (envois === 0) return envoyer(travail, id);
  const till = travail.caisses.tills[operateur];
  if (!till) return;
  const lost = await conclure(travail, id, await till.consulter(reference));
  if (lost) await envoyer(travail, id);
}

/** Asks about an attempt that has ended: an operator that says otherwise is told of, and changes nothing. */
export async function verifier(travail: Travail, id: number): Promise<void> {
  const [found] = await travail.database.read<Due>({
    text: 'select id, reference, operateur, envois, envoyee_le from tentatives where id = $1 and envois > 0',
    values: [id],
    stable: true,
  });
  if (found) await interroger(travail, found);
}

/** Has the next batch asked about when it is due. */
export async function reprogrammer({ database, caisses: { tills } }: Travail): Promise<void> {
  const [next] = await database.read<{ instant: Date | null }>({
    text: `select min(prochain_le) as instant from tentatives where ${OUVERTE} and operateur = any($1)`,
    values: [Object.keys(tills)],
    stable: true,
  });
  // The queue goes by its own clock; whatever another process has just taken is not asked for again at once.
  const instant = next?.instant && Math.max(next.instant.valueOf(), Date.now() + PAUSE_MS);
  if (instant) await reveiller((text, values) => database.read({ text, values, stable: true }), instant);
}

/** Takes the due attempts for this process: when they are due next is written before they are asked about. */
function reclamer({ database, caller, caisses: { horloge, tills } }: Travail): Promise<Due[]> {
  return transact(database, caller, async (tx) => {
    const now = horloge.now();
    const due = await tx.query<Due>(
      `select id, reference, operateur, envois, envoyee_le from tentatives
       where prochain_le <= $1 and ${OUVERTE} and operateur = any($3)
       order by prochain_le limit $2 for update skip locked`,
      [new Date(now), LOT, Object.keys(tills)],
    );
    for (const { id, envoyee_le } of due) {
      await tx.query('update tentatives set sondages = sondages + 1, prochain_le = $2 where id = $1', [
        id,
        new Date(prochainSondage(envoyee_le?.valueOf() ?? now, now)),
      ]);
    }
    return due;
  });
}
