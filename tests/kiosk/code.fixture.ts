import type { Page } from 'playwright-core';

/** What somebody who changes something touches, by the names that stand on the screens. */
export const writing = (page: Page) => {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const type = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  const code = page.getByLabel('Code', { exact: true });
  return {
    button,
    heading,
    type,
    /** The next screen, once this one is filled in. */
    async fill(label: string, text: string): Promise<void> {
      await type(label, text);
      await button('Continuer');
    },
    /** The six digits that the simulator’s SMS says. */
    async sms(): Promise<string> {
      await code.waitFor();
      return /\b\d{6}\b/.exec((await page.getByText(/\b\d{6}\b/).textContent()) ?? '')?.[0] ?? '';
    },
    /** Six digits that are not those. */
    wrong: (right: string): string => (right === '000000' ? '000001' : '000000'),
    async give(digits: string): Promise<void> {
      await code.fill(digits);
      await button('Valider');
    },
  };
};

export type Writing = ReturnType<typeof writing>;

/** What went wrong without anybody seeing it; that the server wants a code, or other digits, is what it should say. */
export const surprises = (complaints: readonly string[]): string[] =>
  complaints.filter((each) => !/status of 403/.test(each));
