/** What the shell offers to its own pages, as `window.coque`. */
export interface PontCoque {
  /** Trades a one-time code of an administrator for the terminal’s place. `message` is for who typed it. */
  enroler(code: string): Promise<{ statut: 'enrolee' } | { statut: 'refus'; message: string }>;
}
