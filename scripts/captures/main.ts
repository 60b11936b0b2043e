import { mkdir } from 'node:fs/promises';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Page } from 'playwright-core';
import { home, stations } from './stations.ts';

// `npm run captures -- [http://localhost:3000]`: the pictures of the guide, from a running demonstration.

const [origin = 'http://localhost:3000'] = process.argv.slice(2);
const FOLDER = 'docs/images/borne';

/** The demonstration's best known client. */
const client = { police: 'POL001', telephone: '06 123 45 67' };

const supports = [
  { name: 'borne', path: '/borne/', width: 1080, height: 1920, scale: 0.5 },
  { name: 'borne-large', path: '/borne/', width: 1920, height: 1080, scale: 0.5 },
  { name: 'espace', path: '/espace/', width: 390, height: 844, scale: 1 },
] as const;

async function signIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Mon assurance/ }).click();
  await page.getByLabel('Numéro de police', { exact: true }).fill(client.police);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByLabel('Téléphone', { exact: true }).fill(client.telephone);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.getByRole('heading', { name: 'Mes contrats' }).waitFor();
}

await mkdir(FOLDER, { recursive: true });
/** Made for a cloud function: one process that dies with its first window, and without the web's own rules. */
const unwanted = ['--single-process', '--disable-web-security'];
const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: sparticuz.args.filter((arg) => !unwanted.includes(arg)),
});
for (const { name, path, width, height, scale } of supports) {
  // The page lays itself out for the whole panel; the picture is as small as a guide wants it.
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    hasTouch: true,
    locale: 'fr-FR',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(new URL(path, origin).href);
  let entered = false;
  for (const station of stations.filter(({ shown }) => shown)) {
    await home(page);
    if (station.door && !entered) {
      await signIn(page);
      entered = true;
    }
    await station.go(page);
    await page.waitForLoadState('networkidle');
    const file = `${FOLDER}/${station.name}-${name}.png`;
    await page.screenshot({ path: file });
    console.log(file);
  }
  await context.close();
}
await browser.close();
