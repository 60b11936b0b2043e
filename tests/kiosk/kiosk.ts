import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Support } from '../../kiosk/app/support.ts';
import { mountKiosk } from '../../kiosk/mount.ts';
import { openBorne } from '../../server/http/borne/borne.fixture.ts';
import { openBrowser } from '../panel/browser.ts';
import { openOperators } from './operators.ts';
import { openScreen } from './screen.ts';

/** A terminal upright, a terminal on its side, a phone. */
export const sizes = { k: [1080, 1920], l: [1920, 1080], p: [390, 844] } as const;

export interface Shown {
  /** A terminal, unless the size is that of a phone. */
  support?: Support;
  size?: keyof typeof sizes;
  /** Of the device: the phone’s screens follow it. */
  locale?: string;
  /** Without motion, unless told otherwise: it costs a machine without graphics more than all the rest. */
  still?: boolean;
}

/** What axe-core runs in a page. */
export const axeSource = () => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * The screens before the real server of `openBorne`, in one Chromium for the whole file: the first screen is open, `show`
 * opens others. `close` ends everything.
 */
export async function openKiosk(first: Shown = {}) {
  const built = mkdtempSync(path.join(tmpdir(), 'guichet-ecrans-'));
  await copyBuilt(built);
  const [borne, browser] = await Promise.all([openBorne({ screens: mountKiosk(built) }), openBrowser()]);

  /** A screen of one’s own, on its welcome, at which nobody has tried anything yet. */
  async function show(shown: Shown = {}) {
    await borne.oublier();
    return openScreen(browser, borne.api.origin, shown);
  }

  return {
    ...(await show(first)),
    borne,
    /** The folder that the screens are served from: a copy for this test. */
    built,
    db: borne.db,
    operators: openOperators(borne),
    show,
    async close() {
      await browser.close();
      await borne.close();
      rmSync(built, { recursive: true, force: true });
    },
  };
}

/** The screens as they are built now: a build that is under way is waited for, and a later one changes nothing here. */
async function copyBuilt(to: string): Promise<void> {
  for (let n = 0; n < 40; n++) {
    cpSync('build/kiosk', to, { recursive: true });
    const page = path.join(to, 'borne.html');
    const files = existsSync(page) ? readFileSync(page, 'utf8').match(/assets\/[^"]+/g) : null;
    if (files?.every((file) => existsSync(path.join(to, file))) && existsSync(path.join(to, 'sw.js'))) return;
    await wait(500);
  }
  throw new Error('the screens are not built: npm run build');
}

export type Kiosk = Awaited<ReturnType<typeof openKiosk>>;
