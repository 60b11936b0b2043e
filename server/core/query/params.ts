/** The values of one statement, in order. SQL text holds only their places: `$1`, `$2` … */
export class Params {
  readonly values: unknown[] = [];

  /** Keeps the value and answers its place. */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/** A statement ready to send. `stable` when its text recurs, so that it is worth preparing once. */
export interface Statement {
  text: string;
  values: unknown[];
  stable: boolean;
}
