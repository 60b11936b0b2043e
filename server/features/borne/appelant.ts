import type { Caller } from '../../core/access.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import type { Transaction } from '../../core/records/transaction.ts';

/** From where a client's request came. */
export type Origine = Pick<Caller, 'adresse_ip' | 'requete_id'> & Partial<Pick<Caller, 'langue'>>;

/** What the product may do in a client's name: nothing else than what the surfaces of clients offer. */
const droits = {
  role: {
    clients: { lire: true, creer: true, modifier: true },
    souscriptions: { lire: true, creer: true },
    produits: { lire: true },
    succursales: { lire: true },
  },
  utilisateur: {},
};

/** Who acts for a client: the product, in the name of `nom`, with these rights alone. Whose rows is for the asker to check. */
export const appelant = (nom: string, origine: Origine = {}): Caller => ({
  ...systemCaller,
  ...origine,
  langue: origine.langue ?? 'fr',
  surface: 'borne',
  actor: { ...systemCaller.actor, nom, role: 'client', droits },
});

/** The same work in the name of a succursale, whose the new rows will be. */
export const chez = (tx: Transaction, { succursale_id }: { succursale_id: number }): Transaction => ({
  ...tx,
  caller: { ...tx.caller, actor: { ...tx.caller.actor, succursale_id } },
});
