import { champInvalide } from '../../../core/errors.ts';
import { nextNumber } from '../../../core/numbering.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import type { Termes } from '../souscriptions/souscription.ts';

interface Sold {
  id: number;
  termes: Pick<Termes, 'branche' | 'modele_police'>;
}

/** The next number of the product's pattern, unless a police was attributed already. Numbers given by hand are skipped. */
export async function attribuer(tx: Transaction, { id, termes }: Sold): Promise<void> {
  const known = await tx.query('select from numeros_police where souscription_id = $1', [id]);
  while (known.length === 0) {
    const numero = await nextNumber(tx, 'numeros_police', termes.modele_police, { BRANCHE: termes.branche });
    const made = await tx.query(
      `insert into numeros_police (numero, souscription_id, mode_attribution) values ($1, $2, 'automatique')
       on conflict (numero) do nothing returning id`,
      [numero, id],
    );
    if (made.length > 0) break;
  }
  tx.changed('numeros_police');
}

/**
 * A number that a person has chosen: who, when and why are kept (NSI-8).
 * @throws 400 naming `numero` when another police has it
 */
export async function attribuerManuellement(
  tx: Transaction,
  { id }: Sold,
  numero: string,
  motif: string,
): Promise<void> {
  const made = await tx.query(
    `insert into numeros_police (numero, souscription_id, mode_attribution, agent_attribueur_id, motif)
     values ($1, $2, 'manuelle', $3, $4) on conflict (numero) do nothing returning id`,
    [numero, id, tx.caller.actor.id, motif],
  );
  if (made.length === 0) throw champInvalide('numero', 'police_deja_attribuee');
  tx.changed('numeros_police');
}
