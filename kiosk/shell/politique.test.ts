import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;
const read = (file: string) => readFileSync(path.join(here, file), 'utf8');
const product = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.ts$/.test(file) && !/\.(test|fixture)\.ts$/.test(file),
);
const main = read('main.ts');

/** What no file of the shell may do: each of these opens a way out of the page, or into the machine. */
const forbidden: Record<string, RegExp> = {
  'a shell command':
    /import \{[^}]*\b(exec|execSync|spawn|spawnSync|fork)\b[^}]*\} from 'node:child_process'|shell: true/,
  'programs of the desktop': /openExternal|openPath|showItemInFolder|\bshell\b.*from 'electron'/,
  'code into a page': /executeJavaScript|\beval\(|new Function/,
  'a weaker page':
    /nodeIntegration\w*: true|contextIsolation: false|sandbox: false|webSecurity: false|webviewTag: true|allowRunningInsecureContent: true/,
  'a trusted certificate': /rejectUnauthorized|setCertificateVerifyProc\(null|callback\(true\)|callback\(0\)/,
  'reports of falls': /crashReporter/,
  'pages from a disk or a network': /loadFile\(|file:\/\/|loadURL\((?!pages\[)/,
  'a session that is kept': /persist:|defaultSession/,
  'a bypassed policy': /bypassCSP: true|corsEnabled: true|allowServiceWorkers: true/,
  'unlocked words': /appendSwitch\('(?!disable-)/,
};

test.each(Object.entries(forbidden))('no file of the shell has %s', (_, pattern) => {
  expect(product.filter((file) => pattern.test(read(file)))).toEqual([]);
});

test('the whole shell is looked at', () => {
  expect(product).toEqual(
    expect.arrayContaining(['main.ts', 'verrou.ts', 'scene.ts', 'preload.ts', 'relais/relais.ts']),
  );
});

test.each([
  'app.enableSandbox()',
  'protocol.registerSchemesAsPrivileged([scheme])',
  'Menu.setApplicationMenu(null)',
  'app.requestSingleInstanceLock()',
  "process.on('uncaughtException', echouer)",
  "process.on('unhandledRejection', echouer)",
])('the start says %s before anything is open', (said) => {
  expect(main.indexOf(said)).toBeGreaterThan(0);
  expect(main.indexOf(said)).toBeLessThan(main.indexOf('async function ouvrir'));
});

test('only the scene makes windows, and each of them is locked there', () => {
  const makers = product.filter((file) => /new BrowserWindow\(|nouvelleFenetre\(/.test(read(file)));
  expect(makers).toEqual(['main.ts', 'scene.ts']);
  expect(read('scene.ts')).toMatch(
    /verrouillerSession\([\s\S]*nouvelleFenetre\([\s\S]*verrouillerFenetre\([\s\S]*verrouiller\(/,
  );
});

test('a preload gives out functions and a text, and nothing of Electron itself', () => {
  for (const file of ['preload.ts', 'preload-coque.ts']) {
    expect(read(file).match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(read(file)).not.toMatch(/ipcRenderer\.on|ipcRenderer,|sendSync/);
  }
});
