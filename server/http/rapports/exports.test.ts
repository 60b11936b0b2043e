import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../tests/api.ts';
import type { JobContext } from '../../core/jobs/job.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import { rapportsJobs } from '../../features/rapports/etats/jobs.ts';
import type { Mail } from '../../integrations/mail/mail.ts';
import type { StoragePort } from '../../integrations/storage/storage.ts';

let api: TestApi;
let paul: Send;
let mireille: Send;
const sent: Mail[] = [];
let refusing: Error | undefined;

beforeAll(async () => {
  api = await testApi();
  paul = await api.as(api.people.paul);
  mireille = await api.as(api.people.mireille);
  const { douala, yaounde } = api.people;
  await api.db.rows(
    `insert into clients (nom, succursale_id) select 'CLIENT ' || n, case when n % 3 = 0 then $2::bigint else $1 end
     from generate_series(1, 6000) n`,
    [douala, yaounde],
  );
});
afterAll(() => api.close());
beforeEach(() => {
  sent.length = 0;
  refusing = undefined;
});
afterEach(() => api.db.rows('delete from graphile_worker._private_jobs'));

const context = (signal = new AbortController().signal): JobContext => ({
  database: api.db.database,
  caller: systemCaller,
  signal,
});
const jobs = (stockage: StoragePort = api.guichet.stockage) =>
  rapportsJobs({
    ...api.db,
    stockage,
    url: 'https://guichet.test',
    mail: {
      lieu: 'ici',
      async send(mail) {
        if (refusing) throw refusing;
        sent.push(mail);
      },
    },
  });
const run = (name: string, payload = {}, on = context(), stockage?: StoragePort) =>
  jobs(stockage)[name]?.run(payload, on) as Promise<void>;
