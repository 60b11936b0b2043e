import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Progress } from '../setup/progress.mjs';
import { ouvrirChromium, trouverChromium } from './chromium.ts';
import { lireDemande } from './demande.ts';
import { electronInstalle, trouverElectron } from './electron.ts';
import { EMPAQUETEUR, pack } from './paquet.ts';
import { choisir, demandScreen } from './run.ts';
import { demandServer } from './sante.ts';

let folder: string;
let said: string[];
const progress: Progress = {
  title: () => undefined,
  note: (text) => void said.push(text),
  line: (text = '') => void said.push(text),
  fail: (text) => void said.push(text),
  step: async (label, work) => {
    said.push(label);
    return work((text) => void said.push(text));
  },
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kiosk-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

function place(name: string, text: string, mode = 0o755): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

describe('what is asked', () => {
  test('is this machine’s server upright, unless told otherwise', () => {
    expect(lireDemande([], {})).toEqual({ serveur: 'http://localhost:3000', sens: 'portrait' });
    expect(lireDemande([], { PORT: '3100' }).serveur).toBe('http://localhost:3100');
    expect(lireDemande(['--serveur', 'https://guichet.example/', '--paysage'], {})).toEqual({
      serveur: 'https://guichet.example',
      sens: 'paysage',
    });
  });

  test.each([
    [['--debug'], /^--debug est de trop/],
    [['--serveur'], /^--serveur est de trop, ou incomplet/],
    [['--serveur', 'http://guichet.example'], /^serveur : l’adresse doit commencer par https/],
  ])('is refused in French: %j', (args, message) => {
    expect(() => lireDemande(args, {})).toThrow(message);
  });
});

describe('the server', () => {
  const answering = async (status: number, work: (serveur: string) => Promise<void>) => {
    const server = createServer(
      (req, res) => void res.writeHead(req.url === '/api/v1/health' ? status : 404).end('{}'),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).finally(() => server.close());
  };

  test('is asked how it is first', async () => {
    await answering(200, (serveur) => expect(demandServer(serveur)).resolves.toBe(undefined));
    await answering(503, (serveur) => expect(demandServer(serveur)).rejects.toThrow(/ne va pas bien \(HTTP 503/));
    await expect(demandServer('http://127.0.0.1:9')).rejects.toThrow(/^Rien ne répond à .* : lancez d’abord npm start/);
  });
});

describe('Electron', () => {
  test('is where its package says, or where the environment does', () => {
    const paquet = path.join(folder, 'electron');
    expect(electronInstalle(paquet, {})).toBe(undefined);
    place('electron/path.txt', 'electron');
    expect(electronInstalle(paquet, {}), 'named, not there').toBe(undefined);
    const binaire = place('electron/dist/electron', '');
    expect(electronInstalle(paquet, {})).toBe(binaire);
    const elsewhere = place('ailleurs/electron', '');
    expect(electronInstalle(paquet, { ELECTRON_OVERRIDE_DIST_PATH: path.dirname(elsewhere) })).toBe(elsewhere);
    expect(electronInstalle(paquet, { ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent' })).toBe(undefined);
  });

  test('is fetched by its own program, with its checksums', async () => {
    place('electron/package.json', '{}');
    place(
      'electron/install.js',
      `const fs = require('fs'); fs.mkdirSync(__dirname + '/dist');
       fs.writeFileSync(__dirname + '/dist/electron', String(process.env.electron_use_remote_checksums));
       fs.writeFileSync(__dirname + '/path.txt', 'electron');`,
    );
    const env = { PATH: process.env.PATH, electron_use_remote_checksums: '1' };
    const found = await trouverElectron(progress, { paquet: path.join(folder, 'electron'), env });
    expect(found).toEqual({ binaire: path.join(folder, 'electron/dist/electron') });
    expect(readFileSync(path.join(folder, 'electron/dist/electron'), 'utf8')).toBe('undefined');
    expect(said).toEqual(['Electron']);
  });

  test.each([
    [
      'console.error("TypeError: fetch failed\\n at x"); process.exit(1)',
      /^téléchargement impossible \(TypeError: fetch/,
    ],
    ['setTimeout(() => {}, 20000)', /^téléchargement interrompu après/],
    ['', /^son programme n’a rien installé/],
  ])('cannot be had: %s', async (program, raison) => {
    place('electron/install.js', program);
    const options = { paquet: path.join(folder, 'electron'), env: {}, patience: 1000 };
    expect(await trouverElectron(progress, options)).toEqual({ raison: expect.stringMatching(raison) });
  });

  test('cannot be had where its package is not', async () => {
    const found = await trouverElectron(progress, { paquet: path.join(folder, 'electron'), env: {} });
    expect(found).toEqual({ raison: 'le paquet electron n’est pas installé' });
  });
});

describe('Chromium', () => {
  test('is the first of its names that can be run, Debian’s before others', () => {
    const chemin = ['a', 'b'].map((name) => path.join(folder, name)).join(path.delimiter);
    expect(trouverChromium(chemin)).toBe(undefined);
    place('a/chromium', '', 0o644);
    mkdirSync(path.join(folder, 'b/chromium-browser'), { recursive: true });
    const chrome = place('a/google-chrome', '');
    expect(trouverChromium(chemin)).toBe(chrome);
    const chromium = place('b/chromium', '');
    expect(trouverChromium(chemin)).toBe(chromium);
    expect(trouverChromium('')).toBe(undefined);
  });

  test('shows the terminal’s page alone, with a profile that is gone afterwards', async () => {
    const binaire = place('chromium', `#!/bin/sh\nprintf '%s\\n' "$@" > ${folder}/recu\nexit 3\n`);
    expect(await ouvrirChromium(binaire, { serveur: 'https://guichet.example', sens: 'paysage' })).toBe(3);
    const args = readFileSync(path.join(folder, 'recu'), 'utf8').trim().split('\n');
    expect(args).toEqual(
      expect.arrayContaining([
        '--kiosk',
        '--app=https://guichet.example/borne/',
        '--incognito',
        '--noerrdialogs',
        '--disable-pinch',
        '--overscroll-history-navigation=0',
      ]),
    );
    expect(args.join()).not.toContain('no-sandbox');
    const profil = args.find((each) => each.startsWith('--user-data-dir='))?.split('=')[1] ?? '';
    expect(profil).toContain('guichet-borne-');
    expect(existsSync(profil)).toBe(false);
  });
});

describe('the choice', () => {
  test('is the shell wherever it can be had', () => {
    expect(choisir({ binaire: '/e' }, '/c')).toEqual({ avec: 'electron', binaire: '/e' });
  });

  test('is Chromium otherwise, and says why in one line', () => {
    const moyen = choisir({ raison: 'téléchargement impossible' }, '/usr/bin/chromium');
    expect(moyen).toEqual({
      avec: 'chromium',
      binaire: '/usr/bin/chromium',
      annonce:
        'Pas de programme Electron : téléchargement impossible. Les mêmes écrans s’ouvrent dans Chromium (/usr/bin/chromium).',
    });
  });

  test('is neither: what to install is named', () => {
    expect(choisir({ raison: 'hors réseau' }, undefined)).toMatchObject({
      avec: 'rien',
      annonce: expect.stringMatching(/^Pas de programme Electron : hors réseau\..*apt install chromium/),
    });
  });

  test.runIf(process.platform === 'linux')('needs a screen, and an account that the sandbox accepts', () => {
    expect(() => demandScreen({}, 1000)).toThrow(/^Aucun écran ici/);
    expect(() => demandScreen({ DISPLAY: ':0' }, 0)).toThrow(/sous root/);
    expect(() => demandScreen({ WAYLAND_DISPLAY: 'wayland-0' }, 1000)).not.toThrow();
  });
});

test('a packager that cannot be had is told with npm’s reason', async () => {
  const npx = place('npx', '#!/bin/sh\necho "npm error code ENOTFOUND" >&2\nexit 1\n');
  await expect(pack(progress, [], npx)).rejects.toThrow(`${EMPAQUETEUR} ne peut pas être obtenu (ENOTFOUND)`);
  await expect(pack(progress, [], '/nonexistent')).rejects.toThrow(/ne peut pas être obtenu \(.*ENOENT/);
});
