import type { Operateur } from './mobile-money.ts';

/** A line of an operator's statement. */
export interface LigneReleve {
  /** Where it stands in the file, the heading being 1. */
  numero: number;
  operateur: Operateur;
  /** ISO day as the operator counts it. */
  jour: string;
  transaction_id: string;
  /** Our own number or reference of the payment, as the operator has it. */
  externe: string;
  reference: string;
  montant: number;
  devise: string;
  /** Whether money was taken. */
  payee: boolean;
}

/** How an operator writes its statement. The formats of MTN and Airtel in Congo are to be had from them. */
export interface FormatReleve {
  separateur: ',' | ';' | '\t';
  /** Names of the columns; `operateur` may be left out if the file is of one operator. */
  colonnes: Record<'jour' | 'transaction_id' | 'externe' | 'reference' | 'montant' | 'devise' | 'statut', string> & {
    operateur?: string;
  };
  /** What stands in the column of the operator, or the one whose file it is. */
  operateurs: Record<string, Operateur> | Operateur;
  /** ISO days and instants, or `31/12/2026`. */
  date: 'iso' | 'jj/mm/aaaa';
  /** The statuses under which money was taken. */
  payes: readonly string[];
}

/** The simulator's own. */
export const formatSandbox: FormatReleve = {
  separateur: ',',
  colonnes: {
    jour: 'date',
    operateur: 'operator',
    transaction_id: 'transaction_id',
    externe: 'external_id',
    reference: 'reference',
    montant: 'amount',
    devise: 'currency',
    statut: 'status',
  },
  operateurs: { mtn: 'mtn_money', airtel: 'airtel_money' },
  date: 'iso',
  payes: ['SUCCESSFUL', 'TS'],
};

interface Releve {
  lignes: LigneReleve[];
  /** Lines that could not be read, by number, with the columns that are wrong: a person must look at them. */
  illisibles: { numero: number; colonnes: string[] }[];
}

/** @throws {TypeError} in French when a column is missing from the heading */
export function lireReleve(csv: string, format: FormatReleve = formatSandbox): Releve {
  const [heading = [], ...rows] = cells(csv.replace(/^\uFEFF/, ''), format.separateur);
  const names = heading.map((name) => name.trim());
  const absent = Object.values(format.colonnes).filter((name) => !names.includes(name));
  if (absent.length > 0) throw new TypeError(`colonnes absentes du relevé : ${absent.join(', ')}`);

  const releve: Releve = { lignes: [], illisibles: [] };
  rows.forEach((row, index) => {
    const numero = index + 2;
    if (row.every((cell) => cell.trim() === '')) return;
    const at = (name?: string) => (row[names.indexOf(name ?? '')] ?? '').trim();
    const { ligne, wrong } = lineIn(numero, at, format);
    if (wrong.length > 0) releve.illisibles.push({ numero, colonnes: wrong });
    else releve.lignes.push(ligne);
  });
  return releve;
}

function lineIn(numero: number, at: (name?: string) => string, { colonnes, operateurs, date, payes }: FormatReleve) {
  const operateur = typeof operateurs === 'string' ? operateurs : operateurs[at(colonnes.operateur)];
  const jour = dayIn(at(colonnes.jour), date);
  const montant = francsIn(at(colonnes.montant));
  const [transaction_id, devise] = [at(colonnes.transaction_id), at(colonnes.devise)];
  const wrong = [
    !operateur && (colonnes.operateur ?? ''),
    !jour && colonnes.jour,
    montant === undefined && colonnes.montant,
    !transaction_id && colonnes.transaction_id,
    !devise && colonnes.devise,
  ].filter((name) => name !== false);
  const ligne: LigneReleve = {
    numero,
    operateur: operateur ?? 'mtn_money',
    jour: jour ?? '',
    transaction_id,
    externe: at(colonnes.externe),
    reference: at(colonnes.reference),
    montant: montant ?? 0,
    devise,
    payee: payes.includes(at(colonnes.statut)),
  };
  return { ligne, wrong };
}

function dayIn(text: string, form: FormatReleve['date']): string | undefined {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})(?!\d)/.exec(text) ?? [];
  const iso = form === 'iso' ? /^\d{4}-\d\d-\d\d(?!\d)/.exec(text)?.[0] : day && `${year}-${month}-${day}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.valueOf()) && at.toISOString().startsWith(iso ?? '-') ? iso : undefined;
}

/** Whole francs; spaces between thousands and zeros after the point are taken, cents are not. */
function francsIn(text: string): number | undefined {
  const [, whole] = /^(\d{1,3}(?:[  \u202f]\d{3})+|\d{1,15})(?:[.,]0{1,2})?$/.exec(text) ?? [];
  return whole === undefined ? undefined : Number(whole.replace(/\D/g, ''));
}

/** The rows of a CSV text (RFC 4180). */
function cells(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (quoted && sign === '"' && text[at + 1] === '"') cell += text[at++];
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && sign === separator) endCell();
    else if (!quoted && sign === '\n') endRow();
    else if (quoted || sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
