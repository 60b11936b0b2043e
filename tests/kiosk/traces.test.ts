import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, inflateSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { openProfile } from '../panel/browser.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import { everythingKept, figuresKept, keptOnPhone } from './phone.fixture.ts';
import { openScreen, type Screen } from './screen.ts';

/** Each of these is of one person alone, and stands in no text of the screens. */
const sentinels = ['KONGO', 'Jean Baptiste', '61234567', 'POL001', 'POL002'];

let kiosk: Kiosk;
let profile: string;
beforeAll(async () => {
  kiosk = await openKiosk();
});
beforeEach(() => {
  profile = mkdtempSync(path.join(tmpdir(), 'guichet-profil-'));
});
afterAll(() => kiosk.close());
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const spellings = sentinels.flatMap((each) => [Buffer.from(each, 'utf8'), Buffer.from(each, 'utf16le')]);
const foundIn = (bytes: Buffer) => spellings.filter((each) => bytes.includes(each)).map(String);

/** What is packed is looked at unpacked too. */
function unpacked(bytes: Buffer): Buffer[] {
  for (const unpack of [gunzipSync, inflateSync]) {
    try {
      return [bytes, unpack(bytes)];
    } catch {
      // Not packed in this way.
    }
  }
  return [bytes];
}

/** The files below a folder that name the person, with what they name. */
function traces(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).isFile())
    .flatMap((file) =>
      unpacked(readFileSync(file)).flatMap((bytes) =>
        foundIn(bytes).map((each) => `${path.relative(folder, file)}: ${each}`),
      ),
    );
}

test('the search finds what is there', async () => {
  expect(foundIn(Buffer.from('xxKONGOxx'))).toEqual(['KONGO']);
  expect(foundIn(Buffer.from('xxPOL001xx', 'utf16le'))).toHaveLength(1);
});

/** What of the person is in the page, and in what it can reach. */
async function inPage({ page, context }: Screen): Promise<string[]> {
  const { database, caches, storage } = await everythingKept(page);
  const dom = await page.evaluate(() => document.documentElement.outerHTML + document.title + location.href);
  const cookies = JSON.stringify(await context.cookies());
  return foundIn(Buffer.from([database, caches, storage, dom, cookies].join('\n')));
}

async function visit(size: 'k' | 'p'): Promise<Screen> {
  await kiosk.borne.oublier();
  const screen = await openScreen(await openProfile(profile), kiosk.borne.api.origin, { size });
  if (size === 'k') await screen.page.clock.install();
  await screen.signIn(JEAN);
  for (const name of size === 'k' ? ['Relevé et attestation', 'Guichet'] : ['Contrats', 'Paiements', 'Accueil']) {
    await screen.page.getByRole('link', { name, exact: true }).click();
    await screen.settled();
  }
  expect(await inPage(screen)).toContain('Jean Baptiste');
  return screen;
}

const ways = {
  async button({ page }: Screen) {
    await page.getByRole('button', { name: 'Terminer' }).click();
  },
  async idle({ page }: Screen) {
    await page.clock.fastForward(61_000);
    await page.getByRole('alertdialog').waitFor();
    await page.clock.fastForward(31_000);
  },
};

test.each(Object.entries(ways))(
  'at a terminal nothing is left of who leaves by %s, nor can one go back',
  { timeout: 90_000 },
  async (_, go) => {
    const screen = await visit('k');
    const { page } = screen;
    await go(screen);
    const welcome = page.getByRole('link', { name: /Mon assurance/ });
    await welcome.waitFor();
    expect(await inPage(screen)).toEqual([]);
    // A terminal’s screens make no history: the empty page, and the one that shows them all.
    expect(await page.evaluate(() => window.history.length)).toBeLessThanOrEqual(2);
    await page.goto('about:blank');
    await page.goBack({ waitUntil: 'commit' });
    await welcome.waitFor();
    expect(await inPage(screen)).toEqual([]);
    await screen.close();
    expect(traces(profile)).toEqual([]);
  },
);

test('on a telephone nothing that names the client is left of who leaves, nor can one go back', {
  timeout: 90_000,
}, async () => {
  const screen = await visit('p');
  const { page } = screen;
  await keptOnPhone(page);
  await figuresKept(page);
  await page.getByRole('link', { name: 'Plus' }).click();
  await page.getByRole('button', { name: /Terminer/ }).click();
  await page.getByRole('link', { name: /Mon assurance/ }).waitFor();
  await expect.poll(async () => (await everythingKept(page)).database).toBe('[]');
  expect(await inPage(screen)).toEqual([]);
  await page.goBack({ waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await inPage(screen)).toEqual([]);
  await screen.close();
  expect(traces(profile)).toEqual([]);
});
