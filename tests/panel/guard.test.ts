import { readdirSync } from 'node:fs';
import os from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Session, type TestPanel, testPanel } from './panel.ts';

let panel: TestPanel;
let siege: Session;

beforeAll(async () => {
  panel = await testPanel();
  siege = await panel.as(panel.people.mireille);
});
afterAll(() => panel.close());

describe('forged requests', () => {
  const attempts: [string, Record<string, string>][] = [
    ['another site says so itself', { origin: 'http://evil.example' }],
    ['the browser says cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['the browser says same-site', { 'sec-fetch-site': 'same-site' }],
    ['nobody says anything', { origin: '' }],
    ['a sandboxed frame', { origin: 'null' }],
  ];

  test.each(attempts)('are refused: %s', async (_who, headers) => {
    const id = await panel.client(panel.people.douala, 'INTACT');
    for (const path of [
      `/api/resources/clients/records/${id}/edit`,
      `/api/resources/clients/records/${id}/delete`,
      '/api/resources/clients/actions/new',
      '/deconnexion',
      '/connexion',
      '/profil/langue',
      '/mot-de-passe/oublie',
    ]) {
      expect((await siege.submit(path, { nom: 'FORGE', revision: 1, langue: 'en' }, headers)).status, path).toBe(403);
    }
    expect(await panel.db.rows('select nom, supprime_le from clients where id = $1', [id])).toEqual([
      { nom: 'INTACT', supprime_le: null },
    ]);
  });

  test('our own pages pass, by either header', async () => {
    const id = await panel.client(panel.people.douala, 'OUVERT');
    expect((await siege.edit('clients', id, { ville: 'Douala', revision: 1 })).json.notice?.type).toBe('success');
    const path = `/api/resources/clients/records/${id}/edit`;
    expect(
      (await siege.submit(path, { ville: 'Limbé', revision: 2 }, { origin: '', 'sec-fetch-site': 'same-origin' })).json
        .notice?.type,
    ).toBe('success');
  });

  test('nothing changes by GET', async () => {
    const id = await panel.client(panel.people.douala, 'LU');
    for (const path of [
      `records/${id}/delete`,
      `records/${id}/edit?nom=X`,
      `bulk/bulkDelete?recordIds=${id}`,
      `actions/corbeille?id=${id}&verbe=detruire`,
    ])
      await siege.get(`/api/resources/clients/${path}`);
    expect(await panel.db.rows('select nom, supprime_le from clients where id = $1', [id])).toEqual([
      { nom: 'LU', supprime_le: null },
    ]);
    expect((await siege.get('/deconnexion')).status).not.toBe(303);
    expect((await siege.get('/api/dashboard')).status).toBe(200);
  });
});

describe('bodies', () => {
  test('only forms are read: JSON could name a file of the server', async () => {
    for (const type of ['application/json', 'text/plain', 'application/xml']) {
      const answer = await panel.send('/api/resources/clients/actions/new', {
        method: 'POST',
        headers: { cookie: siege.cookie, origin: panel.origin, 'content-type': type },
        body: '{"file":{"path":"/etc/passwd","name":"x.json"}}',
      });
      expect(answer.status, type).toBe(415);
      expect(answer.text).not.toContain('root:');
    }
  });

  test('a file in a form is dropped before it is written anywhere', async () => {
    const before = readdirSync(os.tmpdir()).filter((name) => name.startsWith('upload_'));
    const form = new FormData();
    form.set('nom', 'AVEC FICHIER');
    form.set('succursale_id', String(panel.people.douala));
    form.set('piece', new File(['x'.repeat(100_000)], 'piece.bin'));
    const answer = await panel.send('/api/resources/clients/actions/new', {
      method: 'POST',
      headers: { cookie: siege.cookie, origin: panel.origin },
      body: form,
    });
    expect(answer.json.notice?.type).toBe('success');
    expect(readdirSync(os.tmpdir()).filter((name) => name.startsWith('upload_'))).toEqual(before);
  });

  test('a body without end, or without a length, is cut off', async () => {
    const answer = await siege.create('clients', { nom: 'x'.repeat(3_000_000) });
    expect(answer.status).toBe(413);
    const stream = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('nom=x'));
        controller.close();
      },
    });
    const init = {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { cookie: siege.cookie, origin: panel.origin, 'content-type': 'application/x-www-form-urlencoded' },
    } as RequestInit;
    expect((await panel.send('/api/resources/clients/actions/new', init)).status).toBe(413);
    expect((await siege.submit('/profil/langue', { langue: 'x'.repeat(100_000) })).status).toBe(413);
  });

  test('bad forms and addresses are the sender’s mistake', async () => {
    const headers = { cookie: siege.cookie, origin: panel.origin, 'content-type': 'multipart/form-data; boundary=x' };
    expect(
      (await panel.send('/api/resources/clients/actions/new', { method: 'POST', headers, body: 'no parts at all' }))
        .status,
    ).toBeLessThan(500);
    expect((await siege.get('/resources/%E0%A4%A')).status).toBeLessThan(500);
    for (const query of ['', '?recordIds=', '?recordIds=a,b', "?recordIds=1'"]) {
      expect((await siege.get(`/api/resources/clients/bulk/bulkDelete${query}`)).status, query).toBe(400);
      expect((await siege.get(`/resources/clients/bulk/bulkDelete${query}`)).status, query).toBe(400);
    }
  });
});

describe('addresses', () => {
  test('what is not there is 404, and lists nothing of what is', async () => {
    for (const path of [
      '/resources/zzz',
      '/api/resources/zzz/actions/list',
      '/api/resources/clients/actions/zzz',
      '/api/resources/clients/records/1/zzz',
      '/api/resources/clients/actions/edit',
      '/api/resources/clients/records/1/list',
      '/api/pages/zzz',
      '/pages/zzz',
      '/refresh-token',
      '/api/resources/constructor/actions/list',
      '/export/zzz',
    ]) {
      const { status, text } = await siege.get(path);
      expect(status, path).toBe(404);
      expect(text, path).not.toMatch(/utilisateurs|registered resources/);
    }
  });

  test('other methods are refused', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const answer = await panel.send('/api/resources/clients/records/1/edit', {
        method,
        headers: { cookie: siege.cookie, origin: panel.origin },
      });
      expect(answer.status, method).toBe(405);
    }
  });

  test('a stranger is sent to the sign-in page, scripts too, and comes back to where they wanted', async () => {
    const page = await panel.send('/resources/clients?page=2');
    expect(page.status).toBe(302);
    expect(page.headers.get('location')).toBe('/admin/connexion?suite=%2Fadmin%2Fresources%2Fclients%3Fpage%3D2');
    for (const path of ['/api/resources/clients/actions/list', '/api/dashboard', '/api/pages/droits']) {
      const answer = await panel.send(path);
      expect(answer.status, path).toBe(302);
      expect(answer.headers.get('location')).toBe('/admin/connexion');
    }
  });
});
