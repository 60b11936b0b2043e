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
