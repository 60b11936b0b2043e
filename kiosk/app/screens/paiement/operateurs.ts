export const operateurs = ['mtn_money', 'airtel_money'] as const;
export type Operateur = (typeof operateurs)[number];

/** How numbers begin, national or with their country; Airtel is not in Cameroon. */
const beginnings: readonly (readonly [RegExp, Operateur])[] = [
  [/^(\+?242)?06/, 'mtn_money'],
  [/^(\+?242)?0[45]/, 'airtel_money'],
  [/^\+?237/, 'mtn_money'],
];

/** Whose a telephone most likely is; numbers move between operators, so that it is for its owner to say. */
export function guessOperateur(telephone: string): Operateur | undefined {
  const number = telephone.replace(/[ .-]/g, '');
  return beginnings.find(([beginning]) => beginning.test(number))?.[1];
}
