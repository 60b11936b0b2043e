import type { Page } from 'playwright-core';

/** What somebody who pays touches, by the names that stand on the screens. */
export const hands = (page: Page) => {
  const button = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const waits = () => page.getByRole('heading', { level: 1, name: /La demande part|Regardez/ }).waitFor();
  return {
    button,
    heading: (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor(),
    /** From the tableau to what can be paid for a contrat. */
    async open(police: string): Promise<void> {
      await page.getByRole('link', { name: /^Payer/ }).click();
      await page.getByRole('link', { name: new RegExp(`, ${police}`) }).click();
      await page.getByText(police).first().waitFor();
    },
    /** From what is paid to the last look at it. @param other another telephone than the client’s own */
    async choose(what: RegExp, other?: string): Promise<void> {
      await button(what);
      if (other) {
        await button(/Un autre téléphone/);
        await page.getByLabel('Téléphone qui paie').fill(other);
        await button('Continuer');
      } else await button(/Le vôtre/);
      await page.getByRole('heading', { name: 'Avec quel compte ?' }).waitFor();
      await button('Continuer');
      await page.getByRole('heading', { name: 'Vérifiez, puis payez' }).waitFor();
    },
    ask: () => button('Demander le paiement'),
    /** And the server has taken it on. */
    async asked(): Promise<void> {
      await button('Demander le paiement');
      await waits();
    },
    waits,
  };
};
