/** `pick(n, salt)` of a row, in SQL: a number below n that depends on the row's place alone. */
export const pick = (n: string, salt: number, place = 'i'): string =>
  `((hashint8extended(${place}, ${salt}) & 1073741823) % ${n})::int`;

/** One of an array of the row, in SQL. */
export const oneOf = (list: string, salt: number): string => `(${list})[1 + ${pick(`cardinality(${list})`, salt)}]`;
