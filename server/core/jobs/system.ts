import type { Caller } from '../access.ts';

/** The product itself, where no person asked for what it does. */
export const systemCaller: Caller = {
  actor: {
    id: null,
    nom: 'Guichet',
    email: null,
    role: 'systeme',
    portee: 'toutes',
    succursale_id: null,
    succursales: [],
    droits: { role: {}, utilisateur: {} },
  },
  surface: 'systeme',
  langue: 'fr',
};
