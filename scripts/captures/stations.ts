import type { Page } from 'playwright-core';

/** A screen, and how a person gets there from where everything begins. */
export interface Station {
  name: string;
  /** Whether a client has to be signed in; then one begins at the tableau, otherwise at the welcome. */
  door: boolean;
  /** Whether its picture goes into the guide. */
  shown?: boolean;
  go(page: Page): Promise<void>;
}

const link = (page: Page, name: RegExp) => page.getByRole('link', { name }).first().click();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const type = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

/** Through the tableau into the contrat of the first card, whichever it is. */
async function contrat(page: Page, part?: RegExp): Promise<void> {
  await page.locator('a[href*="/contrats/"]').first().click();
  await page.getByRole('link', { name: /Cotisations/ }).waitFor();
  if (part) await link(page, part);
}

async function produit(page: Page): Promise<void> {
  await link(page, /Nos produits/);
  await page.locator('main a').first().click();
}

/** On a phone it is the last of the main screens, at a terminal a tile of the tableau. */
const compte = (page: Page): Promise<void> => link(page, /^(Plus|Mon compte)$/);

/** Every screen that can be reached without changing anything. */
export const stations: readonly Station[] = [
  { name: 'accueil', door: false, shown: true, go: async () => undefined },
  { name: 'connexion-police', door: false, go: (page) => link(page, /Mon assurance/) },
  {
    name: 'connexion-telephone',
    door: false,
    shown: true,
    async go(page) {
      await link(page, /Mon assurance/);
      await type(page, 'Numéro de police', 'POL001');
      await button(page, 'Continuer');
      await type(page, 'Téléphone', '06 123 45 67');
    },
  },
  { name: 'produits', door: false, shown: true, go: (page) => link(page, /Nos produits/) },
  { name: 'produit', door: false, shown: true, go: produit },
  {
    name: 'souscrire-montant',
    door: false,
    async go(page) {
      await produit(page);
      await link(page, /Souscrire/);
    },
  },
  { name: 'annonces', door: false, go: (page) => link(page, /Annonces/) },
  { name: 'aide', door: false, shown: true, go: (page) => link(page, /Aide en images/) },
  {
    name: 'aide-sujet',
    door: false,
    async go(page) {
      await link(page, /Aide en images/);
      await page.locator('main a').first().click();
    },
  },
  { name: 'affichage', door: false, go: (page) => button(page, 'Affichage') },
  { name: 'tableau', door: true, shown: true, go: async () => undefined },
  { name: 'contrat', door: true, shown: true, go: (page) => contrat(page) },
  { name: 'cotisations', door: true, shown: true, go: (page) => contrat(page, /Cotisations/) },
  { name: 'garanties', door: true, go: (page) => contrat(page, /Garanties/) },
  { name: 'paiements', door: true, go: (page) => contrat(page, /Paiements/) },
  { name: 'sinistres', door: true, go: (page) => contrat(page, /Sinistres/) },
  { name: 'beneficiaires', door: true, go: (page) => contrat(page, /Bénéficiaires/) },
  {
    name: 'beneficiaires-ajouter',
    door: true,
    async go(page) {
      await contrat(page, /Bénéficiaires/);
      await link(page, /^Ajouter/);
    },
  },
  { name: 'payer', door: true, go: (page) => contrat(page, /^Payer/), shown: true },
  {
    name: 'payer-telephone',
    door: true,
    async go(page) {
      await contrat(page, /^Payer/);
      await button(page, /cotisation|mettre à jour|Un autre montant/);
    },
  },
  {
    name: 'declarer',
    door: true,
    shown: true,
    async go(page) {
      await contrat(page, /Sinistres/);
      await link(page, /Déclarer un sinistre/);
    },
  },
  { name: 'compte', door: true, go: compte },
  {
    name: 'compte-telephone',
    door: true,
    async go(page) {
      await compte(page);
      await link(page, /numéro|téléphone/);
    },
  },
  { name: 'documents', door: true, go: (page) => link(page, /Relevé et attestation/) },
  {
    name: 'documents-comment',
    door: true,
    async go(page) {
      await link(page, /Relevé et attestation/);
      await button(page, /^Relevé/);
    },
  },
];

/** Back to where a walk begins. */
export const home = (page: Page): Promise<void> => page.getByRole('link', { name: 'Guichet', exact: true }).click();
