import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { ActionResult } from '../../../core/action.ts';
import { nonIdentifie } from '../../../core/errors.ts';
import { journalize } from '../../../core/journal/journal.ts';
import type { Transaction } from '../../../core/records/transaction.ts';

/** Without what is taken for something else when it is read aloud or copied: 0 and O, 1, I and L, U and V. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LONGUEUR = 10;
const MINUTES = 15;

/** What a terminal is known by to the rest of the product. */
export interface BorneConnue {
  id: number;
  nom: string;
  succursale_id: number;
  /** Digest of the secret with which it came. */
  empreinte: string;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A code that enrols a terminal once, within a quarter of an hour, and answers it: the only time it is seen. */
export async function emettreCodeBorne(tx: Transaction, borne_id: number): Promise<ActionResult> {
  const signes = Array.from({ length: LONGUEUR }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const expire_le = new Date(Date.now() + MINUTES * 60_000);
  await tx.query('update bornes set code_empreinte = $2, code_expire_le = $3 where id = $1', [
    borne_id,
    digest(signes),
    expire_le,
  ]);
  return { code: `${signes.slice(0, 5)}-${signes.slice(5)}`, expire_le: expire_le.toISOString() };
}

/** Forgets the secret and the code: nothing that the terminal has opens anything any more. */
export async function oublierSecrets(tx: Transaction, borne_id: number): Promise<void> {
  await tx.query('update bornes set empreinte = null, code_empreinte = null, code_expire_le = null where id = $1', [
    borne_id,
  ]);
}

export interface Enrolee {
  /** The secret of the terminal, which it shows in `X-Borne`. */
  jeton: string;
  borne: { id: number; nom: string; succursale: string };
}

/**
 * The terminal that has this code takes its place: the code is used up, and whatever terminal stood there before is not
 * known any more. Of two who come at once, one wins.
 * @throws 401, the same for a code that is wrong, too old or used
 */
export async function enroler(tx: Transaction, code: string, version: string): Promise<Enrolee> {
  const jeton = randomBytes(32).toString('base64url');
  const [found] = await tx.query<{ id: number; nom: string; succursale_id: number; succursale: string }>(
    `update bornes b set empreinte = $2, code_empreinte = null, code_expire_le = null, revoquee_le = null,
       enrolee_le = now(), dernier_contact = now(), version = $3, imprimante = 'inconnue',
       revision = b.revision + 1, modifie_le = now()
     from succursales s where s.id = b.succursale_id and b.code_empreinte = $1 and b.code_expire_le > $4
     returning b.id, b.nom, b.succursale_id, s.nom as succursale`,
    [digest(code.toUpperCase().replace(/[\s-]/g, '')), digest(jeton), version, new Date()],
  );
  if (!found) throw nonIdentifie('borne_code_refuse');
  const { succursale_id, ...borne } = found;
  await journalize(tx, {
    action: 'mettre-en-service',
    ressource: 'bornes',
    objet_id: borne.id,
    objet: borne.nom,
    succursale_id,
    apres: { version },
  });
  tx.changed('bornes');
  return { jeton, borne };
}

/** The digest by which a terminal's secret is found; undefined for what cannot be one. */
export const empreinteDe = (jeton: unknown): string | undefined =>
  typeof jeton === 'string' && /^[\w-]{43}$/.test(jeton) ? digest(jeton) : undefined;