/** Makes what is queued, then tells who waits, as the worker would. */
async function work() {
  for (const name of ['produire-export', 'prevenir-export']) {
    const queued = await api.db.rows<{ payload: object }>(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = $1 order by j.id`,
      [name],
    );
    for (const { payload } of queued) await run(name, payload);
  }
}

interface Export {
  id: number;
  statut: string;
  lignes: number;
  total: number | null;
  motif_echec: string | null;
  taille: number | null;
}
const order = async (send: Send = paul, more = {}) => {
  const asked = {
    rapport: 'clients',
    format: 'csv',
    filtres: { nom__istartswith: 'CLIENT' },
    colonnes: ['nom'],
    attendre: false,
  };
  const { status, headers, body } = await send<Export>('POST', '/rapports/export', { ...asked, ...more });
  expect([status, headers.get('location')]).toEqual([202, `/api/v1/rapports/exports/${body.id}`]);
  return body.id;
};
const look = async (id: number, send: Send = paul) => (await send<Export>('GET', `/rapports/exports/${id}`)).body;
/** Keeps what is written, after something happened at each piece of it. */
const meanwhile = (happens: () => Promise<unknown>): StoragePort => ({
  ...api.guichet.stockage,
  put: (content) =>
    api.guichet.stockage.put(
      (async function* () {
        for await (const chunk of content as AsyncIterable<Buffer>) {
          await happens();
          yield chunk;
        }
      })(),
    ),
});
const files = async () => {
  const keys: string[] = [];
  for await (const key of api.guichet.stockage.keptBefore(new Date(Date.now() + 60_000))) keys.push(key);
  return keys;
};

describe('a file that is made beside', () => {
  test('waits, is made, is told of by mail, fetched by its owner alone, and thrown away with its file', async () => {
    const id = await order();
    expect(await look(id)).toMatchObject({ statut: 'en_attente', lignes: 0, total: null });
    expect((await paul('GET', `/rapports/exports/${id}/fichier`)).body).toMatchObject({
      message: 'Ce fichier attend son tour.',
    });
    await work();
    expect(await look(id)).toMatchObject({ statut: 'pret', lignes: 4000, total: 4000 });
    expect(sent).toMatchObject([{ a: api.people.paul.email, sujet: 'Clients' }]);
    expect(sent[0]?.texte).toContain(`https://guichet.test/admin/pages/rapports?export=${id}`);
    const file = await paul('GET', `/rapports/exports/${id}/fichier`);
    expect(file.headers.get('content-disposition')).toMatch(/clients-.*\.csv/);
    expect(file.text.trim().split('\r\n')).toHaveLength(4001);
    expect(Number(file.headers.get('content-length'))).toBe((await look(id)).taille);
    for (const path of ['', '/fichier'])
      expect((await mireille('GET', `/rapports/exports/${id}${path}`)).status).toBe(404);
    expect((await mireille('DELETE', `/rapports/exports/${id}`)).status).toBe(404);
    const list = await paul<{ results: Export[] }>('GET', '/rapports/exports');
    expect(list.body.results.map((each) => each.id)).toContain(id);
    expect((await mireille<{ results: Export[] }>('GET', '/rapports/exports')).body.results).toEqual([]);
    const before = await files();
    expect((await paul('DELETE', `/rapports/exports/${id}`)).status).toBe(204);
    expect((await files()).length).toBe(before.length - 1);
    expect((await paul('GET', `/rapports/exports/${id}`)).status).toBe(404);
    const kept = await api.db.rows<{ action: string; auteur: string }>(
      `select action, auteur from journal where action in ('exporter', 'telecharger', 'supprimer') and resultat = 'reussi' order by id`,
    );
    expect(kept).toEqual(['exporter', 'telecharger', 'supprimer'].map((action) => ({ action, auteur: 'Paul EKAMBI' })));
  });

  test('more rows than are answered at once become one; the same request again is the same one', async () => {
    await api.db.rows(`update parametres set valeur = '3999' where code = 'export.lignes'`);
    const headers = { 'idempotency-key': 'a' };
    const body = { rapport: 'clients', format: 'csv' };
    const first = await paul<Export>('POST', '/rapports/export', body, headers);
    const second = await paul<Export>('POST', '/rapports/export', body, headers);
    expect([first.status, second.body.id]).toEqual([202, first.body.id]);
    await api.db.rows(`update parametres set valeur = '4000' where code = 'export.lignes'`);
    expect((await paul('POST', '/rapports/export', body)).status).toBe(200);
  });

  test('it is made with the rights of the moment, and had only while they are the same', async () => {
    const { id: who } = api.people.paul;
    const rights = (droits: object) =>
      api.db.rows('update utilisateurs set droits = $2 where id = $1', [who, JSON.stringify(droits)]);
    const id = await order();
    const lost = await order();
    await run('produire-export', { id });
    await rights({ clients: { exporter: false } });
    await expect.poll(async () => (await paul('GET', `/rapports/exports/${id}/fichier`)).status).toBe(403);
    await run('produire-export', { id: lost });
    expect(await look(lost)).toMatchObject({
      statut: 'echoue',
      motif_echec: 'Vous n’avez pas le droit « exporter » sur : clients.',
    });
    await rights({ clients: { 'voir-notes': false } });
    await expect
      .poll(async () => (await paul<{ message: string }>('GET', `/rapports/exports/${id}/fichier`)).body.message)
      .toBe('Vos droits ont changé depuis cet export : refaites-le.');
    await rights({});
    await expect.poll(async () => (await paul('GET', `/rapports/exports/${id}/fichier`)).status).toBe(200);
  });

  test('planned, it leaves only while the one who planned it may have it', async () => {
    const { id: who } = api.people.paul;
    const active = (actif: boolean) => api.db.rows('update utilisateurs set actif = $2 where id = $1', [who, actif]);
    const id = await order();
    await run('produire-export', { id });
    await api.db.rows(`update exports set destinataires = '["dehors@exemple.cm"]' where id = $1`, [id]);
    await active(false);
    await expect.poll(() => api.db.actors.find(who)).toBeUndefined();
    await run('prevenir-export', { id, rang: 0 });
    expect(sent).toEqual([]);
    await active(true);
    await expect.poll(() => api.db.actors.find(who)).toBeDefined();
    await run('prevenir-export', { id, rang: 0 });
    expect(sent).toMatchObject([{ a: 'dehors@exemple.cm' }]);
  });

  test('a run that is cancelled, cut off or overtaken leaves no file; the next one begins anew', async () => {
    const before = (await files()).length;
    const id = await order(mireille);
    const broken = meanwhile(() => Promise.reject(new Error('disque plein')));
    await expect(run('produire-export', { id }, context(), broken)).rejects.toThrow('disque plein');
    expect(await look(id, mireille)).toMatchObject({ statut: 'en_cours', lignes: expect.any(Number) });
    const overtaken = meanwhile(() => run('produire-export', { id }));
    await run('produire-export', { id }, context(), overtaken);
    expect(await look(id, mireille)).toMatchObject({ statut: 'pret', lignes: 6000 });
    expect((await files()).length).toBe(before + 1);

    const cancelled = await order(mireille);
    let stop: Promise<unknown> | undefined;
    const cancel = () => (stop ??= mireille('DELETE', `/rapports/exports/${cancelled}`));
    await run('produire-export', { id: cancelled }, context(), meanwhile(cancel));
    expect(await look(cancelled, mireille)).toMatchObject({ statut: 'annule', motif_echec: null });
    expect((await files()).length).toBe(before + 1);
    expect((await mireille('GET', `/rapports/exports/${cancelled}/fichier`)).body).toMatchObject({
      message: 'Cet export a été annulé.',
    });
  });

  test('what fails again and again is given up, and says so in a sentence', async () => {
    const id = await order();
    const full = { ...api.guichet.stockage, put: () => Promise.reject(new Error('disque plein')) };
    for (let i = 0; i < 2; i++)
      await expect(run('produire-export', { id }, context(), full)).rejects.toThrow('disque plein');
    await expect(run('produire-export', { id }, context(), full)).rejects.toMatchObject({ again: false });
    expect(await look(id)).toMatchObject({ statut: 'echoue', motif_echec: expect.stringContaining('inattendue') });
    await work();
    expect(sent.map(({ texte }) => texte)).toEqual([expect.stringContaining('n’a pas pu être produit')]);
    const stopped = AbortSignal.abort(new Error('arrêt'));
    const late = await order();
    await expect(run('produire-export', { id: late }, context(stopped))).rejects.toThrow('arrêt');
    expect(await look(late)).toMatchObject({ statut: 'en_cours', lignes: 0 });
  });

  test('after some days it is swept with its file, and the sweep of documents leaves it alone until then', async () => {
    const id = await order();
    await work();
    const [row] = await api.db.rows<{ cle: string }>('select cle from exports where id = $1', [id]);
    const wanted = await api.db.rows('select from fichiers_gardes where cle = $1', [row?.cle]);
    expect(wanted).toHaveLength(1);
    await run('balayer-exports');
    expect(await files()).toContain(row?.cle);
    await api.db.rows(`update exports set expire_le = now() - interval '1 second' where id = $1`, [id]);
    await run('balayer-exports');
    expect(await files()).not.toContain(row?.cle);
    expect((await paul('GET', `/rapports/exports/${id}`)).status).toBe(404);
  });

  test('how far it is can be watched', async () => {
    const seen: Export[] = [];
    const id = await order(mireille);
    const slow = meanwhile(async () => {
      await pause(1050);
      seen.push(await look(id, mireille));
    });
    await run('produire-export', { id }, context(), slow);
    expect(seen.every(({ statut, total }) => statut === 'en_cours' && total === 6000)).toBe(true);
    const lignes = seen.map((each) => each.lignes);
    expect(lignes).toEqual(lignes.toSorted((a, b) => a - b));
    expect(new Set(lignes).size).toBeGreaterThan(1);
  });
});
