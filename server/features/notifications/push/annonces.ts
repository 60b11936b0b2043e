import type { Database } from '../../../core/database.ts';
import { conditions } from '../../annonces/statut.ts';
import { deposer } from './deposer.ts';

const LOT = 500;

/** Whom an annonce is for is told in `annonces/lire.ts` for one client; here for all telephones, a few at a time. */
const next = `select t.id
  from annonces a cross join abonnements_push t
  join clients c on c.id = t.client_id and c.supprime_le is null
  where a.id = $1 and ${conditions('a').en_ligne}
    and t.id > $2 and 'annonces' = any(t.sujets) and t.expire_le > now()
    and (a.succursale_id is null or a.succursale_id = c.succursale_id)
    and (a.produit_id is null or exists (
      select from souscriptions s where s.client_id = c.id and s.produit_id = a.produit_id and s.statut = 'activee'))
  order by t.id limit $3`;

/** Tells the telephones of those whom an annonce is for, if it is still shown. @param lot telephones at a time */
export async function annoncer(database: Database, annonce_id: number, signal: AbortSignal, lot = LOT): Promise<void> {
  for (let last = 0; !signal.aborted; ) {
    const found = await database.read<{ id: number }>({ text: next, values: [annonce_id, last, lot], stable: true });
    const ids = found.map(({ id }) => id);
    await deposer(database, ids, { avis: 'annonce', cle: `annonce:${annonce_id}` });
    if (ids.length < lot) return;
    last = ids.at(-1) as number;
  }
}
