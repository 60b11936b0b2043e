import type { Router } from 'express';
import { type Answer, type Send, type TestApi, testApi } from '../../../tests/api.ts';
import { aujourdhui, plusMois } from '../../core/jours.ts';
import { makeContrat, pay } from '../../features/assurance/factory.ts';
import { openSandbox } from '../../features/assurance/mobile-money/caisse.fixture.ts';
import { makeClient } from '../../features/clients/factory.ts';

export const JEAN = { police: 'POL001', telephone: '+242061234567' };
export const MARIE = { police: 'POL003', telephone: '+242059876543' };

const garanties = [
  { code: 'deces', libelle: 'Décès', plafond: 1_000_000, carence_jours: 0, franchise: 0, frequence: null },
];

interface Contrat {
  client_id: number;
  police: string;
  produit?: string;
  /** Francs a month, for a year that began four months ago. */
  montant?: number;
  paye?: number;
  jours_grace?: number;
}

export interface Login {
  tokens: { access: string; refresh: string };
  client: { nom: string; telephone: string };
  polices: { police: string }[];
  expire_le: string;
  fin_le: string;
  inactif_le: string | null;
  code: { id: string; expire_le: string };
  demonstration: string;
}

/** The real API with two clients who have contrats, and operators on the simulator. @param screens the clients’ own */
export async function openBorne({ screens }: { screens?: Router } = {}) {
  const sandbox = await openSandbox();
  const api: TestApi = await testApi({ caisses: sandbox.caisses, screens });
  const { database } = api.guichet;
  const succursale_id = api.people.siege;

  /** A contrat in force. Answers the id of its souscription. */
  async function contrat({ client_id, police, produit = 'Vie', montant = 100_000, paye, jours_grace }: Contrat) {
    const date_effet = plusMois(aujourdhui(), -4);
    const terme = { date_effet, montant, periodicite: 'mensuelle', duree: 12, duree_unite: 'mois' } as const;
    const id = await makeContrat(database, { client_id, succursale_id, police, jours_grace, ...terme });
    await pay(database, id, paye ?? montant * 5);
    const termes = { produit, garanties, duree: 12, duree_unite: 'mois', beneficiaires_max: 6 };
    await api.db.rows(
      `update souscriptions set statut = 'activee', date_effet = $2, termes = termes || $3::jsonb where id = $1`,
      [id, date_effet, termes],
    );
    return id;
  }

  const jean = await makeClient(database, {
    nom: 'KONGO',
    prenom: 'Jean Baptiste',
    telephone: JEAN.telephone,
    succursale_id,
  });
  const marie = await makeClient(database, {
    nom: 'MOUKOKO',
    prenom: 'Marie Claire',
    telephone: MARIE.telephone,
    succursale_id,
  });
  const souscriptions = {
    POL001: await contrat({ client_id: jean, police: 'POL001', paye: 400_000 }),
    POL002: await contrat({ client_id: jean, police: 'POL002', produit: 'Auto', montant: 60_000, paye: 300_000 }),
    POL003: await contrat({ client_id: marie, police: 'POL003', produit: 'Habitation' }),
  };

  const login = (body: object, headers?: Record<string, string>): Promise<Answer<Login>> =>
    api.anonymous<Login>('POST', '/auth/login', body, headers);

  /** Sends requests as this client, signed in anew. */
  async function as(who: { police: string; telephone: string }, more: object = {}): Promise<Send> {
    const { status, body, text } = await login({ ...who, ...more });
    if (status !== 200) throw new Error(`${who.police}: ${text}`);
    return api.withToken(body.tokens.access);
  }

  const parametre = (code: string, valeur: string | number) =>
    api.db.rows(
      `insert into parametres (code, valeur) values ($1, $2) on conflict (code) do update set valeur = excluded.valeur`,
      [code, String(valeur)],
    );

  /** Asks for a code in a session, and reads it where the simulator keeps it. */
  async function code(send: Send, but: string): Promise<{ id: string; code: string }> {
    const { status, body, text } = await send<{ id: string; demonstration: string }>('POST', '/borne/codes', { but });
    if (status !== 201) throw new Error(text);
    return { id: body.id, code: /\b\d{6}\b/.exec(body.demonstration)?.[0] ?? '' };
  }

  return {
    api,
    db: api.db,
    sandbox,
    jean,
    marie,
    souscriptions,
    contrat,
    login,
    as,
    parametre,
    code,
    /** Attempts are free again. */
    oublier: () => api.db.rows('delete from freins'),
    async close() {
      await api.close();
      await sandbox.stop();
    },
  };
}

export type Borne = Awaited<ReturnType<typeof openBorne>>;
