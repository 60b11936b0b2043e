const STARS = '***';

const plans = [
  { number: /^(\+242)(\d\d)(\d{3})(\d{4})$/, spaced: '$1 $2 $3 $4' },
  { number: /^(\+237)(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, spaced: '$1 $2 $3 $4 $5 $6' },
];

/**
 * `+242061234567` → `+242 06 123 4567`. A spreadsheet takes the first for the number 242061234567 and shows it as
 * 2,42E+11; the second stays a text, and every place that reads a telephone takes it with its spaces. Undefined for
 * what is no E.164 number of Congo or Cameroon.
 */
export function spacedPhone(phone: string): string | undefined {
  const plan = plans.find(({ number }) => number.test(phone));
  return plan && phone.replace(plan.number, plan.spaced);
}

/** `+242061234567`, `242061234567` or `061234567` → `+242 06 *** ** 67`, as far as the country is known. */
export function maskPhone(phone: string): string {
  const [, country, start, end] = /^\+?(242|237)?(\d\d)\d*(\d\d)$/.exec(phone.replace(/[ .]/g, '')) ?? [];
  return start ? `${country ? `+${country} ` : ''}${start} ${STARS} ** ${end}` : STARS;
}
