import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Apercu, Bureau } from '../../admin/panel/screens/reports.ts';
import { cellsOf, unzip } from '../../server/integrations/tableur/xlsx/open-xlsx.ts';
import { PASSWORD } from '../cast.ts';
import { openBrowser, openWindow, signIn, type Window } from './browser.ts';
import { type TestPanel, testPanel } from './panel.ts';
import { commerce, lastExport, MANY, plain, produce, readReport, taken } from './reports.fixture.ts';

/** Reports as people ask for them, in a real browser. */
let panel: TestPanel;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  [panel, browser] = await Promise.all([testPanel(), openBrowser()]);
  await commerce(panel);
});
afterAll(async () => {
  await browser.close();
  await panel.close();
});
beforeEach(async () => {
  window = await openWindow(browser, panel.origin);
  page = window.page;
});
afterEach(async () => {
  expect(window.complaints).toEqual([]);
  await window.context.close();
});

const enter = (who: 'mireille' | 'paul' | 'awa' | 'chantal') => signIn(page, panel.people[who].email, PASSWORD);
const report = async (address: string) => {
  await page.goto(`pages/rapports?rapport=${address}`);
  await page.locator('.g-apercu[aria-busy="false"]').waitFor();
};
const measure = async (name: string) =>
  plain(await page.locator(`.g-total[data-mesure="${name}"] strong`).textContent());
const francs = (value: number) => `${plain(new Intl.NumberFormat('fr-FR').format(value))} FCFA`;
const limit = (lignes: number) =>
  panel.db.rows(`update parametres set valeur = $1 where code = 'export.lignes'`, [String(lignes)]);

