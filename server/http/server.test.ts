import { once } from 'node:events';
import { IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { serverOf } from './server.ts';

async function ask(server: Server): Promise<unknown> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  server.close();
  return answer.json();
}

test('requests and answers are born with the prototypes of their app, before it has seen them', async () => {
  const app = express();
  app.get('/', (req, res) => void res.json({ node: req instanceof IncomingMessage, ip: req.ip }));
  const server = serverOf(app);
  const born: boolean[] = [];
  server.prependListener('request', (req, res) => {
    born.push(Object.getPrototypeOf(req) === app.request, Object.getPrototypeOf(res) === app.response);
  });
  expect(await ask(server)).toEqual({ node: true, ip: '127.0.0.1' });
  expect(born).toEqual([true, true]);
});

test('two apps of one process do not disturb each other', async () => {
  const servers = ['a', 'b'].map((name) => {
    const app = express();
    app.set('name', name);
    app.get('/', (req, res) => void res.json(req.app.get('name')));
    return serverOf(app);
  });
  expect(await Promise.all(servers.map(ask))).toEqual(['a', 'b']);
});
