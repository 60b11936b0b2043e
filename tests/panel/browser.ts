import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Made for a cloud function: one process that dies with its first window, and without the web's own rules. */
const unwanted = ['--single-process', '--disable-web-security'];

/** An imitated graphics card: drawing through it takes about seven times as long as drawing without any. */
const imitated = ['--in-process-gpu', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

const launch = async () => ({
  executablePath: await sparticuz.executablePath(),
  args: [...sparticuz.args.filter((arg) => ![...unwanted, ...imitated].includes(arg)), '--disable-gpu'],
  headless: true,
});

export const openBrowser = async (): Promise<Browser> => chromium.launch(await launch());

/** A browser that writes what it keeps into a folder, as everybody’s own does. */
export async function openProfile(folder: string): Promise<Pick<Browser, 'newContext'>> {
  const how = await launch();
  return { newContext: (options) => chromium.launchPersistentContext(folder, { ...how, ...options }) };
}

export interface Window {
  context: BrowserContext;
  page: Page;
  /** What went wrong without anybody seeing it: errors, violations of the policy, requests to elsewhere. */
  complaints: string[];
  /** Another tab of the same person. */
  tab(): Promise<Page>;
}

/** A window of one person, in French, at Douala's clock unless told otherwise. */
export async function openWindow(
  browser: Browser,
  origin: string,
  options: { timezoneId?: string; width?: number; locale?: string; touch?: boolean } = {},
): Promise<Window> {
  const { timezoneId = 'Africa/Douala', width = 1440, locale = 'fr-FR', touch = false } = options;
  const context = await browser.newContext({
    locale,
    timezoneId,
    hasTouch: touch,
    viewport: { width, height: 900 },
    baseURL: `${origin}/admin/`,
  });
  context.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  const watched = async () => {
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on(
      'request',
      (request) =>
        !request.url().startsWith(origin) &&
        !request.url().startsWith('data:') &&
        complaints.push(`elsewhere: ${request.url()}`),
    );
    return page;
  };
  return { context, page: await watched(), complaints, tab: watched };
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('connexion');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('navigation', { name: 'Menu' }).waitFor();
}
