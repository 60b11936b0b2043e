import { z } from 'zod';
import { ATTEMPTS, JobError, type Jobs, job } from '../../core/jobs/job.ts';
import type { Langue } from '../../core/messages/messages.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import { type Donnees, type Modele, texteSms } from './modeles.ts';
import type { SmsPort } from './sms.ts';

/** What may wait in the database; a code may not, nor a link that opens a document. */
type EnAttente = Exclude<Modele, 'code' | 'lien'>;

interface Depot<M extends EnAttente> {
  /** Names the occasion: an SMS is sent once for it, however often it is asked for (`paiement:42`). */
  cle: string;
  /** E.164. */
  telephone: string;
  modele: M;
  /** No secret: they stay in the database. */
  donnees: Donnees<M>;
  langue?: Langue;
}

/** Has an SMS sent once this transaction has succeeded. */
export async function deposerSms<M extends EnAttente>(tx: Transaction, depot: Depot<M>): Promise<void> {
  const { cle, telephone, modele, donnees, langue = 'fr' } = depot;
  const [row] = await tx.query<{ id: number }>(
    `insert into sms (cle, telephone, modele, donnees, langue) values ($1, $2, $3, $4, $5)
     on conflict (cle) do nothing returning id`,
    [cle, telephone, modele, JSON.stringify(donnees), langue],
  );
  if (row) await tx.job('envoyer-sms', { id: row.id }, { key: `sms:${row.id}` });
}

interface Row {
  telephone: string;
  modele: EnAttente;
  donnees: Donnees<EnAttente>;
  langue: Langue;
  tentatives: number;
}

const begin = `update sms set tentatives = tentatives + 1 where id = $1 and statut = 'a_envoyer'
  returning telephone, modele, donnees, langue, tentatives`;
const done = `update sms set statut = 'envoye', envoye_le = now(), erreur = null where id = $1`;
const failed = 'update sms set statut = $2, erreur = $3 where id = $1';
const spent = `delete from sms where cree_le < now() - interval '90 days'`;

export const smsJobs = (sms: SmsPort): Jobs => ({
  'envoyer-sms': job({
    payload: z.strictObject({ id: z.int().positive() }),
    async run({ id }, { database }) {
      const [row] = await database.read<Row>({ text: begin, values: [id], stable: true });
      if (!row) return;
      const { telephone, modele, langue, donnees, tentatives } = row;
      try {
        await sms.envoyer({ telephone, texte: texteSms(modele, langue, donnees) });
      } catch (error) {
        const again = !(error instanceof JobError) || error.again;
        const statut = again && tentatives < ATTEMPTS ? 'a_envoyer' : 'echoue';
        await database.read({ text: failed, values: [id, statut, (error as Error).message], stable: true });
        throw error;
      }
      await database.read({ text: done, values: [id], stable: true });
    },
  }),
  'oublier-sms': job({
    payload: z.strictObject({}),
    cron: '27 2 * * *',
    catchUp: 24,
    async run(_payload, { database }) {
      await database.read({ text: spent, values: [], stable: true });
    },
  }),
});
