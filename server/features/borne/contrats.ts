import { createHash, timingSafeEqual } from 'node:crypto';
import { introuvable } from '../../core/errors.ts';
import type { Jour } from '../../core/jours.ts';
import type { Francs } from '../../core/money.ts';
import type { Periodicite } from '../assurance/echeancier.ts';
import type { Lecteur } from './lecteur.ts';

/** A contrat as its client sees it in a list. Amounts in francs. */
export interface ContratDuClient {
  police: string;
  produit: string;
  branche: string;
  statut: string;
  date_effet: Jour | null;
  date_expiration: Jour | null;
  montant: Francs;
  periodicite: Periodicite;
  solde: Francs;
  reste_a_payer: Francs;
  couvert_jusqu_au: Jour | null;
  /** Whether there is cover today. */
  couvert: boolean;
}

/** The columns of `ContratDuClient`, over `contrats k`, `souscriptions s` and `produits p`. */
export const colonnesContrat = `k.police, coalesce(s.termes ->> 'produit', p.nom) as produit, k.branche, k.statut,
  k.date_effet::text, k.date_expiration::text, k.montant, k.periodicite, k.solde, k.reste_a_payer,
  k.couvert_jusqu_au::text, couverture_le(k.souscription_id, date_metier()) as couvert`;

export const depuisContrats = `contrats k join souscriptions s on s.id = k.souscription_id
  join produits p on p.id = k.produit_id`;

export const contratsDuClient = (db: Lecteur, client_id: number): Promise<ContratDuClient[]> =>
  db.query<ContratDuClient>(
    `select ${colonnesContrat} from ${depuisContrats} where k.client_id = $1 order by k.date_effet desc nulls last, k.id desc`,
    [client_id],
  );

/** A police of a client, found. */
export interface PoliceDuClient {
  police: string;
  souscription_id: number;
}

/**
 * The client's own police, however its letters are typed.
 * @throws 404, the same for another client's and for one that does not exist
 */
export async function policeDuClient(db: Lecteur, client_id: number, typed: string): Promise<PoliceDuClient> {
  const [found] = await db.query<PoliceDuClient>(
    `select n.numero as police, n.souscription_id from numeros_police n join souscriptions s on s.id = n.souscription_id
     where n.numero in ($1, upper($1)) and s.client_id = $2 order by n.numero = $1 desc limit 1`,
    [typed.trim(), client_id],
  );
  if (!found) throw introuvable();
  return found;
}

/** Whose a police is, if it opens a session with this telephone. */
export interface Identifie {
  client_id: number;
  souscription_id: number;
  succursale_id: number;
  telephone: string;
  police: string;
}

interface Candidat extends Omit<Identifie, 'telephone'> {
  telephone: string | null;
  statut: string;
}

/** What is known of a police that somebody names, and whether the telephone they give is the one on file. */
export interface Identification {
  /** Whose it is, whatever was given: for the journal alone. */
  candidat?: Candidat;
  identifie?: Identifie;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Compares a police and a telephone (E.164) with the file. Only a contrat that is `activee` opens a session: one that is
 * suspended was stopped by the institution, and its client is to speak with a person. Does the same work for a police
 * that nobody has.
 */
export async function identifier(db: Lecteur, police: string, telephone: string): Promise<Identification> {
  const [candidat] = await db.query<Candidat>(
    `select c.id as client_id, k.souscription_id, c.succursale_id, c.telephone, k.police, k.statut
     from contrats k join clients c on c.id = k.client_id and c.supprime_le is null
     where k.police in ($1, upper($1)) order by k.police = $1 desc limit 1`,
    [police],
  );
  const same = timingSafeEqual(digest(candidat?.telephone ?? ''), digest(telephone));
  const opens = candidat && same && candidat.statut === 'activee';
  return { candidat, ...(opens ? { identifie: { ...candidat, telephone } } : {}) };
}
