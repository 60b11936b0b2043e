import type { Database } from '../../../core/database.ts';
import type { Echange, Noter } from '../../../integrations/mobile-money/echange.ts';

const insert = `insert into echanges
  (operateur, operation, reference, methode, url, requete, statut, reponse, erreur, debut, duree_ms)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

// PostgreSQL takes no such character in a text, and what an operator sends is not ours to choose.
const storable = (text: string | null) => text?.replaceAll('\0', '�') ?? null;

/** Keeps every exchange with an operator, masked as it comes. */
export const noterDans =
  (database: Database): Noter =>
  async (echange: Echange) => {
    const { operateur, operation, reference, methode, url, requete, statut, reponse, erreur, debut, duree_ms } =
      echange;
    await database.read({
      text: insert,
      values: [
        operateur,
        operation,
        reference,
        methode,
        url,
        storable(requete),
        statut,
        storable(reponse),
        storable(erreur),
        debut,
        duree_ms,
      ],
      stable: true,
    });
  };
