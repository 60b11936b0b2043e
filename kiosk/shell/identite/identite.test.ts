import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { coffreDe } from './coffre.ts';
import { ouvrirIdentite, type PortsIdentite } from './identite.ts';

const jeton = 'borne_0123456789abcdef';
const borne = { id: 3, nom: 'Hall de Douala', succursale: 'INTIA-Douala' };

let dossier: string;
let server: Server;
let serveur: string;
let asked: { path?: string; body: unknown }[];
let answer: RequestListener;
let notes: string[];

const says = (status: number, body: unknown): RequestListener => {
  return (_req, res) => void res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
};
const open = (ports: Partial<PortsIdentite> = {}) =>
  ouvrirIdentite(dossier, { serveur, version: '1.0.0', noter: (line) => void notes.push(line), ...ports });
const fichier = () => path.join(dossier, 'identite.json');

beforeEach(async () => {
  dossier = path.join(mkdtempSync(path.join(tmpdir(), 'identite-')), 'borne');
  notes = [];
  asked = [];
  answer = says(201, { jeton, borne });
  server = createServer(async (req, res) => {
    const body = Buffer.concat(await req.toArray()).toString();
    asked.push({ path: `${req.method} ${req.url}`, body: JSON.parse(body) });
    answer(req, res);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  serveur = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(path.dirname(dossier), { recursive: true });
});

describe('a terminal is enrolled', () => {
  test('with a one-time code, and remains so after a restart', async () => {
    const identite = open();
    expect(identite.jeton()).toBe(undefined);
    expect(await identite.enroler(' AB12-CD34 ')).toEqual({ statut: 'enrolee', borne });
    expect(asked).toEqual([
      { path: 'POST /api/v1/borne/terminal/enroler', body: { code: 'AB12-CD34', version: '1.0.0' } },
    ]);
    expect(identite.jeton()).toBe(jeton);
    expect(open().jeton()).toBe(jeton);
    expect(open().borne()).toEqual(borne);
  });

  test('in a file for our account alone, with nothing half written beside it', async () => {
    await open().enroler('AB12-CD34');
    expect(statSync(fichier()).mode & 0o777).toBe(0o600);
    expect(statSync(dossier).mode & 0o777).toBe(0o700);
    expect(readdirSync(dossier)).toEqual(['identite.json']);
    expect(JSON.parse(readFileSync(fichier(), 'utf8'))).toEqual({ serveur, jeton, borne });
  });

  test('until it is told to forget', async () => {
    const identite = open();
    await identite.enroler('AB12-CD34');
    await identite.oublier();
    expect(identite.jeton()).toBe(undefined);
    expect(existsSync(fichier())).toBe(false);
  });

  test('at one server: the token is never meant for another', async () => {
    await open().enroler('AB12-CD34');
    expect(open({ serveur: 'https://autre.example' }).jeton()).toBe(undefined);
    expect(notes).toEqual([expect.stringContaining('pas de https://autre.example')]);
    expect(open().jeton()).toBe(jeton);
  });

  test('and its rights on the file are put right', async () => {
    await open().enroler('AB12-CD34');
    chmodSync(fichier(), 0o644);
    expect(open().jeton()).toBe(jeton);
    expect(statSync(fichier()).mode & 0o777).toBe(0o600);
  });
});

describe('an enrolment is refused', () => {
  test.each([
    ['code', 409, { message: 'Ce code a déjà servi.' }, 'Ce code a déjà servi.'],
    ['code', 404, 'nothing', /^Ce code n’est pas valable/],
    ['attente', 429, {}, /^Trop d’essais/],
    ['serveur', 500, {}, /^Le serveur n’a pas pu/],
    ['serveur', 200, { jeton, borne }, /^Le serveur n’a pas pu/],
    ['serveur', 201, { jeton: 'court', borne }, /^Le serveur n’a pas pu/],
  ])('for reason %s on HTTP %i', async (raison, status, body, message) => {
    answer = says(status, body);
    const identite = open();
    expect(await identite.enroler('AB12-CD34')).toEqual({
      statut: 'refus',
      raison,
      message: message instanceof RegExp ? expect.stringMatching(message) : message,
    });
    expect(identite.jeton()).toBe(undefined);
    expect(existsSync(fichier())).toBe(false);
  });

  test('where nobody answers', async () => {
    const refused = await open({ serveur: 'http://127.0.0.1:9' }).enroler('AB12-CD34');
    expect(refused).toMatchObject({ statut: 'refus', raison: 'injoignable' });
    expect(notes.join()).toContain('injoignable');
  });

  test('where the server sends us elsewhere: the code is not carried along', async () => {
    answer = (_req, res) => void res.writeHead(307, { Location: `${serveur}/ailleurs` }).end();
    expect(await open().enroler('AB12-CD34')).toMatchObject({ statut: 'refus', raison: 'injoignable' });
    expect(asked).toHaveLength(1);
  });

  test.each(['', 'abc', '"; drop', 'x'.repeat(41)])('without asking for %j', async (code) => {
    expect(await open().enroler(code)).toMatchObject({ statut: 'refus', raison: 'code' });
    expect(asked).toEqual([]);
  });
});

test.each([
  ['{"serveur":', 'half'],
  ['{}', 'empty'],
  [
    '{"serveur":"http://x.example","jeton":"0123456789abcdef","borne":{"id":1,"nom":"B","succursale":""},"x":1}',
    'more',
  ],
  ['', 'nothing'],
])('a file that is damaged (%s) is kept aside, and the terminal is not enrolled', async (text) => {
  await open().enroler('AB12-CD34');
  writeFileSync(fichier(), text);
  const identite = open();
  expect(identite.jeton()).toBe(undefined);
  expect(readFileSync(`${fichier()}.abime`, 'utf8')).toBe(text);
  expect(notes).toEqual([expect.stringContaining('abîmé')]);
  expect(await identite.enroler('AB12-CD34')).toMatchObject({ statut: 'enrolee' });
});

describe('a keyring', () => {
  const turned = (text: string) => Buffer.from([...text].reverse().join(''));
  const systeme = {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret' as const,
    encryptString: turned,
    decryptString: (chiffre: Buffer) => turned(chiffre.toString()).toString(),
  };

  test('keeps the token out of the file, and gives it back', async () => {
    const coffre = coffreDe(systeme);
    await open({ coffre }).enroler('AB12-CD34');
    expect(readFileSync(fichier(), 'utf8')).not.toContain(jeton);
    expect(open({ coffre }).jeton()).toBe(jeton);
  });

  test('that is gone leaves the terminal unenrolled, and says why', async () => {
    await open({ coffre: coffreDe(systeme) }).enroler('AB12-CD34');
    expect(open().jeton()).toBe(undefined);
    const closed = { ...systeme, decryptString: () => expect.fail('closed') };
    expect(open({ coffre: coffreDe(closed) }).jeton()).toBe(undefined);
    expect(notes).toHaveLength(2);
    expect(existsSync(fichier())).toBe(true);
  });

  test('with a password that everybody knows is none', () => {
    expect(coffreDe({ ...systeme, getSelectedStorageBackend: () => 'basic_text' })).toBe(undefined);
    expect(coffreDe({ ...systeme, isEncryptionAvailable: () => false })).toBe(undefined);
  });
});
