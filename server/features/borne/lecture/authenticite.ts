import { createHmac } from 'node:crypto';
import type { Jour } from '../../../core/jours.ts';
import type { Lecteur } from '../lecteur.ts';

/** Letters that nobody takes for one another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 12;
const SHAPE = new RegExp(`^[${ALPHABET}]{${LETTERS}}$`);

/** What an attestation says that can be checked. */
export interface Attestee {
  souscription_id: number;
  etablie_le: Jour;
  couvert_jusqu_au: Jour;
}

/**
 * The code printed on an attestation, `7KQ4-M2XH-9D3T`: 60 bits of a signature over what it says. The same attestation
 * has the same code; it is kept, so that it can be found again.
 */
export async function signer(db: Lecteur, secret: string, attestee: Attestee): Promise<string> {
  const { souscription_id, etablie_le, couvert_jusqu_au } = attestee;
  const code = codeDe(secret, attestee);
  await db.query(
    `insert into attestations (code, souscription_id, etablie_le, couvert_jusqu_au) values ($1, $2, $3, $4)
     on conflict (code) do nothing`,
    [code, souscription_id, etablie_le, couvert_jusqu_au],
  );
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

function codeDe(secret: string, { souscription_id, etablie_le, couvert_jusqu_au }: Attestee): string {
  const said = `attestation ${souscription_id} ${etablie_le} ${couvert_jusqu_au}`;
  const digest = createHmac('sha256', secret).update(said).digest();
  return Array.from(digest.subarray(0, LETTERS), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** What a stranger learns of an attestation from its code, and nothing else. */
export interface Authenticite {
  authentique: boolean;
  /** Masked but for its last three letters. */
  police: string | null;
  /** As attested; null as well where cover has ended since, before its time. */
  couvert_jusqu_au: Jour | null;
  etablie_le: Jour | null;
}

const RIEN: Authenticite = { authentique: false, police: null, couvert_jusqu_au: null, etablie_le: null };

/** @param typed with or without hyphens, in capitals or not; O stands for 0, I and L for 1 */
export async function authenticiteDe(db: Lecteur, secret: string, typed: string): Promise<Authenticite> {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (!SHAPE.test(code)) return RIEN;
  const [found] = await db.query<Attestee & { police: string; interrompue: boolean }>(
    `select a.souscription_id, a.etablie_le::text, a.couvert_jusqu_au::text, n.numero as police,
       a.couvert_jusqu_au >= date_metier() and not couverture_le(a.souscription_id, date_metier()) as interrompue
     from attestations a join numeros_police n on n.souscription_id = a.souscription_id where a.code = $1`,
    [code],
  );
  if (!found || codeDe(secret, found) !== code) return RIEN;
  const { police, couvert_jusqu_au, etablie_le, interrompue } = found;
  const dates = { couvert_jusqu_au: interrompue ? null : couvert_jusqu_au, etablie_le };
  return { authentique: true, police: masquerPolice(police), ...dates };
}

/** `CG-2026-AUT-0000123` → `••-••••-•••-••••123`. */
const masquerPolice = (police: string): string => police.replace(/[\p{L}\p{N}](?=(?:.*[\p{L}\p{N}]){3})/gu, '•');
