import { champInvalide, refuse } from '../../../core/errors.ts';
import { journalize } from '../../../core/journal/journal.ts';
import { nextNumber, type Words } from '../../../core/numbering.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import type { Termes } from '../souscriptions/souscription.ts';

interface Sold {
  id: number;
  termes: Pick<Termes, 'branche' | 'modele_police'>;
}

interface Made {
  id: number;
  numero: string;
  succursale_id: number;
}

/**
 * The next number of the product's pattern; a souscription that has a police keeps it. Numbers that were given by
 * hand are skipped. Answers the key of the police.
 */
export async function attribuer(tx: Transaction, { id, termes }: Sold, words: Words = {}): Promise<number> {
  const [known] = await tx.query<{ id: number }>('select id from numeros_police where souscription_id = $1', [id]);
  if (known) return known.id;
  for (;;) {
    const numero = await nextNumber(tx, 'numeros_police', termes.modele_police, { BRANCHE: termes.branche, ...words });
    const made = await give(tx, id, numero, 'automatique', null, null);
    if (made) return made;
  }
}

/**
 * A number that a person has chosen: who, when and why are kept (NSI-8).
 * @throws 400 naming `numero` when another police has it; 409 when the souscription has a police
 */
export async function attribuerManuellement(
  tx: Transaction,
  { id }: Sold,
  numero: string,
  motif: string | null,
): Promise<number> {
  const known = await tx.query('select from numeros_police where souscription_id = $1', [id]);
  if (known.length > 0) throw refuse('police_deja_la');
  const made = await give(tx, id, numero, 'manuelle', tx.caller.actor.id, motif);
  if (!made) throw champInvalide('numero', 'police_deja_attribuee');
  return made;
}

/** The key of the new row; undefined when another police has that number. */
async function give(
  tx: Transaction,
  souscription_id: number,
  numero: string,
  mode_attribution: 'automatique' | 'manuelle',
  agent_attribueur_id: number | null,
  motif: string | null,
): Promise<number | undefined> {
  const [made] = await tx.query<Made>(
    `insert into numeros_police (numero, souscription_id, mode_attribution, agent_attribueur_id, motif)
     values ($1, $2, $3, $4, $5) on conflict (numero) do nothing
     returning id, numero, (select succursale_id from souscriptions where id = $2) as succursale_id`,
    [numero, souscription_id, mode_attribution, agent_attribueur_id, motif],
  );
  if (!made) return undefined;
  for (const table of ['numeros_police', 'contrats']) tx.changed(table);
  await journalize(tx, {
    action: 'attribuer-police',
    ressource: 'numeros_police',
    objet_id: made.id,
    objet: numero,
    succursale_id: made.succursale_id,
    apres: { numero, souscription_id, mode_attribution, agent_attribueur_id, motif },
  });
  return made.id;
}
