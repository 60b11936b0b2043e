import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import paquet from '../electron-builder.json' with { type: 'json' };
import { lireFusibles } from './fusibles.ts';

const packaged = 'build/paquet/linux-unpacked/guichet-borne';
const made = existsSync(packaged);
const why = made ? '' : ` (skipped: ${packaged} is not there; npm run kiosk:paquet makes it)`;

describe('the package of a terminal', () => {
  test('has every way into its own programs blown', () => {
    expect(paquet.electronFuses).toMatchInlineSnapshot(`
      {
        "enableCookieEncryption": true,
        "enableNodeCliInspectArguments": false,
        "enableNodeOptionsEnvironmentVariable": false,
        "grantFileProtocolExtraPrivileges": false,
        "onlyLoadAppFromAsar": true,
        "runAsNode": false,
      }
    `);
    expect(paquet.asar).toBe(true);
  });

  test('holds the shell and the screens, nothing of the server', () => {
    expect([...paquet.files, paquet.extraMetadata.main]).toMatchInlineSnapshot(`
      [
        "build/shell/**/*",
        "build/kiosk/**/*",
        "package.json",
        "!node_modules/**/*",
        "build/shell/main.js",
      ]
    `);
    expect(paquet.directories).toEqual({ buildResources: 'kiosk/shell/systeme', output: 'build/paquet' });
  });

  test('brings what it calls: printing, speech, a screen', () => {
    const needed = ['cups', 'cups-client', 'systemd', 'speech-dispatcher', 'espeak-ng', 'openbox', 'xinit'];
    expect(paquet.deb.depends).toEqual(expect.arrayContaining(needed));
  });

  test('puts files that exist where Debian looks for them', () => {
    for (const pair of paquet.deb.fpm) {
      const [from, to, ...more] = pair.split('=');
      expect(existsSync(from ?? ''), from).toBe(true);
      expect(to, pair).toMatch(/^\/usr\/(lib|share)\//);
      expect(more).toEqual([]);
    }
  });

  test.each(['apres-installation', 'apres-retrait', 'session-x', 'xinitrc'])('can run its script %s', (name) => {
    const script = `kiosk/shell/systeme/${name}`;
    expect(statSync(script).mode & 0o111, 'executable').toBe(0o111);
    const text = readFileSync(script, 'utf8');
    expect(text).toMatch(/^#!\/bin\/sh\n/);
    // electron-builder takes a name in braces for one of its own, and refuses the script.
    expect(text).not.toMatch(/\$\{|<%/);
    expect(text).not.toMatch(/\bsudo\b|\beval\b|`|curl|wget/);
  });

  test('leaves the sandbox’s helper with its right', () => {
    const script = readFileSync(paquet.deb.afterInstall, 'utf8');
    expect(script).toContain('chmod 4755 /opt/guichet-borne/chrome-sandbox');
    expect(script).toContain('systemctl enable guichet-borne.service');
  });
});

describe('the fuses of a binary', () => {
  const binary = (wire: string) =>
    Buffer.concat([
      Buffer.from('\x7fELF…dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([1, wire.length]),
      Buffer.from(wire),
    ]);

  test('are read in their order', () => {
    expect(lireFusibles(binary('0100010r1'))).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: false,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
    });
  });

  test('are not guessed where there are none', () => {
    expect(() => lireFusibles(Buffer.from('\x7fELF'))).toThrow('no fuse wire');
  });

  test.skipIf(!made)(`of the packaged terminal are as declared${why}`, () => {
    expect(lireFusibles(readFileSync(packaged))).toMatchObject(paquet.electronFuses);
  });
});
