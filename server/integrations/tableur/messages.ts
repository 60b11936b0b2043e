import type { Langue } from '../../core/messages/messages.ts';

/** What a spreadsheet says of a yes or no. */
export const flagWords: Record<Langue, Record<string, string>> = {
  fr: { true: 'Oui', false: 'Non' },
  en: { true: 'Yes', false: 'No' },
};

const lignes = {
  fr: (nombre: number) => (nombre > 1 ? 'lignes' : 'ligne'),
  en: (n: number) => (n === 1 ? 'row' : 'rows'),
};

/** What a spreadsheet says beside its rows. */
export const sheetWords = {
  fr: {
    total: (nombre: number) => `Total (${nombre} ${lignes.fr(nombre)})`,
    sousTotal: (libelle: string, nombre: number) => `Sous-total ${libelle} (${nombre} ${lignes.fr(nombre)})`,
    parametres: 'Paramètres',
  },
  en: {
    total: (nombre: number) => `Total (${nombre} ${lignes.en(nombre)})`,
    sousTotal: (libelle: string, nombre: number) => `Subtotal ${libelle} (${nombre} ${lignes.en(nombre)})`,
    parametres: 'Parameters',
  },
};
