import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { systemCaller } from '../../server/core/jobs/system.ts';
import { makeOpportunite } from '../../server/features/crm/factory.ts';
import { rapportsJobs } from '../../server/features/rapports/etats/jobs.ts';
import type { StoragePort } from '../../server/integrations/storage/storage.ts';
import { PASSWORD } from '../cast.ts';
import { dossier } from './dossier.fixture.ts';
import type { TestPanel } from './panel.ts';

/** Enough that a file of them is written in several pieces. */
export const MANY = 6000;

/** Opportunités and contrats in both places, and many clients in Douala. */
export async function commerce(panel: TestPanel): Promise<void> {
  const { db, people } = panel;
  for (const [place, nom, montant, etape] of [
    ['douala', 'Flotte', 250_000, 'proposition'],
    ['douala', 'Santé', 750_000, 'proposition'],
    ['douala', 'Bureaux', 120_000, 'prospect'],
    ['yaounde', 'Ailleurs', 5_000_000, 'negociation'],
  ] as const) {
    const succursale_id = people[place];
    const [client] = await db.rows<{ id: number }>(
      'insert into clients (nom, succursale_id) values ($1, $2) returning id',
      [`CLIENT ${nom}`, succursale_id],
    );
    await makeOpportunite(db.database, { client_id: client?.id ?? 0, succursale_id, nom, montant, etape });
  }
  await dossier(panel, people.douala, 'EBODE');
  await dossier(panel, people.yaounde, 'ATEBA');
  await db.rows(
    `insert into clients (nom, succursale_id) select 'MEMBRE ' || n, $1 from generate_series(1, ${MANY}) n`,
    [people.douala],
  );
}

/** The numbers of the API itself, as a person reads them there. */
export async function readReport(panel: TestPanel, { email }: { email: string }, path: string) {
  const headers = { 'content-type': 'application/json' };
  const login = { method: 'POST', headers, body: JSON.stringify({ email, password: PASSWORD }) };
  const { tokens } = (await (await fetch(`${panel.origin}/api/v1/auth/login`, login)).json()) as {
    tokens: { access: string };
  };
  const authorization = `Bearer ${tokens.access}`;
  return (await (await fetch(`${panel.origin}/api/v1/rapports/${path}`, { headers: { authorization } })).json()) as {
    count: number;
    totaux: Record<string, number>;
    groupes: ({ valeur: string; libelle: string; nombre: number } & Record<string, number>)[];
  };
}

/** Makes what was asked for, as the worker would; `meanwhile` happens at each piece that is written. */
export async function produce({ db, guichet }: TestPanel, id: number, meanwhile?: () => Promise<unknown>) {
  const stockage: StoragePort = {
    ...guichet.stockage,
    put: (content) =>
      guichet.stockage.put(
        (async function* () {
          for await (const chunk of content as AsyncIterable<Buffer>) {
            await meanwhile?.();
            yield chunk;
          }
        })(),
      ),
  };
  const mail = { lieu: 'nulle part', send: async () => undefined };
  const jobs = rapportsJobs({ ...db, stockage, mail, url: 'https://guichet.test' });
  const { signal } = new AbortController();
  await jobs['produire-export']?.run({ id }, { database: db.database, caller: systemCaller, signal });
}

export async function lastExport({ db }: TestPanel): Promise<{ id: number; statut: string }> {
  const [row] = await db.rows<{ id: number; statut: string }>(
    'select id, statut from exports order by id desc limit 1',
  );
  if (!row) throw new Error('nothing was asked for');
  return row;
}

/** What arrives when something is clicked. */
export async function taken(page: Page, click: () => Promise<void>): Promise<{ name: string; file: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), file: await readFile(await download.path()) };
}

/** Spaces as people type them. */
export const plain = (text: string | null): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ').trim();
