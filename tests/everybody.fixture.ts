import { makeUtilisateur } from '../server/features/organisation/factory.ts';
import type { Send, TestApi } from './api.ts';

/**
 * The cast, somebody who instructs claims, and somebody whose role reaches everywhere and may do nothing, all signed in.
 */
export async function everybody(api: TestApi): Promise<Record<string, Send>> {
  const { mireille, paul, awa, chantal, esther, douala } = api.people;
  const [known] = await api.db.rows<{ mot_de_passe: string }>('select mot_de_passe from utilisateurs where id = $1', [
    paul.id,
  ]);
  await api.db.rows(`insert into roles (code, nom, portee) values ('visiteur', 'Visiteur', 'toutes')`);
  const other = async (role: string) => {
    const person = { email: `${role}@guichet.test`, nom: role, role, succursale_id: douala };
    await makeUtilisateur(api.db.database, { ...person, ...known });
    return person;
  };
  const cast = {
    mireille,
    esther,
    paul,
    awa,
    irene: await other('instructeur'),
    chantal,
    visiteur: await other('visiteur'),
  };
  const signedIn = await Promise.all(
    Object.entries(cast).map(async ([name, person]) => [name, await api.as(person)] as const),
  );
  return Object.fromEntries(signedIn);
}
