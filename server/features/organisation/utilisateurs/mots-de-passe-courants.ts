/** Bases that people everywhere build a password on; with digits, years or signs around them they stay easy to guess. */
const bases = [
  'password',
  'passwort',
  'motdepasse',
  'motdepass',
  'azerty',
  'azertyuiop',
  'qwerty',
  'qwertyuiop',
  'qsdfghjklm',
  'asdfghjkl',
  'wxcvbn',
  'zxcvbnm',
  'admin',
  'administrateur',
  'administrator',
  'bienvenue',
  'welcome',
  'bonjour',
  'soleil',
  'iloveyou',
  'jetaime',
  'doudou',
  'chouchou',
  'loulou',
  'football',
  'baseball',
  'superman',
  'batman',
  'dragon',
  'monkey',
  'letmein',
  'master',
  'secret',
  'sunshine',
  'princess',
  'princesse',
  'nicolas',
  'marseille',
  'congo',
  'brazzaville',
  'pointenoire',
  'cameroun',
  'douala',
  'yaounde',
  'guichet',
  'assurance',
  'intia',
  'nsia',
  'abcdef',
  'abcdefgh',
  'abcdefghijkl',
  'changeme',
  'changezmoi',
  'default',
  'utilisateur',
  'trustno',
  'whatever',
] as const;

const plain = (typed: string) =>
  typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[@4]/g, 'a')
    .replace(/[3€]/g, 'e')
    .replace(/[1!|]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/[5$]/g, 's')
    .replace(/[^a-z]/g, '');

const repeated = /^(.{1,4})\1+$/;
const run = (typed: string) => {
  const steps = new Set([...typed].slice(1).map((sign, i) => sign.charCodeAt(0) - typed.charCodeAt(i)));
  return steps.size === 1;
};

/** One word that everybody uses, dressed up; a repeated or counted-up sequence; digits only. */
export function isCommonPassword(typed: string): boolean {
  const letters = plain(typed);
  const spelled = typed.toLowerCase().replace(/[^a-z]/g, '');
  const dressed = bases.some((base) => [letters, spelled].some((word) => word === base || word === base + base));
  return dressed || repeated.test(typed) || run(typed) || /^\d+$/.test(typed);
}
