import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from '../../../tests/api.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import { openSandbox } from '../../features/assurance/mobile-money/caisse.fixture.ts';
import { envoyer } from '../../features/assurance/mobile-money/envoyer.ts';
import { sonder } from '../../features/assurance/mobile-money/sonder.ts';
import { readPasserelles } from '../../integrations/passerelles/configuration.ts';
import { createApp } from '../app.ts';
import { serverOf } from '../server.ts';

const SECRET = 'u'.repeat(32);
const TEL = '+242061234567';

let api: TestApi;
let sandbox: Awaited<ReturnType<typeof openSandbox>>;
let server: ReturnType<typeof serverOf>;
beforeAll(async () => {
  sandbox = await openSandbox();
  api = await testApi({ caisses: sandbox.caisses });
  const config = { ...api.guichet.config, passerelles: readPasserelles({ USSD_SECRET: SECRET }) };
  server = serverOf(createApp({ ...api.guichet, config })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  await api.db.rows('delete from produits');
  await api.db.rows(
    `insert into produits (code, nom, branche, montant_min, montant_max, periodicites, duree, duree_unite)
     values ('PASS-KIMIA', 'PASS KIMIA', 'ACC', 100, 60000, '["mensuelle"]', 365, 'jours')`,
  );
});
afterAll(async () => {
  server.close();
  await api.close();
  await sandbox.stop();
});

async function composer(text: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const body = new URLSearchParams({ sessionId: 'AT1', phoneNumber: TEL, text });
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/ussd/africas-talking/${SECRET}/`, {
    method: 'POST',
    body,
  });
  return answer.text();
}

test('somebody dials, subscribes, is asked for the money after the session, pays, and is covered', async () => {
  let text = '';
  for (const saisie of ['', '1', '1', '500', 'KONGO', 'Jean', '1']) {
    text = [text, saisie].filter(Boolean).join('*');
    expect(await composer(text)).toMatch(/^CON /);
  }
  const before = Date.now();
  expect(await composer(`${text}*1`)).toMatch(/^END Vous allez recevoir une demande de paiement de 500 FCFA/);

  const [tentative] = await api.db.rows<{ id: number; etat: string; telephone: string; montant: number }>(
    'select id, etat, telephone, montant from tentatives',
  );
  expect(tentative).toMatchObject({ etat: 'creee', telephone: TEL, montant: 500 });
  const [job] = await api.db.rows<{ run_at: Date }>(
    `select run_at from graphile_worker.jobs where task_identifier = 'envoyer-tentative'`,
  );
  const depart = (job?.run_at.valueOf() ?? 0) - sandbox.horloge.now();
  expect(depart, 'milliseconds that the session has to end in').toBe(5000);
  expect(Date.now() - before).toBeLessThan(5000);

  const travail = { database: api.db.database, caller: systemCaller, caisses: api.guichet.caisses };
  sandbox.horloge.avancer(5000);
  await envoyer(travail, tentative?.id as number);
  for (let n = 0; n < 120; n++) {
    sandbox.horloge.avancer(1000);
    while ((await sonder(travail)) > 0);
  }
  const contrats = await api.db.rows(
    'select c.statut, c.solde, s.canal from contrats c join souscriptions s on s.id = c.souscription_id',
  );
  expect(contrats).toEqual([{ statut: 'activee', solde: 500, canal: 'ussd' }]);
});
