import type { Jour } from '../../core/jours.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import { type Annonce, importances } from './annonce.ts';
import { conditions } from './statut.ts';

/** As a client sees it. `publiee_le`: since when it is shown. */
export interface AnnonceLue {
  id: number;
  titre: string;
  contenu: string;
  importance: Annonce['importance'];
  publiee_le: string;
  fin: Jour | null;
}

type Lecteur = Pick<Transaction, 'query'>;

/** More than anybody reads. */
const MAX = 50;

/**
 * Whom it is for: `$1` is a client, or null for somebody who has not signed in. One for a succursale and a produit is for
 * those of both.
 */
const pour = `(a.succursale_id is null or a.succursale_id = (select c.succursale_id from clients c where c.id = $1))
  and (a.produit_id is null or exists (
    select from souscriptions s where s.client_id = $1 and s.produit_id = a.produit_id and s.statut = 'activee'))`;

const vue = `greatest(a.publiee_le, a.debut::timestamp at time zone 'Africa/Brazzaville')`;

const select = `select a.id, a.titre, a.contenu, a.importance, ${vue} as publiee_le, a.fin::text
  from annonces a where ${conditions('a').en_ligne} and ${pour}
  order by array_position('{${importances.join(',')}}'::text[], a.importance) desc, ${vue} desc, a.id desc limit ${MAX}`;

/** What is online today for a client, or for everybody without one: the most urgent first, then the newest. */
export const annoncesPour = (db: Lecteur, client_id: number | null): Promise<AnnonceLue[]> =>
  db.query<AnnonceLue>(select, [client_id]);
