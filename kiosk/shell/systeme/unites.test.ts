import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import paquet from '../electron-builder.json' with { type: 'json' };

const unites = ['guichet-borne.service', 'guichet-borne-cage.service', 'getty-tty1.conf'];
const read = (name: string) => readFileSync(`kiosk/shell/systeme/${name}`, 'utf8');

/** What systemd 252 knows and we use; a slip of the pen would pass unseen there. */
const connues: Record<string, string> = {
  Unit: 'Description Documentation ConditionPathExists Wants Requires After Conflicts StartLimitIntervalSec',
  Service: `Type NotifyAccess WatchdogSec TimeoutStartSec TimeoutStopSec Restart RestartSec User Group
    SupplementaryGroups Environment StateDirectory StateDirectoryMode RuntimeDirectory RuntimeDirectoryMode
    WorkingDirectory UMask ExecStartPre ExecStart ProtectSystem ProtectHome ProtectControlGroups PrivateTmp
    BindReadOnlyPaths DevicePolicy DeviceAllow CapabilityBoundingSet AmbientCapabilities KeyringMode LimitCORE OOMPolicy`,
  Install: 'WantedBy',
};

/** What implies NoNewPrivileges, hides namespaces or forbids compiled JavaScript (systemd.exec(5)). */
const etouffantes =
  /^(NoNewPrivileges|SystemCall\w+|Restrict\w+|Private(Users|Devices|Network)|Protect(Kernel\w+|Clock|Hostname|Proc)|ProcSubset|LockPersonality|MemoryDenyWriteExecute|DynamicUser)$/;

/** `[section, directive, value]` of each line. */
function directives(name: string): [string, string, string][] {
  let section = '';
  const found: [string, string, string][] = [];
  for (const line of read(name).split('\n')) {
    const head = /^\[(\w+)\]$/.exec(line)?.[1];
    if (head) section = head;
    else if (line && !line.startsWith('#')) {
      const [, directive = '', value = ''] = /^(\w+)=(.*)$/.exec(line) ?? expect.fail(`${name}: ${line}`);
      found.push([section, directive, value]);
    }
  }
  return found;
}

describe.each(unites)('%s', (name) => {
  test('says only what systemd understands, in the section where it does', () => {
    for (const [section, directive] of directives(name))
      expect(connues[section]?.split(/\s+/), `[${section}] ${directive}`).toContain(directive);
  });

  test('starts programs by their path, and no shell', () => {
    const started = directives(name).filter(([, directive, value]) => directive.startsWith('Exec') && value);
    expect(started.length).toBeGreaterThan(0);
    for (const [, , value] of started) {
      expect(value).toMatch(/^-?\/(usr\/bin|sbin|opt\/guichet-borne)\/[\w-]+( |$)/);
      expect(value).not.toMatch(/\b(ba|da)?sh\b|[;&|`$<>]/);
    }
  });
});

describe.each(unites.slice(0, 2))('the service %s', (name) => {
  const values = (directive: string) =>
    directives(name).flatMap(([, each, value]) => (each === directive ? [value] : []));

  test('begins anew for ever, and is watched', () => {
    const said = ['Type', 'NotifyAccess', 'WatchdogSec', 'Restart', 'StartLimitIntervalSec'].map(values);
    expect(said.flat()).toEqual(['notify', 'all', '30', 'always', '0']);
  });

  test('runs as an account of its own, in folders of its own, and leaves no dump', () => {
    const said = ['User', 'UMask', 'StateDirectoryMode', 'RuntimeDirectoryMode', 'ProtectSystem', 'LimitCORE'].map(
      values,
    );
    expect(said.flat()).toEqual(['guichet-borne', '0077', '0700', '0700', 'strict', '0']);
  });

  test('leaves Chromium its sandbox', () => {
    expect(directives(name).filter(([, directive]) => etouffantes.test(directive))).toEqual([]);
    expect(read(name)).not.toContain('no-sandbox');
  });

  test('names only what the package brings', () => {
    const brought = paquet.deb.fpm.map((pair) => pair.split('=')[1] ?? '');
    for (const [found] of read(name).matchAll(/\/usr\/(lib|share)\/[\w./-]+/g)) expect(brought).toContain(found);
    for (const [, program] of read(name).matchAll(/\/opt\/([\w-]+\/[\w-]+)/g))
      expect(program).toBe(`${paquet.productName}/${paquet.linux.executableName}`);
  });
});

describe('the session', () => {
  test('finds its files where the package puts them', () => {
    const brought = paquet.deb.fpm.map((pair) => pair.split('=')[1] ?? '');
    for (const name of ['session-x', 'xinitrc', 'sysusers.conf'])
      for (const [found] of read(name).matchAll(/\/usr\/lib\/guichet-borne\/[\w.-]+/g))
        expect(brought).toContain(found);
  });

  test('gives no key and no click to the window manager', () => {
    expect(read('rc.xml')).not.toMatch(/<keybind|<mousebind|<action|<file>/);
    expect(read('xorg.conf')).toMatch(/"DontVTSwitch" "true"[\s\S]*"DontZap" "true"/);
  });

  test('lets only known classes of USB in', () => {
    expect(read('usb.rules')).toContain(
      'ATTR{bInterfaceClass}=="01|03|07|09", GOTO="guichet_borne_fin"\nATTR{authorized}="0"',
    );
    expect(read('modprobe.conf')).toMatch(/^install usb-storage \/bin\/false$/m);
  });
});

const verifiable = !spawnSync('systemd-analyze', ['--version']).error;
const why = verifiable ? '' : ' (skipped: systemd-analyze is not installed)';

test.skipIf(!verifiable)(`systemd itself finds nothing to say against them${why}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'unites-'));
  const place = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  // Programs and units of packages that this machine does not have.
  const here = (text: string) =>
    text.replace(/^(Exec\w+=)-?\/\S+/gm, (all, key) => (existsSync(all.slice(key.length)) ? all : `${key}/bin/true`));
  for (const name of unites.slice(0, 2)) place(name, here(read(name)));
  for (const name of ['seatd', 'cups', 'getty@tty1']) place(`${name}.service`, '[Service]\nExecStart=/bin/true\n');
  const files = unites.slice(0, 2).map((name) => path.join(folder, name));
  const env = { ...process.env, SYSTEMD_UNIT_PATH: `${folder}:` };
  const checked = spawnSync('systemd-analyze', ['verify', '--man=no', ...files], { encoding: 'utf8', env });
  rmSync(folder, { recursive: true });
  expect(checked.stderr.split('\n').filter((line) => line.includes('guichet-borne'))).toEqual([]);
  expect(checked.status, checked.stderr).toBe(0);
});
