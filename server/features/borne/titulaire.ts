import type { Lecteur } from './lecteur.ts';
import type { SessionBorne } from './sessions.ts';

/** Whose documents are made: the client of a session, or one read anew. */
export type Titulaire = Pick<SessionBorne, 'client_id' | 'succursale_id' | 'nom' | 'prenom' | 'telephone'>;

export const nomDuTitulaire = ({ nom, prenom }: Pick<Titulaire, 'nom' | 'prenom'>): string =>
  [nom, prenom].filter(Boolean).join(' ');

/** A client as on file now, with the e-mail address; undefined once they are gone, or without a telephone. */
export async function titulaireDe(
  db: Lecteur,
  client_id: number,
): Promise<(Titulaire & { email: string | null }) | undefined> {
  const [found] = await db.query<Titulaire & { email: string | null }>(
    `select id as client_id, succursale_id, nom, prenom, telephone, email from clients
     where id = $1 and supprime_le is null and telephone is not null`,
    [client_id],
  );
  return found;
}
