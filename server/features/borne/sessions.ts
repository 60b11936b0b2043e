import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../../core/database.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import { borneRevoquee } from './bornes/contact.ts';
import type { BorneConnue } from './bornes/enrolement.ts';
import { prolonger, reposSecondes } from './presence.ts';

export type CanalClient = 'borne' | 'espace';

/** A session ends so long after it was last renewed: 30 minutes. */
const GLISSANTE_MS = 30 * 60_000;

/** And at the latest so long after it began: a terminal stands in public, a telephone is somebody's own. */
const ABSOLUE_MS: Record<CanalClient, number> = { borne: 60 * 60_000, espace: 120 * 60_000 };

/** A client who has signed in. */
export interface SessionBorne {
  id: string;
  client_id: number;
  succursale_id: number;
  nom: string;
  prenom: string | null;
  /** On file, E.164. */
  telephone: string;
  /** The police that they signed in with. */
  police: string;
  canal: CanalClient;
  terminal: string | null;
  expire_le: Date;
  fin_le: Date;
  /** When it ends by itself unless something is asked; null where nobody else could go on with it. */
  inactif_le: Date | null;
  repos_secondes: number | null;
}

export interface NouvelleSession {
  client_id: number;
  souscription_id: number;
  telephone: string;
  canal: CanalClient;
  terminal?: string;
  /** The enrolled terminal that it is bound to. */
  borne?: Pick<BorneConnue, 'id' | 'empreinte'>;
}

export interface Renouvelable {
  session: SessionBorne;
  /** What renews it, once. */
  refresh: string;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const secretNeuf = () => randomBytes(32).toString('base64url');

/** Sessions begin and end by the clock of this process, so that its time can be moved. */
const maintenant = () => new Date();

export async function ouvrirSession(database: Database, nouvelle: NouvelleSession): Promise<Renouvelable> {
  const { client_id, souscription_id, telephone, canal, terminal = null, borne } = nouvelle;
  const repos = canal === 'borne' ? await reposSecondes(database) : null;
  const [id, secret, now] = [randomUUID(), secretNeuf(), maintenant()];
  const dans = (ms: number) => new Date(now.valueOf() + ms);
  const row = {
    id,
    client_id,
    souscription_id,
    telephone,
    canal,
    terminal,
    empreinte: digest(secret),
    expire_le: dans(GLISSANTE_MS),
    fin_le: dans(ABSOLUE_MS[canal]),
    cree_le: now,
    borne_id: borne?.id ?? null,
    borne_empreinte: borne?.empreinte ?? null,
    repos_secondes: repos,
    inactif_le: repos && dans(repos * 1000),
  };
  await database.read({
    text: `insert into sessions_borne (${Object.keys(row).join(', ')})
      values (${Object.keys(row).map((_, at) => `$${at + 1}`)})`,
    values: Object.values(row),
    stable: true,
  });
  const session = await sessionEnCours(database, id);
  if (!session) {
    // The terminal was revoked in between.
    if (borne) throw borneRevoquee();
    throw new Error('the session ended as it began');
  }
  return { session, refresh: `borne.${id}.${secret}` };
}

/**
 * The session, if it still is one: asked at each request. It ends with the telephone on file, with the contrat that
 * opened it and with the client, with the secret of the terminal that it is bound to, and when a terminal was left.
 * A suspended contrat opens none: what is on it was stopped by the institution.
 */
export async function sessionEnCours(database: Database, id: string): Promise<SessionBorne | undefined> {
  const [found] = await database.read<SessionBorne>({
    text: `select s.id, s.client_id, c.succursale_id, c.nom, c.prenom, s.telephone, k.police, s.canal, s.terminal,
        s.expire_le, s.fin_le, s.inactif_le, s.repos_secondes
      from sessions_borne s
      join clients c on c.id = s.client_id and c.supprime_le is null and c.telephone = s.telephone
      join contrats k on k.souscription_id = s.souscription_id and k.client_id = s.client_id and k.statut = 'activee'
      where s.id = $1 and s.terminee_le is null and s.expire_le > $2
        and (s.inactif_le is null or s.inactif_le > $2)
        and (s.borne_id is null or exists (
          select from bornes b where b.id = s.borne_id and b.empreinte = s.borne_empreinte))`,
    values: [id, maintenant()],
    stable: true,
  });
  return found;
}

const REFRESH = /^borne\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** Whether a refresh token is a client's. */
export const estRenouvellement = (refresh: unknown): refresh is string =>
  typeof refresh === 'string' && refresh.startsWith('borne.');

/** Goes on for as long again, up to the absolute limit. One that was used before ends the session. */
export async function renouvelerSession(database: Database, refresh: string): Promise<Renouvelable | undefined> {
  const [, id, secret] = REFRESH.exec(refresh) ?? [];
  const session = id && (await sessionEnCours(database, id));
  if (!id || !secret || !session) return undefined;
  const [next, now] = [secretNeuf(), maintenant()];
  const [row] = await database.read<{ expire_le: Date }>({
    text: `update sessions_borne set empreinte = $3, expire_le = least($4, fin_le)
      where id = $1 and empreinte = $2 and terminee_le is null and expire_le > $5 returning expire_le`,
    values: [id, digest(secret), digest(next), new Date(now.valueOf() + GLISSANTE_MS), now],
    stable: true,
  });
  if (row) {
    const inactif_le = await prolonger(database, session);
    return { session: { ...session, expire_le: row.expire_le, inactif_le }, refresh: `borne.${id}.${next}` };
  }
  await fermerSession(database, id);
  return undefined;
}

/** The session whose refresh token this is; undefined for one that was used, or of a session that has ended. */
export async function sessionDuRenouvellement(database: Database, refresh: string): Promise<SessionBorne | undefined> {
  const [, id, secret] = REFRESH.exec(refresh) ?? [];
  if (!id || !secret) return undefined;
  const [found] = await database.read({
    text: 'select from sessions_borne where id = $1 and empreinte = $2',
    values: [id, digest(secret)],
    stable: true,
  });
  return found && sessionEnCours(database, id);
}

export async function fermerSession(database: Database, id: string): Promise<void> {
  await database.read({
    text: 'update sessions_borne set terminee_le = now() where id = $1 and terminee_le is null',
    values: [id],
    stable: true,
  });
}

/** The client has another telephone now: this session goes on with it, every other one ends. */
export async function suivreTelephone(tx: Transaction, session: SessionBorne, telephone: string): Promise<void> {
  await tx.query(
    `update sessions_borne set terminee_le = now() where client_id = $1 and id <> $2 and terminee_le is null`,
    [session.client_id, session.id],
  );
  await tx.query('update sessions_borne set telephone = $2 where id = $1', [session.id, telephone]);
}
