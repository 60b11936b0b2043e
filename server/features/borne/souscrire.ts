import type { Francs } from '../../core/money.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import { create } from '../../core/records/write.ts';
import type { Periodicite } from '../assurance/echeancier.ts';
import { souscriptions } from '../assurance/souscriptions/resource.ts';
import { clients } from '../clients/resource.ts';
import { chez } from './appelant.ts';

/** Whose a souscription will be. */
export interface Titulaire {
  id: number;
  succursale_id: number;
}

/** What somebody asks for by themselves, and the very text that they agreed to. */
export interface DemandeSouscription {
  produit_id: number;
  montant: Francs;
  periodicite: Periodicite;
  canal: 'ussd' | 'chatbot' | 'borne' | 'espace';
  /** E.164: of the person who agrees. */
  telephone: string;
  /** `le`: ISO instant. */
  consentement: { texte: string; le: string };
  /** Of the terminal where it is asked for; the client's unless given. */
  succursale_id?: number;
}

/**
 * A request for cover with its proof of consent. Whoever asks for the same thing again before paying it wants to pay
 * it, not to have it twice. Answers the id of the souscription.
 */
export async function souscrire(tx: Transaction, client: Titulaire, demande: DemandeSouscription): Promise<number> {
  const { produit_id, montant, periodicite, canal, telephone, consentement } = demande;
  const client_id = client.id;
  const place = { succursale_id: demande.succursale_id ?? client.succursale_id };
  const [attend] = await tx.query<{ id: number }>(
    `select id from souscriptions where client_id = $1 and produit_id = $2 and montant = $3 and periodicite = $4
       and canal = $5 and statut = 'en_attente' order by id desc limit 1`,
    [client_id, produit_id, montant, periodicite, canal],
  );
  const body = { client_id, produit_id, montant, periodicite, canal };
  const { id } = attend ?? (await create(chez(tx, place), souscriptions, body));
  await tx.query(
    'insert into consentements (souscription_id, canal, telephone, texte, donne_le) values ($1, $2, $3, $4, $5)',
    [id, canal, telephone, consentement.texte, consentement.le],
  );
  return id;
}

export interface Identite {
  nom?: string;
  prenom?: string;
  /** E.164. */
  telephone: string;
}

/**
 * The one who holds this telephone, with contrats first where several do; a new client where nobody does.
 * @param succursale code or key of the one that new clients belong to; the head office unless given
 */
export async function titulaireDe(
  tx: Transaction,
  identite: Identite,
  succursale?: string | number,
): Promise<Titulaire> {
  const [client] = await tx.query<Titulaire>(
    `select c.id, c.succursale_id from clients c where c.telephone = $1 and c.supprime_le is null
     order by exists(select from souscriptions s where s.client_id = c.id) desc, c.id limit 1`,
    [identite.telephone],
  );
  return client ?? nouveauClient(tx, identite, succursale);
}

async function nouveauClient(tx: Transaction, identite: Identite, where?: string | number): Promise<Titulaire> {
  const { nom, prenom, telephone } = identite;
  const succursale_id = typeof where === 'number' ? where : await succursaleDe(tx, where);
  const { id } = await create(tx, clients, { nom, prenom, telephone, succursale_id });
  return { id, succursale_id };
}

async function succursaleDe(tx: Transaction, code?: string): Promise<number> {
  const [succursale] = await tx.query<{ id: number }>(
    `select id from succursales where code = $1 or ($1::text is null and parent_id is null) order by id limit 1`,
    [code ?? null],
  );
  if (!succursale) throw new Error(`USSD_SUCCURSALE: there is no succursale ${code ?? 'without a parent'}`);
  return succursale.id;
}
