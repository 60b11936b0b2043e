import type { Jour } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import type { Lecteur } from '../lecteur.ts';

export interface CotisationDuClient {
  quittance: string;
  police: string;
  periode_debut: Jour;
  periode_fin: Jour;
  montant: Francs;
  paye: Francs;
  reste: Francs;
  statut: 'payee' | 'partielle' | 'en_retard' | 'a_venir';
}

const colonnes = `quittance, police, periode_debut::text, periode_fin::text, montant, paye, reste, statut`;

/** The periods of one contrat, the oldest first. */
export const cotisationsDe = (db: Lecteur, souscription_id: number): Promise<CotisationDuClient[]> =>
  db.query<CotisationDuClient>(
    `select ${colonnes} from cotisations where souscription_id = $1 order by terme, periode`,
    [souscription_id],
  );

/** The periods that began in the last three months, over all contrats of a client, the latest first. */
export const cotisationsRecentes = (db: Lecteur, client_id: number): Promise<CotisationDuClient[]> =>
  db.query<CotisationDuClient>(
    `select ${colonnes} from cotisations where client_id = $1
       and periode_debut between (date_metier() - interval '3 months')::date and date_metier()
     order by periode_debut desc, id desc`,
    [client_id],
  );

/** A part of a list: which rows, and how many there are in all. */
export interface Tranche {
  page: number;
  page_size: number;
}

export interface Page<T> {
  count: number;
  results: T[];
}

/** All periods of a client, the latest first. @param souscription_id those of this contrat alone */
export const cotisationsDuClient = (
  db: Lecteur,
  client_id: number,
  tranche: Tranche,
  souscription_id?: number,
): Promise<Page<CotisationDuClient>> =>
  lirePage<CotisationDuClient>(db, tranche, {
    colonnes,
    depuis: 'cotisations where client_id = $1 and ($2::bigint is null or souscription_id = $2)',
    ordre: 'periode_debut desc, id desc',
    values: [client_id, souscription_id ?? null],
  });

interface Liste {
  colonnes: string;
  depuis: string;
  ordre: string;
  values: unknown[];
}

/** One page of a list, and its length. The parts of the statement are the code's own words. */
export async function lirePage<T extends object>(
  db: Lecteur,
  { page, page_size }: Tranche,
  { colonnes, depuis, ordre, values }: Liste,
): Promise<Page<T>> {
  const [counted] = await db.query<{ count: number }>(`select count(*)::int as count from ${depuis}`, values);
  const n = values.length;
  const results = await db.query<T>(
    `select ${colonnes} from ${depuis} order by ${ordre} limit $${n + 1} offset $${n + 2}`,
    [...values, page_size, (page - 1) * page_size],
  );
  return { count: counted?.count ?? 0, results };
}
