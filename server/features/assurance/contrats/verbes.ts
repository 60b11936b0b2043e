import { demand } from '../../../core/access.ts';
import { champInvalide } from '../../../core/errors.ts';
import { act } from '../../../core/records/act.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { create, update } from '../../../core/records/write.ts';
import { attribuer, attribuerManuellement } from '../polices/attribution.ts';
import { souscriptions } from '../souscriptions/resource.ts';
import { Souscription } from '../souscriptions/souscription.ts';

type Values = Record<string, unknown>;

/** A souscription and its police in one step; it covers from its first payment on (art. 13). */
export async function creer(tx: Transaction, { police, motif, ...sold }: Values): Promise<number> {
  const made = await create(tx, souscriptions, { ...sold, canal: 'agence' });
  const souscription = await tx.em.findOneByOrFail(Souscription, { id: made.id });
  if (!police) return attribuer(tx, souscription);
  demand(tx.caller.actor, souscriptions, 'attribuer-police');
  return attribuerManuellement(tx, souscription, String(police), typeof motif === 'string' ? motif : null).catch(
    namedPolice,
  );
}

/** What was sold changes by an avenant; the rest as the souscription allows. `motif` says why, for the journal. */
export async function modifier(tx: Transaction, id: number, changed: Values, revision?: number): Promise<void> {
  const { montant, periodicite, motif, police, ...rest } = changed;
  if (police !== undefined) throw champInvalide('police', 'police_fixe');
  const { statut } = await tx.em.findOneByOrFail(Souscription, { id });
  const terms = Object.fromEntries(Object.entries({ montant, periodicite }).filter(([, value]) => value !== undefined));
  const asked = Object.keys(terms).length > 0;
  if (asked && statut !== 'en_attente') {
    await act(tx, souscriptions, id, 'demander-avenant', { ...terms, ...(motif ? { motif } : {}) }, revision);
    if (Object.keys(rest).length > 0) await update(tx, souscriptions, id, rest);
    return;
  }
  const values = { ...rest, ...terms };
  if (Object.keys(values).length === 0) throw champInvalide('motif', 'lecture_seule');
  const why = motif ? { ...tx, caller: { ...tx.caller, motif: String(motif) } } : tx;
  await update(why, souscriptions, id, values, revision);
}

/** Nothing that was insured disappears: it ends, and why is kept. */
export async function resilier(tx: Transaction, id: number, revision?: number): Promise<void> {
  const { statut } = await tx.em.findOneByOrFail(Souscription, { id });
  const { motif } = tx.caller;
  const verb = statut === 'en_attente' ? 'annuler' : 'resilier';
  await act(tx, souscriptions, id, verb, motif ? { motif } : {}, revision);
}

/** The field is called `police` here. */
function namedPolice(error: unknown): never {
  const said = (error as { errors?: Record<string, { key: string }[]> }).errors?.numero?.[0];
  throw said ? champInvalide('police', said.key) : error;
}
