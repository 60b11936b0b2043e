import { action } from '../../../../core/action.ts';
import { journalize } from '../../../../core/journal/journal.ts';
import { Sinistre } from '../sinistre.ts';
import { inscrire } from './payer.ts';
import { Reglement } from './reglement.ts';

/** The transfer came back, or went to the wrong hands: a second row takes the first one back, and the sum is due again. */
export const contrepasser = action(Reglement, {
  name: 'contrepasser',
  icon: 'CornerUpLeft',
  reason: true,
  when: ({ statut, montant }) => (statut === 'effectue' && montant > 0) || 'reglement_contrepasse',
  run: async (reglement, _input, { tx }) => {
    const sinistre = await tx.em.findOneOrFail(Sinistre, {
      where: { id: reglement.sinistre_id },
      lock: { mode: 'pessimistic_write' },
    });
    const { id: corrige_id, sinistre_id, succursale_id, mode_paiement, beneficiaire, telephone, reference } = reglement;
    const same = { sinistre_id, succursale_id, mode_paiement, beneficiaire, telephone, reference };
    const { numero, le } = await inscrire(tx, { ...same, montant: -reglement.montant, corrige_id });
    const avant = { statut: sinistre.statut, accords: sinistre.accords };
    sinistre.regler(-reglement.montant, le);
    await tx.em.save(sinistre);
    tx.changed('sinistres');
    reglement.statut = 'contrepasse';
    const apres = { statut: sinistre.statut, accords: sinistre.accords };
    const line = { ressource: 'sinistres', objet_id: sinistre_id, objet: sinistre.numero, succursale_id };
    await journalize(tx, { ...line, action: 'contrepasser', avant, apres });
    return { reglement: numero };
  },
});
