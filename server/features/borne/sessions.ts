import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../../core/database.ts';
import type { Transaction } from '../../core/records/transaction.ts';

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
}

export interface NouvelleSession {
  client_id: number;
  souscription_id: number;
  telephone: string;
  canal: CanalClient;
  terminal?: string;
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
  const { client_id, souscription_id, telephone, canal, terminal = null } = nouvelle;
  const [id, secret, now] = [randomUUID(), secretNeuf(), maintenant()];
  const fin = new Date(now.valueOf() + ABSOLUE_MS[canal]);
  await database.read({
    text: `insert into sessions_borne (id, client_id, souscription_id, telephone, canal, terminal, empreinte, expire_le, fin_le, cree_le)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      id,
      client_id,
      souscription_id,
      telephone,
      canal,
      terminal,
      digest(secret),
      new Date(now.valueOf() + GLISSANTE_MS),
      fin,
      now,
    ],
    stable: true,
  });
  const session = await sessionEnCours(database, id);
  if (!session) throw new Error('the session ended as it began');
  return { session, refresh: `borne.${id}.${secret}` };
}

/**
 * The session, if it still is one: asked at each request. It ends with the telephone on file, with the contrat that
 * opened it and with the client. A suspended contrat opens none: what is on it was stopped by the institution.
 */
export async function sessionEnCours(database: Database, id: string): Promise<SessionBorne | undefined> {
  const [found] = await database.read<SessionBorne>({
    text: `select s.id, s.client_id, c.succursale_id, c.nom, c.prenom, s.telephone, k.police, s.canal, s.terminal,
        s.expire_le, s.fin_le
      from sessions_borne s
      join clients c on c.id = s.client_id and c.supprime_le is null and c.telephone = s.telephone
      join contrats k on k.souscription_id = s.souscription_id and k.client_id = s.client_id and k.statut = 'activee'
      where s.id = $1 and s.terminee_le is null and s.expire_le > $2`,
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
  if (row) return { session: { ...session, expire_le: row.expire_le }, refresh: `borne.${id}.${next}` };
  await fermerSession(database, id);
  return undefined;
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
