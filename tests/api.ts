import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Router } from 'express';
import { readConfig } from '../server/config.ts';
import type { Database } from '../server/core/database.ts';
import { type Caisses, poser } from '../server/features/assurance/mobile-money/caisses.ts';
import { type Guichet, smsOf, stockageOf } from '../server/guichet.ts';
import { createApp } from '../server/http/app.ts';
import { serverOf } from '../server/http/server.ts';
import { cast, PASSWORD } from './cast.ts';
import { testDatabase } from './database.ts';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
}

export type Send = <T = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer<T>>;

interface Settings {
  /** The tills over this test's database; none unless given. */
  caisses?: (database: Database) => Caisses;
  /** The clients’ screens; none unless given. */
  screens?: Router;
}

/** The real API on a port of its own, over a database of its own, with the cast at their places. */
export async function testApi({ caisses, screens }: Settings = {}) {
  const db = await testDatabase();
  const people = await cast(db);
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: db.url,
    GUICHET_SECRET: 'x'.repeat(40),
    GUICHET_INSCRIPTION: 'ouverte',
    GUICHET_DATA: mkdtempSync(path.join(tmpdir(), 'guichet-api-')),
  });
  const guichet: Guichet = {
    config,
    database: db.database,
    watch: db.watch,
    records: db.records,
    actors: db.actors,
    sms: smsOf(config),
    stockage: stockageOf(config),
    caisses: poser(db.database, caisses?.(db.database) ?? db.caisses),
    close: db.close,
  };
  const app = createApp(guichet, { screens });
  const server: Server = serverOf(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const send =
    (authorization?: string): Send =>
    async (method, path, body, headers = {}) => {
      const response = await fetch(`${origin}${path.startsWith('/api') ? '' : '/api/v1'}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(authorization ? { authorization } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json');
      return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
    };

  const anonymous = send();
  const signIn = async (email: string, password = PASSWORD) => {
    const answer = await anonymous<{ tokens: { access: string; refresh: string } }>('POST', '/auth/login', {
      email,
      password,
    });
    if (answer.status !== 200) throw new Error(`${email}: ${answer.text}`);
    return answer.body.tokens;
  };

  return {
    db,
    guichet,
    app,
    people,
    origin,
    anonymous,
    signIn,
    withToken: (access: string) => send(`Bearer ${access}`),
    /** Sends requests as this person, by a token of their own. */
    as: async ({ email }: { email: string }) => send(`Bearer ${(await signIn(email)).access}`),
    async close() {
      server.closeAllConnections();
      server.close();
      await db.close();
    },
  };
}

export type TestApi = Awaited<ReturnType<typeof testApi>>;
