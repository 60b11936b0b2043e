import { type Send, testApi } from '../../../../tests/api.ts';
import { makeAgent } from '../../organisation/factory.ts';
import type { CodeParametre } from '../../parametres/catalogue.ts';

export interface Answered {
  id: number;
  numero: string;
  statut: string;
  montant: number;
  message: string;
  errors: Record<string, string[]>;
  resultat?: { paiement: string; nombre: number; total: number };
}

interface Detenu {
  solde: number;
  ecritures: number;
  especes: number;
  paiements: number;
}

const produit = {
  code: 'PASS-ESSAI',
  nom: 'PASS ESSAI',
  branche: 'ACC',
  montant_min: 100,
  montant_max: 5_000_000,
  periodicites: ['mensuelle'],
  duree: 365,
  duree_unite: 'jours',
  taux_commission: 10,
};

let telephones = 55_000_000;

/** Douala’s counter: Awa is an agent there with an account, Paul receives what agents hand in. For tests. */
export async function caisse() {
  const api = await testApi();
  const { people, db } = api;
  const mireille = await api.as(people.mireille);
  const paul = await api.as(people.paul);
  const awa = await api.as(people.awa);
  const made = async (send: Send, path: string, body: object) => {
    const answer = await send<Answered>('POST', path, body);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body.id;
  };
  const produit_id = await made(mireille, '/produits', produit);
  const client_id = await made(paul, '/clients', { nom: 'KONGO', telephone: '06 123 45 67' });

  const agent = async (taux_commission = 0, utilisateur_id?: number): Promise<number> => {
    telephones += 1;
    const options = { nom: 'AGENT', telephone: `+2420${telephones}`, succursale_id: people.douala, taux_commission };
    return (await makeAgent(db.database, { ...options, ...(utilisateur_id ? { utilisateur_id } : {}) })).id;
  };
  const souscription = (agent_id?: number, montant = 1000, of = produit_id) =>
    made(paul, '/souscriptions', { client_id, produit_id: of, montant, periodicite: 'mensuelle', agent_id });
  const encaisser = (id: number, montant: number, mode_paiement = 'especes') =>
    paul<Answered>('POST', `/souscriptions/${id}/encaisser`, { montant, mode_paiement });

  /** A payment of a sale, by its key. */
  const encaisse = async (id: number, montant: number, mode?: string): Promise<number> => {
    const { status, text, body } = await encaisser(id, montant, mode);
    if (status !== 200) throw new Error(text);
    const [row] = await db.rows<{ id: number }>('select id from paiements where numero = $1', [
      body.resultat?.paiement,
    ]);
    return (row as { id: number }).id;
  };

  /** Puts a payment right, in the way it was made. */
  const corriger = async (paiement: number, montant: number): Promise<number> => {
    const [row] = await db.rows<{ id: number }>(
      `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le, agent_id, corrige_id)
       select 'COR-' || gen_random_uuid(), souscription_id, 'correction', mode_paiement, $2, 'reussi', instant_metier(), agent_id, id
       from paiements where id = $1 returning id`,
      [paiement, montant],
    );
    return (row as { id: number }).id;
  };

  /** Cash taken so many days ago. */
  const encaisseIlYA = async (jours: number, souscription_id: number, montant: number): Promise<number> => {
    const [row] = await db.rows<{ id: number }>(
      `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le, agent_id)
       select 'ANC-' || gen_random_uuid(), id, 'cotisation', 'especes', $2, 'reussi',
         instant_metier() - make_interval(days => $3), agent_id
       from souscriptions where id = $1 returning id`,
      [souscription_id, montant, jours],
    );
    return (row as { id: number }).id;
  };

  const etablir = (agent_id: number, paiements?: number[], send = paul) =>
    send<Answered>('POST', '/bordereaux', { agent_id, ...(paiements ? { paiements } : {}) });
  const receptionner = (id: number, montant_compte: number, send = paul) =>
    send<Answered>('POST', `/bordereaux/${id}/receptionner`, { montant_compte });
  const annuler = (id: number, motif = 'un billet manque') =>
    paul<Answered>('POST', `/bordereaux/${id}/annuler`, { motif });

  /** What the agent holds: by the balance, by the books, by what is kept of it, by the payments not remitted. */
  const detenu = async (agent_id: number) => {
    const [row] = await db.rows<Detenu>(
      `select solde,
         (select coalesce(sum(montant), 0)::bigint from ecritures where compte = 'agent' and agent_id = a.id) as ecritures,
         (select coalesce(sum(montant), 0)::bigint from especes_detenues where agent_id = a.id) as especes,
         (select coalesce(sum(net), 0)::bigint from paiements p
          where agent_id = a.id and mode_paiement = 'especes' and statut = 'reussi' and not exists (
            select from bordereau_lignes l join bordereaux b on b.id = l.bordereau_id and b.statut = 'receptionne'
            where l.paiement_id = p.id)) as paiements
       from agents a where id = $1`,
      [agent_id],
    );
    return row as Detenu;
  };

  const regler = (code: CodeParametre, valeur: number) =>
    db.rows('update parametres set valeur = $2 where code = $1', [code, String(valeur)]);

  return {
    api,
    db,
    people,
    mireille,
    paul,
    awa,
    produit_id,
    agent,
    souscription,
    encaisser,
    encaisse,
    corriger,
    encaisseIlYA,
    etablir,
    receptionner,
    annuler,
    detenu,
    regler,
    close: api.close,
  };
}

export type Caisse = Awaited<ReturnType<typeof caisse>>;

/** All ways to say what an agent holds agree. */
export const tous = (montant: number): Detenu => ({
  solde: montant,
  ecritures: montant,
  especes: montant,
  paiements: montant,
});

/** The rule of the database that an SQL statement breaks. */
export const regle = (db: Caisse['db'], text: string, values: unknown[] = []): Promise<string | undefined> =>
  db.rows(text, values).then(
    () => undefined,
    (error: { constraint?: string }) => error.constraint,
  );
