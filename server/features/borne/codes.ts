import { createHmac, hkdfSync, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Config } from '../../config.ts';
import type { Database } from '../../core/database.ts';
import { indisponible, interditPour } from '../../core/errors.ts';
import { JobError } from '../../core/jobs/job.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import type { Langue } from '../../core/messages/messages.ts';
import { maskPhone } from '../../core/phone.ts';
import { type Transaction, transact } from '../../core/records/transaction.ts';
import { texteSms } from '../../integrations/sms/modeles.ts';
import type { SmsPort } from '../../integrations/sms/sms.ts';
import { valeurDe } from '../parametres/catalogue.ts';
import { type But, buts } from './codes-messages.ts';
import { lecteur } from './lecteur.ts';

/** How many codes are sent to one telephone in an hour. How long one works, and its tries, are parameters. */
export const REGLES = { par_heure: 5 };

const DIGITS = 6;

/** What codes stand on: a Guichet has it. */
export interface Emetteur {
  database: Database;
  sms: SmsPort;
  config: Pick<Config, 'GUICHET_SECRET'>;
}

interface Objet {
  client_id: number;
  but: But;
  /** The terminal and a digest of the request: the code works for these alone. */
  contexte?: Record<string, string>;
}

export interface DemandeCode extends Objet {
  /** On file for the client, E.164. */
  telephone: string;
  langue?: Langue;
  /** UUID, where the asker was told of it before it leaves. */
  id?: string;
}

export interface EssaiCode extends Objet {
  id: string;
  code: string;
}

export interface CodeEmis {
  id: string;
  expire_le: Date;
  /** Where it went, masked. */
  telephone: string;
}

/**
 * Sends a new code, which takes the place of an earlier one for the same thing. Call it outside a transaction: the SMS
 * leaves after the code is kept, from here, because a queue would hold it in clear.
 * @throws 429 `trop_de_codes` with `attente` in seconds, 503 `sms_indisponible` when it did not leave: that code is void
 */
export async function emettreCode({ database, sms, config }: Emetteur, demande: DemandeCode): Promise<CodeEmis> {
  const { telephone, but, langue = 'fr', id = randomUUID() } = demande;
  const code = tirer();
  const empreinte = digest(config.GUICHET_SECRET, id, code);
  const { expire_le, minutes } = await transact(database, systemCaller, async (tx) => {
    await demandRoom(tx, telephone, REGLES.par_heure);
    const minutes = await valeurDe(tx, 'borne.code_minutes');
    return { minutes, expire_le: await keep(tx, { ...demande, id, empreinte, minutes }) };
  });
  const texte = texteDuCode(but, langue, code, minutes);
  try {
    await sms.envoyer({ telephone, texte });
  } catch (error) {
    await annul(database, id, error);
    if (!(error instanceof JobError)) throw error;
    console.error(`code pour ${maskPhone(telephone)} : ${error.message}`);
    throw indisponible(503, 'sms_indisponible');
  }
  return { id, expire_le, telephone: maskPhone(telephone) };
}

/**
 * Counts a try, whatever becomes of the request, and compares. Call it before the transaction that acts; what it gives
 * back uses the code up within it: a transaction that fails leaves the code as it was.
 * @throws 403 `code_refuse` on the field `code`, the same for wrong, expired, used, unknown and tried too often
 */
export async function verifierCode(
  { database, config }: Pick<Emetteur, 'database' | 'config'>,
  { id, code, client_id, but, contexte = {} }: EssaiCode,
): Promise<(tx: Transaction) => Promise<void>> {
  const row = await count(database, id);
  const given = Buffer.from(digest(config.GUICHET_SECRET, id, code.replace(/\s/g, '')), 'hex');
  const equal = timingSafeEqual(given, Buffer.from(row?.empreinte ?? NOBODY, 'hex'));
  const same = isDeepStrictEqual([row?.client_id, row?.but, row?.contexte], [client_id, but, contexte]);
  if (!equal || !same) throw refusal();
  return async (tx) => {
    const used = await tx.query(
      'update codes set utilise_le = now() where id = $1 and utilise_le is null and expire_le > now() returning id',
      [id],
    );
    if (used.length === 0) throw refusal();
  };
}

const tirer = () => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');

const texteDuCode = (but: But, langue: Langue, code: string, minutes: number): string =>
  texteSms('code', langue, { objet: buts[but][langue], code, minutes: String(minutes) });

/** A text like those that are sent, with a code that never works: for those who must not learn that none was sent. */
export const leurre = (but: But, langue: Langue, minutes: number): string => texteDuCode(but, langue, tirer(), minutes);

const refusal = () => interditPour('code', 'code_refuse');

/** A digest that no code has. */
const NOBODY = '0'.repeat(64);

const digest = (secret: string, id: string, code: string): string => {
  const key = new Uint8Array(hkdfSync('sha256', secret, id, 'code à usage unique', 32));
  return createHmac('sha256', key).update(code).digest('hex');
};

interface Row extends Objet {
  empreinte: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A statement of its own: no failure of the request takes the try back. Used and expired codes are counted alike. */
async function count(database: Database, id: string): Promise<Row | undefined> {
  if (!UUID.test(id)) return undefined;
  const essais = await valeurDe(lecteur(database), 'borne.code_essais');
  const text = `update codes set essais = essais + 1 where id = $1 and essais < $2
    returning empreinte, client_id, but, contexte`;
  const [row] = await database.read<Row>({ text, values: [id, essais], stable: true });
  return row;
}

/** One after the other for a telephone, so that none slips past the count. */
async function demandRoom(tx: Transaction, telephone: string, par_heure: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [telephone]);
  const [sent] = await tx.query<{ nombre: number; attente: number }>(
    `select count(*)::int as nombre,
       greatest(1, ceil(extract(epoch from min(cree_le) + interval '1 hour' - clock_timestamp())))::int as attente
     from (select cree_le from codes where telephone = $1 and cree_le > clock_timestamp() - interval '1 hour'
           order by cree_le desc limit $2) recents`,
    [telephone, par_heure],
  );
  if (sent && sent.nombre >= par_heure) throw indisponible(429, 'trop_de_codes', { attente: sent.attente });
}

async function keep(
  tx: Transaction,
  code: DemandeCode & { id: string; empreinte: string; minutes: number },
): Promise<Date> {
  const { id, empreinte, client_id, telephone, but, contexte = {}, minutes } = code;
  await tx.query(
    `update codes set expire_le = now() where client_id = $1 and but = $2 and utilise_le is null and expire_le > now()`,
    [client_id, but],
  );
  const [row] = await tx.query<{ expire_le: Date }>(
    `insert into codes (id, client_id, telephone, but, empreinte, contexte, expire_le)
     values ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => $7)) returning expire_le`,
    [id, client_id, telephone, but, empreinte, JSON.stringify(contexte), minutes],
  );
  return (row as { expire_le: Date }).expire_le;
}

/** What surely did not leave does not count among the codes of the hour either. */
async function annul(database: Database, id: string, error: unknown): Promise<void> {
  const unsent = error instanceof JobError && error.again;
  const text = unsent ? 'delete from codes where id = $1' : 'update codes set expire_le = now() where id = $1';
  await database.read({ text, values: [id], stable: true });
}
