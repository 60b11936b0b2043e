import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LIVING } from '../../../core/jobs/recovery.ts';
import { startWorker, type Worker } from '../../../core/jobs/worker.ts';
import { type Caisse, openCaisse } from './caisse.fixture.ts';
import { mobileMoneyJobs } from './jobs.ts';

let caisse: Caisse;
let child: ChildProcess | undefined;
let worker: Worker | undefined;
beforeAll(async () => {
  caisse = await openCaisse();
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await worker?.stop();
});
afterAll(() => caisse.close());

const fixture = fileURLToPath(new URL('./envoi-interrompu.fixture.ts', import.meta.url));

const connections = () =>
  caisse.db.rows(
    `select from pg_stat_activity where datname = current_database() and application_name like $1 || '%'`,
    [LIVING],
  );

test.each(['avant', 'apres'])(
  '1. a server killed at once, %s the sending: after the restart the customer has paid once',
  async (moment) => {
    const souscription = await caisse.souscrire();
    const { reference } = await caisse.demander(souscription);
    const argv = [caisse.db.url, moment, JSON.stringify(caisse.sandbox.variables)];
    child = fork(fixture, argv, { execArgv: ['--import', 'tsx'] });
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect.poll(connections, { timeout: 8000 }).toEqual([]);
    // The poller's own look, each minute, may have sent it as well: it is one reference all the same.
    const { etat, envois } = await caisse.tentative(reference);
    expect(etat).toBe('creee');
    expect(envois).toBeGreaterThan(0);

    await caisse.db.rows(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'
      where locked_at is not null`);
    worker = await startWorker(caisse.db.url, caisse.db.database, mobileMoneyJobs(caisse.caisses));
    await expect
      .poll(async () => (await caisse.tentative(reference)).envois, { timeout: 10_000 })
      .toBeGreaterThan(envois);
    await worker.stop();
    worker = undefined;
    await caisse.passer(30_000);

    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'reussie' });
    expect(caisse.debits(reference)).toHaveLength(1);
    expect(await caisse.souscription(souscription)).toEqual({ statut: 'activee', paye: 500 });
    const attempts = await caisse.db.rows('select from tentatives where souscription_id = $1', [souscription]);
    expect(attempts).toHaveLength(1);
  },
);
