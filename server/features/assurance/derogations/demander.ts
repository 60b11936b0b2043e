import { z } from 'zod';
import { type Action, type ActionResult, action } from '../../../core/action.ts';
import { champInvalide } from '../../../core/errors.ts';
import { journalize } from '../../../core/journal/journal.ts';
import { aujourdhui } from '../../../core/jours.ts';
import { nextNumber } from '../../../core/numbering.ts';
import { differences, snapshot } from '../../../core/records/differences.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { resourceOf } from '../../../core/resource.ts';
import { personne } from '../avenants/decision.ts';
import { Souscription } from '../souscriptions/souscription.ts';
import { type Jours, verifier } from './conditions.ts';
import { Derogation } from './derogation.ts';

/** Asks that cover be lent for unpaid days; it is when two others have agreed. */
export const demanderDerogation: Action = action(Souscription, {
  name: 'demander-derogation',
  icon: 'Shield',
  reason: true,
  input: z.object({ date_debut: z.iso.date(), date_fin: z.iso.date() }),
  when: ({ statut }) => statut === 'activee' || `souscription_${statut}`,
  run: (souscription, jours, { tx }) => demander(tx, souscription, jours),
});

async function demander(tx: Transaction, souscription: Souscription, jours: Jours): Promise<ActionResult> {
  const demandeur_id = personne(tx);
  if (jours.date_debut < aujourdhui()) throw champInvalide('date_debut', 'derogation_passee');
  await verifier(tx, souscription, jours);
  const { id: souscription_id, succursale_id } = souscription;
  const derogation = tx.em.create(Derogation, {
    numero: await nextNumber(tx, 'derogations.numero', 'DER-{YYYY}-{SEQ:5}'),
    souscription_id,
    succursale_id,
    ...jours,
    motif: tx.caller.motif,
    demandeur_id,
    statut: 'demandee',
  });
  await tx.em.save(derogation);
  tx.changed('derogations');
  const { apres } = differences({}, snapshot(resourceOf(Derogation), derogation));
  const { id: objet_id, numero: objet } = derogation;
  await journalize(tx, { action: 'creer', ressource: 'derogations', objet_id, objet, succursale_id, apres });
  return { derogation_id: objet_id, derogation: objet };
}
