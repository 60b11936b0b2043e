/** What is to be typed: it decides which keys there are. */
export type Keys = 'texte' | 'police' | 'telephone' | 'chiffres' | 'email';

/** Rows of keys; `⌫` erases, `⇧` is for capitals, `áb` changes between letters and accents, a space is a space. */
export type Layout = readonly (readonly string[])[];

const digits: Layout = [
  ['1', '2', '3'],
  ['4', '5', '6'],
  ['7', '8', '9'],
];

const row = (keys: string) => [...keys];

const letters: Layout = [row('azertyuiop'), row('qsdfghjklm'), ['⇧', ...row('wxcvbn'), '⌫']];

/** As on the keyboards that people know here: AZERTY, with its accents a tap away. */
export const layouts: Record<Keys, Layout> = {
  telephone: [...digits, ['+', '0', '⌫']],
  chiffres: [...digits, ['⌫', '0', '00']],
  police: [row('1234567890'), row('AZERTYUIOP'), row('QSDFGHJKLM'), [...row('WXCVBN'), '-', '⌫']],
  texte: [...letters, ['áb', '’', ' ', '-', '.']],
  email: [row('1234567890'), ...letters, ['@', '.', '-', '_']],
};

export const accents: Layout = [
  row('éèêëàâäç'),
  row('îïôöùûüœ'),
  ['⇧', ...row('1234567890'), '⌫'],
  ['áb', '’', ' ', ',', '?'],
];
