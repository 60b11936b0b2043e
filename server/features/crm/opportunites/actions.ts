import { z } from 'zod';
import { action } from '../../../core/action.ts';
import { champInvalide } from '../../../core/errors.ts';
import { apres, avant, etapes, mayBecome } from './etapes.ts';
import { Opportunite } from './opportunite.ts';

const etape = z.enum(etapes);

/** To the next étape, or to a later one that is named. */
const avancerEtape = action(Opportunite, {
  name: 'avancer-etape',
  icon: 'ArrowRight',
  input: z.object({ etape: etape.optional() }),
  when: ({ statut }) => mayBecome(statut, 'avancer-etape'),
  prefill: ({ etape: now }) => ({ etape: apres(now)[0] }),
  run: (opportunite, { etape: wanted }) => {
    const ahead = apres(opportunite.etape);
    const next = wanted ?? ahead[0];
    if (!next || !ahead.includes(next)) throw champInvalide('etape', 'etape_pas_plus_loin');
    opportunite.allerA(next);
  },
});

/** Back to an earlier étape: why is kept. */
const revenirEtape = action(Opportunite, {
  name: 'revenir-etape',
  icon: 'ArrowLeft',
  reason: true,
  input: z.object({ etape }),
  when: ({ statut, etape: now }) => (now === 'prospect' ? 'opportunite_au_debut' : mayBecome(statut, 'revenir-etape')),
  prefill: ({ etape: now }) => ({ etape: avant(now).at(-1) }),
  run: (opportunite, { etape: wanted }) => {
    if (!avant(opportunite.etape).includes(wanted)) throw champInvalide('etape', 'etape_pas_plus_tot');
    opportunite.allerA(wanted);
  },
});

const perdre = action(Opportunite, {
  name: 'perdre',
  icon: 'XCircle',
  reason: true,
  when: ({ statut }) => mayBecome(statut, 'perdre'),
  run: (opportunite, _input, { tx }) => opportunite.perdre(tx.caller.motif ?? ''),
});

const rouvrir = action(Opportunite, {
  name: 'rouvrir',
  icon: 'RotateCcw',
  reason: true,
  when: ({ statut }) => mayBecome(statut, 'rouvrir'),
  run: (opportunite) => opportunite.rouvrir(),
});

export const actions = [avancerEtape, revenirEtape, perdre, rouvrir];
