import 'reflect-metadata';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mountPanel } from '../../admin/panel/mount.ts';
import { dataSource } from '../../ormconfig.ts';
import { readConfig } from '../../server/config.ts';
import { openGuichet } from '../../server/guichet.ts';
import { createApp } from '../../server/http/app.ts';
import { serverOf } from '../../server/http/server.ts';

/** The panel as a process in production mounts it: says what it answers, and ends. */
const config = readConfig();
const guichet = await openGuichet(config, await dataSource(config.DATABASE_URL).initialize());
const server = serverOf(createApp(guichet, { panel: await mountPanel(guichet) })).listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const bundle = await fetch(`${origin}/admin/frontend/assets/components.bundle.js`);
const body = new URLSearchParams({ email: process.argv[2] ?? '', mot_de_passe: process.argv[3] ?? '' });
const headers = { origin, 'x-forwarded-proto': 'https' };
const entered = await fetch(`${origin}/admin/connexion`, { method: 'POST', body, headers, redirect: 'manual' });
const cookie = entered.headers.get('set-cookie') ?? '';
const page = await fetch(`${origin}/admin`, { headers: { ...headers, cookie: cookie.split(';')[0] ?? '' } });
const html = await page.text();
console.log(
  JSON.stringify({ bundle: bundle.status, length: (await bundle.text()).length, cookie, page: page.status, html }),
);
server.close();
server.closeAllConnections();
await guichet.close();
