import type { Pont } from '../pont.ts';

/** Where the screens are shown: on a terminal that stands in public, or on somebody’s own phone. */
export type Support = 'borne' | 'espace';

export const supportOf = (page: Document): Support =>
  page.documentElement.dataset.support === 'espace' ? 'espace' : 'borne';

declare global {
  interface Window {
    guichet?: Pont;
  }
}