describe('a report on the screen', () => {
  test.each(['paul', 'chantal', 'mireille'] as const)(
    'has the API’s own numbers, of one’s own reach: %s',
    async (who) => {
      const told = await readReport(panel, panel.people[who], 'pipeline');
      expect(told.count).toBe({ paul: 3, chantal: 1, mireille: 4 }[who]);
      await enter(who);
      await page.getByRole('link', { name: 'Rapports', exact: true }).click();
      await page.getByRole('link', { name: /^Pipeline commercial/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Pipeline commercial' }).waitFor();
      await page.locator('[data-mesure="nombre"]').waitFor();
      expect(await measure('nombre')).toBe(String(told.count));
      expect(await measure('sum_montant')).toBe(francs(told.totaux.sum_montant ?? 0));
      const rows = await page.locator('tr[data-groupe]').all();
      expect(rows).toHaveLength(told.groupes.length);
      for (const [i, row] of rows.entries()) {
        const groupe = told.groupes[i];
        expect(await row.getAttribute('data-groupe')).toBe(groupe?.valeur);
        expect(plain(await row.getByRole('rowheader').textContent())).toBe(groupe?.libelle);
        for (const name of ['sum_montant', 'sum_valeur_ponderee'])
          expect(plain(await row.locator(`[data-mesure="${name}"]`).textContent())).toBe(francs(groupe?.[name] ?? 0));
      }
      await page.getByRole('img', { name: /^Pipeline commercial/ }).waitFor();
      expect(await page.locator('.g-detail tbody tr').count()).toBe(told.count);
    },
  );

  test('a group opens the list that adds up to it', async () => {
    await enter('paul');
    await report('pipeline');
    await page.locator('tr[data-groupe="proposition"] [data-mesure="sum_montant"] a').click();
    await page.waitForURL('**/resources/opportunites?*');
    const sum = page.locator('.g-filtres-actifs p');
    await sum.waitFor();
    expect(plain(await sum.textContent())).toMatch(/1 000 000 FCFA$/);
    const paul = await panel.as(panel.people.paul);
    expect((await paul.list('opportunites', new URL(page.url()).search)).json.meta.total).toBe(2);
  });

  test('every group of every report, however it is grouped, opens as many rows as it counts', async () => {
    const siege = await panel.as(panel.people.mireille);
    const { rapports } = (await siege.get('/api/rapports')).json as unknown as Bureau;
    expect(rapports.map(({ nom }) => nom)).toHaveLength(10);
    let groups = 0;
    for (const { nom, groupements } of rapports) {
      for (const { nom: par } of groupements) {
        const told = (await siege.get(`/api/rapports/${nom}?grouper_par=${par}`)).json as unknown as Apercu;
        for (const { liste, nombre, libelle } of told.groupes) {
          const filters = Object.entries(liste.filtre).map(([name, value]) => [`filters.${name}`, value]);
          const list = await siege.list(liste.ressource, `?${new URLSearchParams(filters)}`);
          expect(list.json.meta?.total, `${nom} ${par} ${libelle}`).toBe(nombre);
          groups += 1;
        }
      }
    }
    expect(groups).toBeGreaterThan(60);
  });

  test('what is set stands in the address, and the address sets it again', async () => {
    await enter('paul');
    await report('clients');
    await page.getByRole('combobox', { name: 'Période' }).selectOption('Cette année');
    await page.getByRole('combobox', { name: 'Regrouper par' }).selectOption('Sans regroupement');
    await page.locator('summary', { hasText: 'Colonnes' }).click();
    await page.getByRole('checkbox', { name: 'Téléphone', exact: true }).uncheck();
    await page.getByRole('button', { name: 'Descendre la colonne : Nom', exact: true }).press('Enter');
    await page.locator('summary', { hasText: 'Filtres' }).click();
    await page.getByLabel('Nom', { exact: true }).and(page.locator('input:not([type=checkbox])')).fill('flotte');
    await expect.poll(() => measure('nombre')).toBe('1');
    const heads = () => page.locator('.g-detail thead th').allTextContents();
    const before = await heads();
    expect(before.slice(0, 2)).toEqual(['Prénom', 'Nom']);
    expect(before).not.toContain('Téléphone');
    await page.reload();
    await page.locator('.g-apercu[aria-busy="false"]').waitFor();
    expect(await heads()).toEqual(before);
    expect(await measure('nombre')).toBe('1');
    expect(await page.getByRole('combobox', { name: 'Période' }).inputValue()).toBe('annee_en_cours');
    expect(await page.locator('tr[data-groupe]').count()).toBe(0);
    await page.goto('pages/rapports?rapport=clients&periode=jamais');
    await page
      .getByRole('alert')
      .getByText(/aujourd_hui/)
      .waitFor();
    window.complaints.length = 0;
  });
});

describe('a report as a file', () => {
  test('a small one arrives at once, with the columns and filters of the screen', async () => {
    await enter('paul');
    await report('clients&colonnes=nom,succursale_id&filters.nom=client');
    const { name, file } = await taken(page, () => page.getByRole('button', { name: 'CSV' }).click());
    expect(name).toMatch(/^clients-.*\.csv$/);
    const lines = file
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n');
    expect(lines[0]).toMatch(/^Nom.Succursale$/);
    expect(lines).toHaveLength(1 + 3);
    expect(lines.join()).not.toContain('Ailleurs');
    const pdf = await taken(page, () => page.getByRole('button', { name: 'PDF' }).click());
    expect(pdf.file.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('a large one is made beside: how far it is, a notice elsewhere, then the file', async () => {
    await limit(10);
    await enter('paul');
    await report('clients&colonnes=nom&grouper_par=aucun&filters.nom=membre');
    await page.getByRole('button', { name: 'Excel' }).click();
    const line = page.locator('[data-export]').first();
    await line.getByText('Attend son tour').waitFor();
    const { id } = await lastExport(panel);
    const far: string[] = [];
    await produce(panel, id, async () => {
      if (far.length > 0) return;
      const bar = line.getByRole('progressbar');
      await bar.waitFor({ timeout: 20_000 });
      far.push(plain(await line.locator('.g-avance').textContent()));
      await page.goto('resources/succursales');
    });
    expect(far[0]).toMatch(/^[\d ]+ lignes sur 6 000$/);
    await page.getByRole('status').getByText('« Clients » est prêt').click({ timeout: 30_000 });
    const ready = page.locator(`[data-export="${id}"]`);
    expect(plain(await ready.textContent())).toMatch(/6 000 lignes, \d.* [kM]o\. Gardé jusqu’au \d\d\/\d\d\/\d{4}/);
    const { file } = await taken(page, () => ready.getByRole('link', { name: 'Télécharger' }).click());
    const cells = cellsOf(unzip(file).get('xl/worksheets/sheet1.xml')?.toString() ?? '');
    expect(cells.length).toBeGreaterThanOrEqual(MANY);
    await page.goto('resources/succursales');
    await page.locator('tr[data-id]').first().waitFor();
    expect(await page.getByText('est prêt').count()).toBe(0);
  });

  test('one that waits is cancelled; one that failed says why', async () => {
    await limit(10);
    await enter('paul');
    await report('clients');
    for (let i = 0; i < 2; i++) {
      await page.getByRole('button', { name: 'CSV' }).click();
      await expect.poll(() => page.locator('[data-export]').count()).toBe(i + 1);
    }
    const { id } = await lastExport(panel);
    await page.locator(`[data-export="${id}"]`).getByRole('button', { name: 'Annuler' }).click();
    await page.locator(`[data-export="${id}"]`).getByText('Annulé').waitFor();
    expect((await lastExport(panel)).statut).toBe('annule');
    await panel.db.rows(
      `update exports set statut = 'echoue', motif_echec = 'Le disque est plein.', termine_le = now() where id = $1`,
      [id - 1],
    );
    await page
      .locator(`[data-export="${id - 1}"]`)
      .getByText('Le disque est plein.')
      .waitFor({ timeout: 20_000 });
  });

  test('whoever may not export has no button, and no other way', async () => {
    await enter('awa');
    await report('clients');
    await page.getByText('Vous pouvez lire ce rapport, mais pas l’exporter.').waitFor();
    expect(await page.getByRole('button', { name: /CSV|Excel|PDF/ }).count()).toBe(0);
    const awa = await panel.as(panel.people.awa);
    const refused = await awa.submit('/api/rapports/clients/export', { format: 'csv', reglages: '' });
    expect([refused.status, refused.json.message]).toEqual([403, expect.stringContaining('exporter')]);
  });
});
