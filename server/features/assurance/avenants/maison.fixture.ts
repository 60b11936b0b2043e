import { type Send, testApi } from '../../../../tests/api.ts';
import type { Jour } from '../../../core/jours.ts';
import { insert, makeUtilisateur } from '../../organisation/factory.ts';
import type { Duree, Periodicite } from '../echeancier.ts';
import { addTerme, pay } from '../factory.ts';
import type { Produit } from '../produits/produit.ts';

export interface Vendu extends Partial<Duree> {
  date_effet: Jour;
  montant: number;
  periodicite: Periodicite;
  branche?: Produit['branche'];
  beneficiaires_max?: number;
  jours_grace?: number;
  statut?: 'en_attente' | 'activee';
  /** Francs, in one payment; one period unless said. */
  paye?: number;
}

export interface Reponse {
  id: number;
  message: string;
  statut: string;
  actions: string[];
  errors: Record<string, string[]>;
  results: Record<string, unknown>[];
  resultat: { avenant_id: number; derogation_id: number; beneficiaire_id: number };
}

/** The API on a day of one's choosing, with people who can ask and decide, and contrats that began on any day. */
export async function maison(aujourdhui?: Jour) {
  if (aujourdhui) process.env.GUICHET_AUJOURDHUI = aujourdhui;
  const api = await testApi();
  const { database } = api.db;
  const { douala } = api.people;
  const client = await insert(database, 'clients', { nom: 'KONGO', succursale_id: douala });
  // The quittances of the contrats below were never taken out of the series.
  await api.db.rows(`insert into numerotations select 'quittances:' || y, 5000 from generate_series(2027, 2029) y`);
  let made = 0;

  /** One more person of Douala, who may sign in; with rights of their own where they are said. */
  async function personne(role: string, droits?: object): Promise<Send & { id: number }> {
    made += 1;
    const email = `personne${made}@guichet.test`;
    const [known] = await api.db.rows<{ mot_de_passe: string }>('select mot_de_passe from utilisateurs where id = $1', [
      api.people.paul.id,
    ]);
    if (droits)
      await insert(database, 'roles', { code: role, nom: role, portee: 'succursale', droits: JSON.stringify(droits) });
    const options = { email, nom: 'X', role, succursale_id: douala, mot_de_passe: known?.mot_de_passe };
    const id = await makeUtilisateur(database, options as Parameters<typeof makeUtilisateur>[1]);
    return Object.assign(await api.as({ email }), { id });
  }

  async function contrat({ date_effet, montant, periodicite, statut = 'activee', ...sold }: Vendu) {
    made += 1;
    const { branche = 'VIE', duree = 12, duree_unite = 'mois', jours_grace = 0, beneficiaires_max = 6, paye } = sold;
    const code = `P${made}`;
    const produit = await insert(database, 'produits', {
      ...{ code, nom: code, branche, montant_min: 100, montant_max: 1_000_000_000, duree, duree_unite },
      periodicites: JSON.stringify(['unique', 'mensuelle', 'trimestrielle', 'semestrielle', 'annuelle']),
    });
    const termes = { branche, duree, duree_unite, jours_grace, beneficiaires_max, garanties: [], produit: code };
    const id = await insert(database, 'souscriptions', {
      ...{ numero: `S${made}`, client_id: client, produit_id: produit, succursale_id: douala, canal: 'agence' },
      ...{ montant, periodicite, termes: JSON.stringify(termes), date_effet },
    });
    const police = `POL${made}`;
    if (statut === 'en_attente') return { id, police, produit };
    await addTerme(database, id, date_effet, montant, periodicite, { duree, duree_unite });
    await insert(database, 'numeros_police', { numero: police, souscription_id: id, mode_attribution: 'automatique' });
    if (paye !== 0) await pay(database, id, paye ?? montant);
    await api.db.rows(`update souscriptions set statut = 'activee' where id = $1 and paye > 0`, [id]);
    return { id, police, produit };
  }

  return {
    api,
    rows: api.db.rows,
    mireille: await api.as(api.people.mireille),
    paul: await api.as(api.people.paul),
    awa: await api.as(api.people.awa),
    brice: await personne('gestionnaire'),
    personne,
    contrat,
    async close() {
      delete process.env.GUICHET_AUJOURDHUI;
      await api.close();
    },
  };
}

export type Maison = Awaited<ReturnType<typeof maison>>;
