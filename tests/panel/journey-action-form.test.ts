import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { action, input } from '../../server/core/action.ts';
import type { Labels } from '../../server/core/messages/labels.ts';
import { Agent } from '../../server/features/organisation/agents/agent.ts';
import { agents } from '../../server/features/organisation/agents/resource.ts';
import { PASSWORD } from '../cast.ts';
import { openBrowser, openWindow, signIn } from './browser.ts';
import { type TestPanel, testPanel } from './panel.ts';

/** An action that asks for everything that an action may ask for. */
let came: unknown;
const verb = action(Agent, {
  name: 'essayer',
  input: z.object({
    lignes: z
      .array(z.object({ garantie: z.string().max(40), demande: input.francs(), note: z.string().optional() }))
      .min(1),
    modes: z.array(z.enum(['appel', 'visite'])).min(1),
    instructeur_id: input.reference('utilisateurs'),
    adjoint_id: input.reference('utilisateurs').optional(),
    le: z.iso.date(),
    telephone: input.phone().optional(),
    urgent: z.boolean().default(false),
    voie: z.enum(['ecrite', 'orale']),
  }),
  run: (_agent, asked) => {
    came = asked;
  },
});

const words: Pick<Labels, 'actions' | 'inputs' | 'parts' | 'choices'> = {
  actions: { essayer: 'Essayer' },
  inputs: {
    lignes: 'Lignes',
    modes: 'Modes',
    instructeur_id: 'Instructeur',
    adjoint_id: 'Adjoint',
    le: 'Jour',
    telephone: 'Téléphone',
    urgent: 'Urgent',
    voie: 'Voie',
  },
  parts: { 'lignes.garantie': 'Garantie', 'lignes.demande': 'Demandé', 'lignes.note': 'Note' },
  choices: { modes: { appel: 'Appel', visite: 'Visite' }, voie: { ecrite: 'Écrite', orale: 'Orale' } },
};

let panel: TestPanel;
let browser: Browser;
/** What agents are for everybody else. */
const { actions, permissions } = agents;
const said = [agents.messages.fr, agents.messages.en].map((labels) => ({ labels, before: { ...labels } }));
beforeAll(async () => {
  for (const { labels } of said) {
    for (const [block, more] of Object.entries(words)) {
      const of = labels as unknown as Record<string, object>;
      of[block] = { ...of[block], ...more };
    }
  }
  Object.assign(agents, { actions: [...actions, verb], permissions: [...permissions, 'essayer'] });
  [panel, browser] = await Promise.all([testPanel(), openBrowser()]);
});
afterAll(async () => {
  Object.assign(agents, { actions, permissions });
  for (const { labels, before } of said) Object.assign(labels, { inputs: {}, parts: {}, choices: {}, ...before });
  await browser.close();
  await panel.close();
});

test.each([1440, 390])(
  'every sort of input is asked for, checked at its place and understood, at %i',
  async (width) => {
    const [agent] = await panel.db.rows<{ id: number }>(
      `insert into agents (matricule, nom, telephone, succursale_id) values ($1, 'MOUKOKO', '+237677000007', $2) returning id`,
      [`AGT${width}`, panel.people.douala],
    );
    const { page, complaints, context } = await openWindow(browser, panel.origin, { width });
    await signIn(page, panel.people.mireille.email, PASSWORD);
    await page.goto(`resources/agents/records/${agent?.id}/essayer`);
    const go = () => page.getByTestId('button-action').click();
    const group = (name: RegExp) => page.getByRole('group', { name });
    await group(/Lignes/)
      .getByRole('button', { name: 'Ajouter une ligne' })
      .click();
    await group(/^n° 1/).getByLabel('Garantie').fill('soins');
    await page.getByLabel('Téléphone').fill('12');
    await go();
    await group(/^n° 1/).getByText('Ce champ est obligatoire.').waitFor();
    await group(/Modes/).getByText('Ce champ est obligatoire.').waitFor();
    await page.getByText(/^Numéro non valide/).waitFor();

    await group(/^n° 1/).getByLabel('Demandé').fill('12 500');
    await page.getByRole('checkbox', { name: 'Visite' }).check();
    await page.getByLabel('Instructeur').fill('EKAMBI');
    await page.getByText('Paul EKAMBI').click();
    await page.getByLabel('Jour').fill('2026-11-20');
    await page.getByLabel('Téléphone').fill('06 123 45 67');
    await page.getByRole('checkbox', { name: 'Urgent' }).check();
    await page.getByLabel('Voie').selectOption({ label: 'Orale' });
    await go();
    await page.waitForURL(/show/);
    expect(came).toEqual({
      lignes: [{ garantie: 'soins', demande: 12_500 }],
      modes: ['visite'],
      instructeur_id: panel.people.paul.id,
      le: '2026-11-20',
      telephone: '+242061234567',
      urgent: true,
      voie: 'orale',
    });
    expect(complaints).toEqual([]);
    await context.close();
  },
);
