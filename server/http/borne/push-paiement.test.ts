import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Send } from '../../../tests/api.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import { startWorker, type Worker } from '../../core/jobs/worker.ts';
import { envoyer } from '../../features/assurance/mobile-money/envoyer.ts';
import { sonder } from '../../features/assurance/mobile-money/sonder.ts';
import { pushJobs } from '../../features/notifications/push/jobs.ts';
import { pushOf } from '../../guichet.ts';
import { type ServicePush, servicePush } from '../../integrations/push/service.fixture.ts';
import { type Borne, JEAN, openBorne } from './borne.fixture.ts';

let borne: Borne;
let there: ServicePush;
let worker: Worker;
let jean: Send;
let phone: ReturnType<ServicePush['telephone']>;
beforeAll(async () => {
  there = await servicePush();
  borne = await openBorne();
  const { config, database } = borne.api.guichet;
  config.push.PUSH_HOTES.push(there.origin);
  worker = await startWorker(borne.db.url, database, pushJobs(pushOf(config)));
  jean = await borne.as(JEAN, { canal: 'espace' });
  phone = there.telephone();
  const { endpoint, ...keys } = phone.abonnement;
  const subscribed = await jean('POST', '/borne/push/abonnements', { endpoint, keys, consentement: true });
  if (subscribed.status !== 201) throw new Error(subscribed.text);
});
afterAll(async () => {
  await worker.stop();
  await borne.close();
  await there.close();
});

const titles = () => phone.recus.map(({ contenu }) => contenu.titre);

/** Lets the operator’s simulator do its part until the payment has ended. */
async function aboutir() {
  const { database, caisses } = borne.api.guichet;
  const travail = { database, caller: systemCaller, caisses };
  for (const { id } of await borne.db.rows<{ id: number }>(`select id from tentatives where etat = 'creee'`))
    await envoyer(travail, id);
  for (let n = 0; n < 600; n++) {
    if ((await borne.db.rows('select from tentatives where fini_le is null')).length === 0) return;
    borne.sandbox.horloge.avancer(1000);
    await sonder(travail);
  }
  throw new Error('the payment does not end');
}

const payer = async (telephone?: string) => {
  const asked = await jean('POST', '/contrats/POL002/payer', { operateur: 'mtn_money', montant: 1000, telephone });
  expect(asked.status, asked.text).toBe(202);
  await aboutir();
};

test('the telephone is told when the operator has taken the money, and when it has not', async () => {
  await payer();
  await expect.poll(titles, { timeout: 8000 }).toEqual(['Paiement reçu']);
  await payer('06 600 04 51');
  await expect.poll(titles, { timeout: 8000 }).toEqual(['Paiement reçu', 'Paiement non abouti']);
});

test('cash that somebody takes at a branch is told as well', async () => {
  const before = titles().length;
  const mireille = await borne.api.as(borne.api.people.mireille);
  const path = `/contrats/${borne.souscriptions.POL002}/encaisser`;
  const taken = await mireille('POST', path, { montant: 1000, mode_paiement: 'especes' });
  expect(taken.status, taken.text).toBe(200);
  await expect.poll(() => titles().slice(before), { timeout: 8000 }).toEqual(['Paiement reçu']);
});
