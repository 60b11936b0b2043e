import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mountPanel } from '../../admin/panel/mount.ts';
import { readConfig } from '../../server/config.ts';
import { type Guichet, smsOf } from '../../server/guichet.ts';
import { createApp } from '../../server/http/app.ts';
import { serverOf } from '../../server/http/server.ts';
import { cast, PASSWORD } from '../cast.ts';
import { testDatabase } from '../database.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The answer as JSON, when it is. */
  json: PanelJson;
}

interface RecordJson {
  id: number;
  title: string;
  params: Record<string, unknown>;
  populated: Record<string, { title: string; params: Record<string, unknown> }>;
  errors: Record<string, { message: string }>;
  baseError: { message: string; type: string } | null;
  recordActions: { name: string }[];
}

/** What AdminJS answers, as far as the tests read it. */
export interface PanelJson {
  record: RecordJson;
  records: RecordJson[];
  notice?: { message: string; type: 'success' | 'error' };
  meta: { total: number; page: number; sortBy: string };
  redirectUrl?: string;
  resultat?: Record<string, string>;
  [other: string]: unknown;
}

export type Form = Record<string, string | number | boolean>;

/** The real panel on a port of its own, over a database of its own, with the cast at their places. */
export async function testPanel() {
  const db = await testDatabase();
  const people = await cast(db);
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: db.url,
    GUICHET_SECRET: 'x'.repeat(40),
    GUICHET_DATA: mkdtempSync(path.join(tmpdir(), 'guichet-panel-')),
  });
  const guichet: Guichet = {
    config,
    database: db.database,
    watch: db.watch,
    records: db.records,
    actors: db.actors,
    sms: smsOf(config),
    stockage: db.stockage,
    caisses: db.caisses,
    close: db.close,
  };
  const server: Server = serverOf(createApp(guichet, { panel: await mountPanel(guichet) })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function send(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${origin}/admin${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
  }

  const post = (path: string, form: Form, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(Object.entries(form).map(([name, value]) => [name, String(value)])).toString(),
    });

  const cookieOf = (answer: Answer) =>
    answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');

  /** Signs in as a browser does and keeps the cookie. */
  async function as({ email }: { email: string }, password = PASSWORD) {
    const answer = await post('/connexion', { email, mot_de_passe: password });
    if (answer.status !== 303) throw new Error(`${email}: ${answer.status}`);
    const cookie = cookieOf(answer);
    const records = (resource: string, id: number) => `/api/resources/${resource}/records/${id}`;
    const get = (path: string, headers: Record<string, string> = {}) => send(path, { headers: { cookie, ...headers } });
    const submit = (path: string, form: Form = {}, headers: Record<string, string> = {}) =>
      post(path, form, { cookie, ...headers });
    return {
      cookie,
      get,
      submit,
      list: (resource: string, query = '') => get(`/api/resources/${resource}/actions/list${query}`),
      show: (resource: string, id: number) => get(`${records(resource, id)}/show`),
      create: (resource: string, form: Form) => submit(`/api/resources/${resource}/actions/new`, form),
      edit: (resource: string, id: number, form: Form) => submit(`${records(resource, id)}/edit`, form),
      remove: (resource: string, id: number) => submit(`${records(resource, id)}/delete`),
      act: (resource: string, id: number, action: string, form: Form = {}) =>
        submit(`${records(resource, id)}/${action}`, form),
    };
  }

  /** A client put straight into the table. */
  async function client(succursale_id: number, nom: string, more: Record<string, unknown> = {}): Promise<number> {
    const values = { succursale_id, nom, ...more };
    const names = Object.keys(values);
    const places = names.map((_, i) => `$${i + 1}`);
    const [row] = await db.rows<{ id: number }>(
      `insert into clients (${names}) values (${places}) returning id`,
      Object.values(values),
    );
    return (row as { id: number }).id;
  }

  return {
    db,
    people,
    guichet,
    origin,
    send,
    post,
    cookieOf,
    as,
    client,
    async close() {
      server.closeAllConnections();
      server.close();
      await db.close();
    },
  };
}

export type TestPanel = Awaited<ReturnType<typeof testPanel>>;
export type Session = Awaited<ReturnType<TestPanel['as']>>;
