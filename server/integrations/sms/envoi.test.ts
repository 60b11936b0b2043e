import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { JobError } from '../../core/jobs/job.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import { startWorker, type Worker } from '../../core/jobs/worker.ts';
import { transact } from '../../core/records/transaction.ts';
import { deposerSms, smsJobs } from './envoi.ts';
import type { Sms } from './sms.ts';

let db: TestDatabase;
let worker: Worker;
const sent: Sms[] = [];
let trouble: Error | undefined;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  db = await testDatabase();
  const port = {
    lieu: 'test',
    envoyer: async (sms: Sms) => {
      if (trouble) throw trouble;
      sent.push(sms);
    },
  };
  worker = await startWorker(db.url, db.database, smsJobs(port));
});
beforeEach(async () => {
  trouble = undefined;
  sent.length = 0;
  await db.rows('delete from graphile_worker._private_jobs');
  await db.rows('delete from sms');
});
afterAll(async () => {
  await worker.stop();
  await db.close();
});

const donnees = { police: 'POL001', montant: '5\u202f000 FCFA', date: '31/12/2026' };
const depot = { cle: 'echeance:1', telephone: '+242061234567', modele: 'echeance', donnees } as const;
const deposit = () => transact(db.database, systemCaller, (tx) => deposerSms(tx, depot));
const row = async () => (await db.rows('select statut, tentatives, erreur, envoye_le from sms'))[0];
const becomes = (expected: object) => expect.poll(row, { timeout: 8000 }).toMatchObject(expected);

test('an SMS leaves once its transaction has succeeded, once for its occasion', async () => {
  await deposit();
  await deposit();
  await becomes({ statut: 'envoye', tentatives: 1, erreur: null, envoye_le: expect.any(Date) });
  await deposit();
  const texte = 'Police POL001 : 5 000 FCFA à payer avant le 31/12/2026 pour rester couvert.';
  expect(sent).toEqual([{ telephone: '+242061234567', texte }]);
  expect(await db.rows('select from graphile_worker.jobs')).toEqual([]);
});

test('a transaction that fails sends nothing', async () => {
  const failing = transact(db.database, systemCaller, async (tx) => {
    await deposerSms(tx, depot);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await db.rows('select from sms')).toEqual([]);
  expect(await db.rows('select from graphile_worker.jobs')).toEqual([]);
});

test('a gateway that is away gets it later', async () => {
  trouble = new JobError('la passerelle SMS ne répond pas : ECONNREFUSED', true);
  await deposit();
  await becomes({ statut: 'a_envoyer', tentatives: 1, erreur: expect.stringContaining('ECONNREFUSED') });
  trouble = undefined;
  await expect.poll(() => db.rows('select from graphile_worker.jobs where locked_at is null')).toHaveLength(1);
  await db.rows(
    `update graphile_worker._private_jobs set run_at = now() returning pg_notify('jobs:insert', '{"count":1}')`,
  );
  await becomes({ statut: 'envoye', tentatives: 2, erreur: null });
  expect(sent).toHaveLength(1);
});

test('what was refused for good, or may have been sent, is not sent again', async () => {
  trouble = new JobError('on ne sait pas si le SMS est parti : délai dépassé', false);
  await deposit();
  await becomes({
    statut: 'echoue',
    tentatives: 1,
    erreur: expect.stringContaining('on ne sait pas'),
    envoye_le: null,
  });
});

test('after the last try it is over', async () => {
  trouble = new JobError('plus tard', true);
  await db.rows(
    `insert into sms (cle, telephone, modele, donnees, tentatives) values ('x', '+242061234567', 'echeance', $1, 9)`,
    [JSON.stringify(donnees)],
  );
  await db.rows(`select graphile_worker.add_job('envoyer-sms', json_build_object('id', id)) from sms`);
  await becomes({ statut: 'echoue', tentatives: 10 });
});

test('the queue names a row, not a person; a code cannot wait there', async () => {
  await transact(db.database, systemCaller, async (tx) => {
    await deposerSms(tx, depot);
    const [job] = await tx.query<{ payload: object }>('select payload from graphile_worker._private_jobs');
    expect(job?.payload).toEqual({ id: expect.any(Number) });
  });
  await expect(
    db.rows(`insert into sms (cle, telephone, modele) values ('y', '+242061234567', 'code')`),
  ).rejects.toMatchObject({ constraint: 'sms_modele_check' });
});
