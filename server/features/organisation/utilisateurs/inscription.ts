import { z } from 'zod';
import { journalize } from '../../../core/journal/journal.ts';
import { kindOf } from '../../../core/kinds.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { parse } from '../../../core/validation.ts';
import { mailPasswordLink } from './mot-de-passe.ts';

/** What one says of oneself to get an account. */
export const inscriptionShape = z.strictObject({
  email: kindOf('email').schema({}),
  nom: kindOf('text').schema({ max: 80 }),
  prenom: kindOf('text').schema({ max: 80 }).nullish(),
  telephone: kindOf('phone').schema({}).nullish(),
});

/** The role of somebody who signed up alone: it reaches their own rows only. */
const ROLE = 'operateur';

/**
 * Opens an account without a password and sends the link with which its owner chooses one: so the address is
 * proved. Says nothing of whether there was an account already; its owner just gets another link.
 * @throws 400
 */
export async function inscrire(tx: Transaction, body: unknown): Promise<void> {
  const { email, nom, prenom, telephone } = parse(inscriptionShape, body) as Record<string, string | null | undefined>;
  const [made] = await tx.query<{ id: number; actif: boolean }>(
    `insert into utilisateurs (email, nom, prenom, telephone, role_id, succursale_id)
     select $1, $2, $3, $4, r.id, s.id from roles r, succursales s where r.code = $5 and s.parent_id is null
     on conflict (email) do update set email = excluded.email returning id, actif`,
    [email, nom, prenom ?? null, telephone ?? null, ROLE],
  );
  if (!made?.actif) return;
  await mailPasswordLink(tx, made.id);
  await journalize(tx, { action: 'inscription', ressource: 'utilisateurs', objet_id: made.id, objet: email });
  tx.changed('utilisateurs');
}
