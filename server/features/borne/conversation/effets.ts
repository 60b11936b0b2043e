import type { Caller } from '../../../core/access.ts';
import { systemCaller } from '../../../core/jobs/system.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { create } from '../../../core/records/write.ts';
import type { ConfigurationPasserelles } from '../../../integrations/passerelles/configuration.ts';
import type { DemandePaiement, PaiementDemande } from '../../assurance/mobile-money/demander.ts';
import { souscriptions } from '../../assurance/souscriptions/resource.ts';
import { clients } from '../../clients/resource.ts';
import type { Effet, Faits } from './faits.ts';

/** The till, as a conversation asks it; a test writes down what it is asked for. */
export type DemanderPaiement = (tx: Transaction, demande: DemandePaiement) => Promise<PaiementDemande>;

/** Seconds that a session has to end in: until then a telephone shows no request for payment. */
const APRES = 5;

const lire = { lire: true };

/** Who acts in a conversation: the product, in the name of whoever holds the telephone, with these rights alone. */
export const appelantDe = (canal: Faits['canal']): Caller => ({
  ...systemCaller,
  surface: 'borne',
  actor: {
    ...systemCaller.actor,
    nom: canal === 'ussd' ? 'USSD' : 'Chatbot',
    droits: {
      role: {
        clients: { lire: true, creer: true },
        souscriptions: { lire: true, creer: true },
        produits: lire,
        succursales: lire,
      },
      utilisateur: {},
    },
  },
});

/** What carrying out an effect needs beside the transaction. */
export interface Moyens {
  configuration: ConfigurationPasserelles;
  demanderPaiement: DemanderPaiement;
}

/** Carries out what the person settled on. @throws {Problem} that says why it cannot be */
export async function accomplir(tx: Transaction, effet: Effet, faits: Faits, moyens: Moyens): Promise<void> {
  const { telephone } = faits;
  const initiale = effet.type === 'souscrire';
  await moyens.demanderPaiement(tx, {
    souscription_id: initiale ? await souscrire(tx, effet, faits, moyens) : effet.souscription_id,
    montant: effet.montant,
    operateur: `${effet.operateur}_money`,
    telephone,
    type: initiale ? 'souscription_initiale' : effet.paiement,
    apres: APRES,
  });
}

interface Titulaire {
  id: number;
  succursale_id: number;
}

/** The same work in the name of the client's succursale, whose the new row will be. */
const chez = (tx: Transaction, { succursale_id }: Titulaire): Transaction => ({
  ...tx,
  caller: { ...tx.caller, actor: { ...tx.caller.actor, succursale_id } },
});

type Souscrire = Extract<Effet, { type: 'souscrire' }>;

async function souscrire(tx: Transaction, effet: Souscrire, faits: Faits, { configuration }: Moyens): Promise<number> {
  const { produit_id, montant, periodicite, consentement } = effet;
  const { canal, telephone } = faits;
  const client = (await clientDe(tx, telephone)) ?? (await nouveauClient(tx, effet, telephone, configuration));
  const client_id = client.id;
  const [attend] = await tx.query<{ id: number }>(
    `select id from souscriptions where client_id = $1 and produit_id = $2 and montant = $3 and periodicite = $4
       and canal = $5 and statut = 'en_attente' order by id desc limit 1`,
    [client_id, produit_id, montant, periodicite, canal],
  );
  // Whoever asks for the same thing again before paying it wants to pay it, not to have it twice.
  const body = { client_id, produit_id, montant, periodicite, canal };
  const { id } = attend ?? (await create(chez(tx, client), souscriptions, body));
  await tx.query(
    'insert into consentements (souscription_id, canal, telephone, texte, donne_le) values ($1, $2, $3, $4, $5)',
    [id, canal, telephone, consentement.texte, consentement.le],
  );
  return id;
}

/** The one who holds this telephone; with contrats first, where several do. */
async function clientDe(tx: Transaction, telephone: string): Promise<Titulaire | undefined> {
  const [client] = await tx.query<Titulaire>(
    `select c.id, c.succursale_id from clients c where c.telephone = $1 and c.supprime_le is null
     order by exists(select from souscriptions s where s.client_id = c.id) desc, c.id limit 1`,
    [telephone],
  );
  return client;
}

async function nouveauClient(
  tx: Transaction,
  { nom, prenom }: Souscrire,
  telephone: string,
  { USSD_SUCCURSALE }: ConfigurationPasserelles,
): Promise<Titulaire> {
  const [succursale] = await tx.query<{ id: number }>(
    `select id from succursales where code = $1 or ($1::text is null and parent_id is null) order by id limit 1`,
    [USSD_SUCCURSALE ?? null],
  );
  if (!succursale) throw new Error(`USSD_SUCCURSALE: there is no succursale ${USSD_SUCCURSALE ?? 'without a parent'}`);
  const { id } = await create(tx, clients, { nom, prenom, telephone, succursale_id: succursale.id });
  return { id, succursale_id: succursale.id };
}
