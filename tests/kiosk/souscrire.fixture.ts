import type { Page } from 'playwright-core';
import { makeProduit } from '../../server/features/assurance/factory.ts';
import type { Kiosk } from './kiosk.ts';

const KIMIA = {
  code: 'PASS-HALL',
  nom: 'PASS KIMIA',
  branche: 'ACC',
  description: 'Un capital en cas d’accident.',
  montant_max: 25_000,
  duree: 365,
  duree_unite: 'jours',
  periodicites: ['mensuelle', 'annuelle'],
  garanties: [
    { code: 'deces', libelle: 'Décès', plafond: 500_000, carence_jours: 0, franchise: 0, frequence: 1 },
    { code: 'frais', libelle: 'Frais funéraires', plafond: 200_000, carence_jours: 30, franchise: 0, frequence: 1 },
  ],
} as const;

/** The PASS is the one product on sale. */
export async function sellKimia({ db, borne }: Kiosk): Promise<void> {
  const { garanties, periodicites, ...rest } = KIMIA;
  await makeProduit(borne.api.guichet.database, {
    ...rest,
    garanties: [...garanties],
    periodicites: [...periodicites],
  });
  await db.rows(`update produits set actif = code = 'PASS-HALL'`);
}

/** Only fingers: each touch is a tap, each letter a key on the glass. */
export function fingers(page: Page) {
  const keys = page.getByRole('region', { name: 'Clavier' });
  return {
    link: (name: string | RegExp) => page.getByRole('link', { name }).tap(),
    button: (name: string | RegExp) => page.getByRole('button', { name }).tap(),
    async write(label: string, text: string): Promise<void> {
      await page.getByLabel(label, { exact: true }).tap();
      for (const key of text) await keys.getByRole('button', { name: key, exact: true }).tap();
    },
  };
}

/** More steps of Tab than any screen has things to reach. */
const FAR = 60;

/** Only a keyboard: Tab goes to what has this name, then Enter. */
export function keyboard(page: Page) {
  const named = () =>
    page.evaluate(() => {
      const here = document.activeElement;
      const labels = (here as HTMLInputElement | null)?.labels?.[0]?.textContent;
      return here === document.body ? '' : (labels ?? here?.textContent ?? '');
    });
  async function reach(name: string): Promise<void> {
    for (let n = 0; n < FAR; n++) {
      await page.keyboard.press('Tab');
      if ((await named()).startsWith(name)) return;
    }
    throw new Error(`the keyboard does not reach ${name}`);
  }
  return {
    heading: (name: string) => page.getByRole('heading', { level: 1, name }).waitFor(),
    async press(name: string): Promise<void> {
      await reach(name);
      await page.keyboard.press('Enter');
    },
    async write(label: string, text: string): Promise<void> {
      if (!(await named()).startsWith(label)) await reach(label);
      await page.keyboard.type(text);
    },
  };
}

/** What the database knows of souscriptions of this telephone, the newest first. */
export const sold = ({ db }: Kiosk, telephone: string) =>
  db.rows<{ statut: string; montant: number; periodicite: string; police: string | null; texte: string }>(
    `select s.statut, s.montant, s.periodicite, n.numero as police, k.texte from souscriptions s
       join clients c on c.id = s.client_id left join numeros_police n on n.souscription_id = s.id
       join consentements k on k.souscription_id = s.id where c.telephone = $1 order by k.id desc`,
    [telephone],
  );
