import { z } from 'zod';
import { type Action, type ActionResult, action, input } from '../../../core/action.ts';
import { champInvalide, refuse } from '../../../core/errors.ts';
import { journalize } from '../../../core/journal/journal.ts';
import { nextNumber } from '../../../core/numbering.ts';
import { differences, snapshot } from '../../../core/records/differences.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { resourceOf } from '../../../core/resource.ts';
import { periodicites } from '../echeancier.ts';
import { Souscription } from '../souscriptions/souscription.ts';
import type { Changement } from './apercu.ts';
import { Avenant } from './avenant.ts';
import { personne } from './decision.ts';
import { prevoir } from './prevoir.ts';

/** Asks for a change of what was sold; nothing changes until somebody else approves it. */
export const demanderAvenant: Action = action(Souscription, {
  name: 'demander-avenant',
  icon: 'Edit3',
  reason: true,
  input: z.object({
    montant: input.francs({ max: 100_000_000 }).optional(),
    periodicite: z.enum(periodicites).optional(),
  }),
  prefill: ({ montant, periodicite }) => ({ montant, periodicite }),
  when: ({ statut }) => statut === 'activee' || `souscription_${statut}`,
  run: (souscription, { montant, periodicite }, { tx }) =>
    demander(tx, souscription, {
      montant: montant ?? souscription.montant,
      periodicite: periodicite ?? souscription.periodicite,
    }),
});

async function demander(tx: Transaction, souscription: Souscription, change: Changement): Promise<ActionResult> {
  const { id: souscription_id, succursale_id } = souscription;
  const demandeur_id = personne(tx);
  const pending = await tx.em.findOneBy(Avenant, { souscription_id, statut: 'demande' });
  if (pending) throw refuse('avenant_en_cours', { numero: pending.numero });
  const nature = natureOf(souscription, change);
  const { apercu } = await prevoir(tx, souscription, change);
  const avenant = tx.em.create(Avenant, {
    numero: await nextNumber(tx, 'avenants.numero', 'AVE-{YYYY}-{SEQ:5}'),
    souscription_id,
    succursale_id,
    nature,
    ancien_montant: souscription.montant,
    nouveau_montant: change.montant,
    ancienne_periodicite: souscription.periodicite,
    nouvelle_periodicite: change.periodicite,
    date_effet: apercu.date_effet,
    motif: tx.caller.motif,
    apercu,
    demandeur_id,
    statut: 'demande',
  });
  await tx.em.save(avenant);
  tx.changed('avenants');
  const { apres } = differences({}, snapshot(resourceOf(Avenant), avenant));
  const { id: objet_id, numero: objet } = avenant;
  await journalize(tx, { action: 'creer', ressource: 'avenants', objet_id, objet, succursale_id, apres });
  return { avenant_id: avenant.id, avenant: avenant.numero, apercu };
}

function natureOf({ montant, periodicite }: Souscription, change: Changement): Avenant['nature'] {
  if (change.montant === montant && change.periodicite === periodicite)
    throw champInvalide('montant', 'avenant_sans_changement');
  if (change.periodicite === periodicite) return 'montant';
  return change.montant === montant ? 'periodicite' : 'montant_et_periodicite';
}
