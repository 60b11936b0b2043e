import { action } from '../../core/action.ts';
import { aujourdhui } from '../../core/jours.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import { Annonce } from './annonce.ts';
import { ANNONCE_PUBLIEE, matinDu } from './annonce-publiee.ts';
import { statutDe } from './statut.ts';

export const publier = action(Annonce, {
  name: 'publier',
  icon: 'Send',
  when(annonce) {
    const statut = statutDe(annonce);
    if (statut !== 'brouillon') return statut === 'retiree' ? 'annonce_retiree' : 'annonce_deja_publiee';
    return !annonce.fin || annonce.fin >= aujourdhui() || 'annonce_fin_passee';
  },
  async run(annonce, _input, { tx }) {
    annonce.publiee_le = await maintenant(tx);
    const at = annonce.debut > aujourdhui() ? matinDu(annonce.debut) : undefined;
    await tx.job(ANNONCE_PUBLIEE, { id: annonce.id }, { at, key: `${ANNONCE_PUBLIEE}:${annonce.id}` });
  },
});

export const retirer = action(Annonce, {
  name: 'retirer',
  icon: 'EyeOff',
  reason: true,
  when(annonce) {
    const statut = statutDe(annonce);
    return ['programmee', 'en_ligne'].includes(statut) || `annonce_${statut}`;
  },
  async run(annonce, _input, { tx }) {
    annonce.retiree_le = await maintenant(tx);
    annonce.motif_retrait = tx.caller.motif ?? null;
  },
});

async function maintenant(tx: Transaction): Promise<Date> {
  const [row] = await tx.query<{ at: Date }>('select now() as at');
  return (row as { at: Date }).at;
}
