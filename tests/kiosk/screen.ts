import type { Browser } from 'playwright-core';
import { axeSource, type Shown, sizes } from './kiosk.ts';

/** Milliseconds that one step of a person may take. */
const PATIENCE = 15_000;

interface AxeWindow {
  axe: { run(page: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

/** A window before one person, on the welcome screen, with what goes wrong in it without anybody seeing it. */
export async function openScreen(
  browser: Pick<Browser, 'newContext'>,
  origin: string,
  { size = 'k', locale = 'fr-FR', still = true, ...rest }: Shown,
) {
  const phone = size === 'p';
  const { support = phone ? 'espace' : 'borne' } = rest;
  const [width, height] = sizes[size];
  const context = await browser.newContext({
    locale,
    timezoneId: 'Africa/Brazzaville',
    viewport: { width, height },
    hasTouch: true,
    reducedMotion: still ? 'reduce' : 'no-preference',
    ...(phone ? { isMobile: true, deviceScaleFactor: 2 } : {}),
    baseURL: `${origin}/${support}/`,
  });
  context.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) complaints.push(`elsewhere: ${url}`);
  });
  await page.goto('./');
  await page
    .getByRole('heading', { level: 1 })
    .waitFor()
    .catch((error: Error) => {
      throw new Error(`no screen came up: ${complaints.join('; ') || error.message}`);
    });

  const go = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const type = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

  return {
    page,
    context,
    /** Errors of the console, violations of the policy, requests to elsewhere. Answers of 4xx are among them: a browser
     * writes these down too. */
    complaints,

    /** From the welcome to the tableau as people go, with the code that the simulator’s SMS says where one is asked for. */
    async signIn({ police, telephone }: { police: string; telephone: string }): Promise<void> {
      await page.getByRole('link', { name: /Mon assurance/ }).click();
      await type('Numéro de police', police);
      await go('Continuer');
      await type('Téléphone', telephone);
      await go('Entrer');
      const code = page.getByLabel('Code', { exact: true });
      const tableau = page.getByRole('heading', { name: 'Mes contrats' });
      await tableau.or(code).waitFor();
      if (await tableau.isVisible()) return;
      const sms = await page.getByText(/\b\d{6}\b/).textContent();
      await code.fill(/\b\d{6}\b/.exec(sms ?? '')?.[0] ?? '');
      await go('Entrer');
      await tableau.waitFor();
    },

    /** What axe finds wrong, in words. @param only these of its rules */
    async axe(only?: string[]): Promise<string[]> {
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource());
      const options = { resultTypes: ['violations'], selectors: false, ...(only ? { runOnly: only } : {}) };
      const { violations } = await page.evaluate(
        (given) => (window as unknown as AxeWindow).axe.run(document, given),
        options,
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },

    /** Whether anything is wider than the screen. */
    overflows: () =>
      page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('main, nav, header, footer, dialog, section')].some(
          (each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0,
        ),
      ),

    /** What a finger would miss: at a terminal under 60 pixels, on a phone under 44. */
    smallTargets: () =>
      page.evaluate(
        (least) =>
          [...document.querySelectorAll('a, button, input, textarea, select, label:has(input)')]
            .map((each) => ({ each, box: each.getBoundingClientRect() }))
            .filter(({ each, box }) => box.width > 1 && !each.closest('label:has(input) > input'))
            .filter(({ box }) => box.width < least || box.height < least)
            .map(
              ({ each, box }) => `${Math.round(box.width)}×${Math.round(box.height)}: ${each.outerHTML.slice(0, 90)}`,
            ),
        phone ? 44 : 60,
      ),

    /** Once what it asked the server for is there. */
    async settled(): Promise<void> {
      await page.waitForTimeout(50);
      await page.locator('[role=status]:has-text("Un instant")').waitFor({ state: 'detached' });
    },

    /** Closes what stands in front of everything, if anything does. */
    async leaveDialog(): Promise<void> {
      if (await page.locator('dialog[open]').isVisible()) await page.keyboard.press('Escape');
    },

    /** As somebody has set it: `contraste` fort, `taille` enorme. */
    look: (choices: { contraste?: string; taille?: string }) =>
      page.evaluate((given) => void Object.assign(document.documentElement.dataset, given), choices),

    close: () => context.close(),
  };
}

export type Screen = Awaited<ReturnType<typeof openScreen>>;
