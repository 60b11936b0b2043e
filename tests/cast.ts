import type { Caller } from '../server/core/access.ts';
import { makeSuccursale, makeUtilisateur } from '../server/features/organisation/factory.ts';
import { hashPassword } from '../server/features/organisation/utilisateurs/mot-de-passe.ts';
import type { TestDatabase } from './database.ts';

export const PASSWORD = 'Guichet-demo-2026';

/** The people that every test knows, at the places where everybody knows them. */
export async function cast(test: TestDatabase) {
  const { database } = test;
  const mot_de_passe = await hashPassword(PASSWORD);
  const siege = await makeSuccursale(database, {
    code: 'DG',
    nom: 'Direction générale',
    ville: 'Brazzaville',
    pays: 'CG',
  });
  const douala = await makeSuccursale(database, {
    code: 'DLA',
    nom: 'INTIA-Douala',
    ville: 'Douala',
    pays: 'CM',
    parent_id: siege,
  });
  const yaounde = await makeSuccursale(database, {
    code: 'YDE',
    nom: 'INTIA-Yaoundé',
    ville: 'Yaoundé',
    pays: 'CM',
    parent_id: siege,
  });

  const person = async (email: string, prenom: string, nom: string, role: string, succursale_id: number) => {
    const id = await makeUtilisateur(database, { email, prenom, nom, role, succursale_id, mot_de_passe });
    /** What the engine is told when this person acts. */
    const caller = async (): Promise<Caller> => {
      const known = await test.actors.find(id);
      if (!known) throw new Error(`${email} is not active`);
      return { actor: known.actor, surface: 'api', langue: 'fr', adresse_ip: '127.0.0.1' };
    };
    return { id, email, caller };
  };

  return {
    siege,
    douala,
    yaounde,
    mireille: await person('siege@guichet.test', 'Mireille', 'BANZOUZI', 'administrateur', siege),
    paul: await person('douala@guichet.test', 'Paul', 'EKAMBI', 'gestionnaire', douala),
    awa: await person('agent.douala@guichet.test', 'Awa', 'NDIAYE', 'agent', douala),
    chantal: await person('yaounde@guichet.test', 'Chantal', 'ATANGANA', 'gestionnaire', yaounde),
    esther: await person('audit@guichet.test', 'Esther', 'MABIALA', 'auditeur', siege),
  };
}

export type Cast = Awaited<ReturnType<typeof cast>>;
