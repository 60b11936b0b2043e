import type { Debit } from './world.ts';

const HEADER = 'date,operator,transaction_id,external_id,reference,msisdn,amount,currency,status';
const BRAZZAVILLE_MS = 3_600_000;

const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The operators' statement of what they took, as CSV, with lines that tests add and take away. */
export function openStatement(debits: readonly Debit[]) {
  const extra: string[] = [];
  const missing = new Set<string>();
  return {
    /** @param lines CSV lines as they stand in the file @param transactions whose lines are left out */
    change({ extra: lines = [], missing: transactions = [] }: { extra?: string[]; missing?: string[] }): void {
      extra.push(...lines);
      for (const id of transactions) missing.add(id);
    },
    csv(): string {
      const own = debits.filter(({ transactionId }) => !missing.has(transactionId)).map(line);
      return [HEADER, ...own, ...extra, ''].join('\r\n');
    },
  };
}

function line({ at, till, transactionId, externalId, reference, phone, amount, currency }: Debit): string {
  const date = `${new Date(at + BRAZZAVILLE_MS).toISOString().slice(0, 19)}+01:00`;
  return [date, till, transactionId, externalId, reference, phone, amount, currency, 'SUCCESSFUL'].map(cell).join(',');
}
