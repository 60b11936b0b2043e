import type { Offre } from './offres.ts';
import type { Operateur } from './operateurs.ts';

/** What a client has settled on, step by step. */
export interface Intention {
  offre: Offre;
  /** The telephone that pays; the client’s own on file when there is none. */
  telephone?: string;
  operateur: Operateur;
}
