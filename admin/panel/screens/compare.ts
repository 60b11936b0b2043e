import { type ActionContext, type ActionRequest, NotFoundError } from 'adminjs';
import { comparerLignes } from '../../../server/features/crm/devis/comparer.ts';
import type { Ligne } from '../../../server/features/crm/devis/lignes.ts';
import { devis } from '../../../server/features/crm/devis/resource.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { callerIn } from '../person.ts';
import { said } from '../problems.ts';

interface Version {
  id: number;
  version: number;
  montant: number;
  precedent_id: number | null;
  lignes: Ligne[];
}

/** What a version of a devis changes since the one before, line by line; nothing for the first. */
export const compareHandler =
  (guichet: Guichet) => async (_request: ActionRequest, _response: unknown, context: ActionContext) => {
    const { record, currentAdmin } = context;
    if (!record) throw new NotFoundError('introuvable', 'comparer');
    const caller = await callerIn(guichet, context);
    const read = (id: number) =>
      said(caller.langue, async () => JSON.parse((await guichet.records.get(caller, devis, id)).json) as Version);
    const after = await read(Number(record.id()));
    const known = record.toJSON(currentAdmin);
    if (!after.precedent_id) return { record: known };
    const before = await read(after.precedent_id);
    const total = ({ id, version, montant }: Version) => ({ id, version, montant });
    const lignes = comparerLignes(before.lignes, after.lignes);
    return { record: known, comparaison: { avant: total(before), apres: total(after), lignes } };
  };
