import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { aujourdhui, plusJours } from '../../server/core/jours.ts';
import { makeDevis, makeOpportunite, makeTache } from '../../server/features/crm/factory.ts';
import type { TestPanel } from './panel.ts';

/** What somebody sells at Douala: cards for a board, under a client of their own. */
export async function marche(panel: TestPanel) {
  const succursale_id = panel.people.douala;
  const client_id = await panel.client(succursale_id, 'BATISSEUR');
  const chez = { client_id, succursale_id, responsable_id: panel.people.paul.id };
  const place = panel.db.database;
  return {
    client_id,
    opportunite: (nom: string, more: object = {}) =>
      makeOpportunite(place, { ...chez, nom, montant: 1_000_000, ...more }),
    devis: (opportunite_id: number, more: object = {}) =>
      makeDevis(place, {
        client_id,
        succursale_id,
        opportunite_id,
        lignes: [{ libelle: 'Flotte', quantite: 2, prix: 150_000 }],
        ...more,
      }),
    tache: (titre: string, jours: number | null, more: object = {}) =>
      makeTache(place, {
        titre,
        succursale_id,
        client_id,
        assigne_a_id: panel.people.paul.id,
        date_echeance: jours === null ? null : plusJours(aujourdhui(), jours),
        ...more,
      }),
  };
}

export type Marche = Awaited<ReturnType<typeof marche>>;

/** The board on a page, as people look at it. */
export const boardOn = (page: Page) => {
  const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name} `) });
  const card = (title: string) => page.locator('.g-fiche:not(.g-fantome)', { hasText: title }).first();
  const middle = async (place: ReturnType<typeof card>): Promise<[number, number]> => {
    const box = await place.boundingBox();
    if (!box) throw new Error('not to be seen');
    return [box.x + box.width / 2, box.y + Math.min(box.height / 2, 60)];
  };
  return {
    column,
    card,
    said: (text: string | RegExp) => page.getByRole('status').getByText(text).waitFor(),
    async drag(title: string, to: string) {
      await page.mouse.move(...(await middle(card(title).locator('.g-faits'))));
      await page.mouse.down();
      await page.mouse.move(...(await middle(column(to))), { steps: 8 });
      await page.mouse.up();
    },
  };
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong with a page, each with where. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
}

interface Violation {
  id: string;
  nodes: { html: string }[];
}
