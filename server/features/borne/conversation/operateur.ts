import type { ConfigurationPasserelles, Operateur } from '../../../integrations/passerelles/configuration.ts';

/** Who has mobile money in a country; Airtel is not in Cameroon. */
const offerts: Record<string, readonly Operateur[]> = { '+242': ['mtn', 'airtel'], '+237': ['mtn'] };

/** Which operators a telephone may pay with, and the one that its number suggests: the longest beginning wins. */
export function operateursDe(
  telephone: string,
  prefixes: ConfigurationPasserelles['OPERATEUR_PREFIXES'],
): { offerts: readonly Operateur[]; devine?: Operateur } {
  const possibles = offerts[telephone.slice(0, 4)] ?? [];
  const [trouve] = prefixes
    .filter(([prefixe, operateur]) => telephone.startsWith(prefixe) && possibles.includes(operateur))
    .toSorted(([a], [b]) => b.length - a.length);
  return { offerts: possibles, ...(trouve ? { devine: trouve[1] } : {}) };
}
