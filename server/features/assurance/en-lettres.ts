import type { Langue } from '../../core/messages/messages.ts';
import type { Francs } from '../../core/money.ts';

const MAX = 999_999_999_999;

const unites = [
  ...['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
  ...['treize', 'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf'],
];
const dizaines = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'soixante', 'quatre-vingt'];

function jusquaCent(n: number): string {
  if (n < 20) return unites[n] as string;
  const base = n >= 80 ? 8 : Math.floor(n / 10);
  const rest = n - base * 10 - (base === 7 ? -10 : 0);
  const dizaine = dizaines[base] as string;
  if (rest === 0) return base === 8 ? 'quatre-vingts' : dizaine;
  const et = base !== 8 && (rest === 1 || rest === 11);
  return `${dizaine}${et ? ' et ' : '-'}${unites[rest]}`;
}

/** From 1 to 999. Cents and vingts take their s at the end alone: not before `mille`, which is no noun. */
function jusquaMille(n: number, avantMille = false): string {
  const [cents, rest] = [Math.floor(n / 100), n % 100];
  const head = cents === 0 ? '' : cents === 1 ? 'cent' : `${unites[cents]} cent${rest === 0 ? 's' : ''}`;
  const said = [head, rest > 0 ? jusquaCent(rest) : ''].filter(Boolean).join(' ');
  return avantMille ? said.replace(/(cent|vingt)s$/, '$1') : said;
}

function francais(n: number): string {
  const [milliards, millions, milliers, rest] = tranches(n);
  const noun = (count: number, name: string) =>
    count > 0 ? `${jusquaMille(count)} ${name}${count > 1 ? 's' : ''}` : '';
  const mille = milliers > 1 ? `${jusquaMille(milliers, true)} mille` : milliers === 1 ? 'mille' : '';
  return [noun(milliards, 'milliard'), noun(millions, 'million'), mille, rest > 0 ? jusquaMille(rest) : '']
    .filter(Boolean)
    .join(' ');
}

const ones = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function belowHundred(n: number): string {
  if (n < 20) return ones[n] as string;
  return n % 10 === 0 ? (tens[n / 10] as string) : `${tens[Math.floor(n / 10)]}-${ones[n % 10]}`;
}

function belowThousand(n: number): string {
  const [hundreds, rest] = [Math.floor(n / 100), n % 100];
  const head = hundreds > 0 ? `${ones[hundreds]} hundred` : '';
  return [head, rest > 0 ? belowHundred(rest) : ''].filter(Boolean).join(' and ');
}

function english(n: number): string {
  const names = [' billion', ' million', ' thousand', ''];
  const parts = tranches(n).map((part, i) => (part > 0 ? `${belowThousand(part)}${names[i]}` : ''));
  const last = n > 1000 && n % 1000 > 0 && n % 1000 < 100 ? ' and ' : ' ';
  const rest = parts.pop();
  return [parts.filter(Boolean).join(' '), rest].filter(Boolean).join(last);
}

const tranches = (n: number): [number, number, number, number] => [
  Math.floor(n / 1e9),
  Math.floor(n / 1e6) % 1000,
  Math.floor(n / 1000) % 1000,
  n % 1000,
];

/** `80` → `quatre-vingts`, in the traditional spelling. @throws {RangeError} unless a whole number from 0 to 999 999 999 999 */
export function enLettres(n: number, langue: Langue = 'fr'): string {
  if (!Number.isInteger(n) || n < 0 || n > MAX) throw new RangeError(`cannot be written in words: ${n}`);
  if (n === 0) return langue === 'fr' ? 'zéro' : 'zero';
  return langue === 'fr' ? francais(n) : english(n);
}

/** `1000000` → `un million de francs CFA`. Limits as for `enLettres`. */
export function francsEnLettres(amount: Francs, langue: Langue = 'fr'): string {
  const words = enLettres(amount, langue);
  if (langue === 'en') return `${words} CFA ${amount === 1 ? 'franc' : 'francs'}`;
  const de = amount > 0 && amount % 1e6 === 0 ? 'de ' : '';
  return `${words} ${de}${amount < 2 ? 'franc' : 'francs'} CFA`;
}
