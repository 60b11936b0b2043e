import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { dataSource } from '../../../../ormconfig.ts';
import { cast } from '../../../../tests/cast.ts';
import { testDatabase } from '../../../../tests/database.ts';
import { openDatabase } from '../../../core/database.ts';
import { startWorker } from '../../../core/jobs/worker.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Langue } from '../../../core/messages/messages.ts';
import { transact } from '../../../core/records/transaction.ts';
import { openPush } from '../../../integrations/push/push.ts';
import { servicePush } from '../../../integrations/push/service.fixture.ts';
import { makeContrat, pay } from '../../assurance/factory.ts';
import { appelant } from '../../borne/appelant.ts';
import { abonner, type Sujet } from '../../borne/push/abonnements.ts';
import { makeClient } from '../../clients/factory.ts';
import { pushJobs } from './jobs.ts';
import { rappeler } from './rappels.ts';

interface Options {
  langue?: Langue;
  sujets?: Sujet[];
}

/** Clients with telephones that subscribed, a push service that delivers, and the queue at work. */
export async function openTelephones() {
  const db = await testDatabase();
  const { douala } = await cast(db);
  const there = await servicePush();
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-push-'));
  const push = openPush({ PUSH_HOTES: [there.origin], folder });
  const jobs = pushJobs(push);
  const worker = await startWorker(db.url, db.database, jobs);
  let made = 0;

  const client = (nom = 'KONGO') => {
    made += 1;
    const telephone = `+24206${String(1_000_000 + made)}`;
    return makeClient(db.database, { nom, prenom: 'Jean Baptiste', telephone, succursale_id: douala });
  };

  async function telephone(client_id: number, { langue = 'fr', sujets }: Options = {}) {
    const one = there.telephone();
    const caller = appelant('KONGO', { langue });
    const abonnement = { ...one.abonnement, client_id, succursale_id: douala, ...(sujets ? { sujets } : {}) };
    await transact(db.database, caller, (tx) => abonner(tx, abonnement));
    const [row] = await db.rows<{ id: number }>('select id from abonnements_push where endpoint = $1', [
      one.abonnement.endpoint,
    ]);
    return { ...one, id: (row as { id: number }).id, textes: () => one.recus.map(({ contenu }) => contenu.texte) };
  }

  /** 5 000 francs a month for a year, the first of which is paid: the second falls due a month after the beginning. */
  async function contrat(client_id: number, date_effet: Jour): Promise<number> {
    made += 1;
    const terme = { date_effet, montant: 5000, periodicite: 'mensuelle', duree: 12, duree_unite: 'mois' } as const;
    const id = await makeContrat(db.database, { client_id, succursale_id: douala, police: `POL${made}`, ...terme });
    await pay(db.database, id, 5000);
    await db.rows(`update souscriptions set statut = 'activee' where id = $1`, [id]);
    return id;
  }

  /** Does a day’s reminding on that day, as far as handing it to the queue. @param lot telephones at a time */
  async function le(jour: Jour, lot?: number): Promise<void> {
    const source = await dataSource(db.url, { pool: 2, aujourdhui: jour }).initialize();
    await rappeler(openDatabase(source), new AbortController().signal, lot).finally(() => source.destroy());
  }

  const queued = () =>
    db.rows<{ attempts: number; max_attempts: number; run_at: Date; last_error: string | null }>(
      `select attempts, max_attempts, run_at, last_error from graphile_worker.jobs where locked_at is null
       and task_identifier in ('envoyer-push', 'avertir-paiement')`,
    );
  /** Waits until the queue has nothing left. */
  const fini = () =>
    expect
      .poll(() => db.rows(`select task_identifier, last_error from graphile_worker.jobs`), { timeout: 8000 })
      .toEqual([]);

  return {
    db,
    there,
    jobs,
    client,
    telephone,
    contrat,
    le,
    queued,
    fini,
    async close() {
      await worker.stop();
      await there.close();
      await db.close();
    },
  };
}

export type Telephones = Awaited<ReturnType<typeof openTelephones>>;
