import { z } from 'zod';
import { can, scopeOf } from '../../../core/access.ts';
import { type Action, action, input } from '../../../core/action.ts';
import { champInvalide, refuse } from '../../../core/errors.ts';
import { kindOf } from '../../../core/kinds.ts';
import { Params } from '../../../core/query/params.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { resourceOf } from '../../../core/resource.ts';
import { actorOf } from '../../organisation/utilisateurs/actor.ts';
import { mayBecome } from './etats.ts';
import { type Accord, type Evaluation, evaluationSchema, totalAccorde, totalPaye } from './lignes.ts';
import { motifs } from './motifs.ts';
import { payer } from './reglements/payer.ts';
import { type Acte, Sinistre } from './sinistre.ts';
import { alertesDe, exigerDroits, maximumDe, seuilPour, situationDe, tenirSouscription } from './situation.ts';

const remarque = kindOf('longtext').schema({ max: 2000 }) as z.ZodType<string, string>;

const affecter = action(Sinistre, {
  name: 'affecter',
  icon: 'UserPlus',
  input: z.object({ instructeur_id: input.reference('utilisateurs').optional() }),
  when: ({ statut }) => mayBecome(statut, 'affecter'),
  run: async (sinistre, { instructeur_id }, { tx }) => {
    const id = instructeur_id ?? tx.caller.actor.id;
    if (!id || !(await canWorkOn(tx, id, sinistre))) throw champInvalide('instructeur_id', 'instructeur_sans_acces');
    sinistre.alertes = await alertesDe(tx, sinistre);
    sinistre.affecter(id, await acteDe(tx));
  },
});

const evaluer = action(Sinistre, {
  name: 'evaluer',
  icon: 'Edit3',
  input: z.object({ lignes: evaluationSchema, commentaire: remarque.optional() }),
  when: ({ statut }) => mayBecome(statut, 'evaluer'),
  // What was granted before, or else what is asked for.
  prefill: ({ lignes, accords }) => ({
    lignes: lignes.map(({ garantie, demande }) => {
      const before = accords.find((each) => each.garantie === garantie);
      return { garantie, accorde: before?.accorde ?? demande, ...(before?.motif ? { motif: before.motif } : {}) };
    }),
  }),
  run: async (sinistre, { lignes, commentaire }, { tx }) => {
    const accords = await accordsFrom(tx, sinistre, lignes);
    sinistre.alertes = await alertesDe(tx, sinistre);
    sinistre.evaluer(accords, commentaire ?? null, await acteDe(tx));
  },
});

const accepter = action(Sinistre, {
  name: 'accepter',
  icon: 'CheckCircle',
  when: ({ statut, accords }) => {
    const possible = mayBecome(statut, 'accepter');
    if (possible !== true) return possible;
    return totalAccorde(accords) > 0 || 'sinistre_rien_accorde';
  },
  run: async (sinistre, _input, { tx }) => {
    await tenirSouscription(tx, sinistre.souscription_id);
    await exigerDroits(tx, sinistre);
    sinistre.accepter(await seuilPour(tx, sinistre), await acteDe(tx));
  },
});

const approuver = action(Sinistre, {
  name: 'approuver',
  icon: 'Award',
  when: ({ statut }) => mayBecome(statut, 'approuver'),
  run: async (sinistre, _input, { tx }) => {
    const acte = await acteDe(tx);
    const before = [sinistre.evaluateur_id, sinistre.decideur_id, sinistre.declare_par_id];
    if (acte.par === null || before.includes(acte.par)) throw refuse('approbation_par_un_autre');
    await tenirSouscription(tx, sinistre.souscription_id);
    await exigerDroits(tx, sinistre);
    sinistre.approuver(acte);
  },
});

const renvoyer = action(Sinistre, {
  name: 'renvoyer',
  icon: 'CornerUpLeft',
  reason: true,
  when: ({ statut }) => mayBecome(statut, 'renvoyer'),
  run: (sinistre) => sinistre.renvoyer(),
});

const rejeter = action(Sinistre, {
  name: 'rejeter',
  icon: 'ThumbsDown',
  reason: true,
  input: z.object({ motif_rejet: z.enum(motifs) }),
  when: ({ statut, accords }) => {
    const possible = mayBecome(statut, 'rejeter');
    if (possible !== true) return possible;
    return totalPaye(accords) === 0 || 'sinistre_deja_regle';
  },
  run: async (sinistre, { motif_rejet }, { tx }) => {
    sinistre.rejeter(motif_rejet, String(tx.caller.motif), await acteDe(tx));
  },
});

const rouvrir = action(Sinistre, {
  name: 'rouvrir',
  icon: 'RotateCcw',
  reason: true,
  when: ({ statut }) => mayBecome(statut, 'rouvrir'),
  run: async (sinistre, _input, { tx }) => {
    await tenirSouscription(tx, sinistre.souscription_id);
    sinistre.rouvrir();
  },
});

export const actions: Action[] = [affecter, evaluer, accepter, approuver, renvoyer, rejeter, payer, rouvrir];

async function acteDe(tx: Transaction): Promise<Acte> {
  const [now] = await tx.query<{ le: Date }>('select instant_metier() as le');
  return { par: tx.caller.actor.id, le: (now as { le: Date }).le };
}

/** Whether somebody reaches this sinistre and may evaluate it. */
async function canWorkOn(tx: Transaction, utilisateur: number, { id }: Sinistre): Promise<boolean> {
  const sinistres = resourceOf(Sinistre);
  const actor = await actorOf(tx, utilisateur);
  if (!actor || !can(actor, sinistres, 'lire') || !can(actor, sinistres, 'evaluer')) return false;
  const params = new Params();
  const scope = scopeOf(actor, sinistres, 't', params) ?? 'true';
  const found = await tx.query(`select from sinistres t where t.id = ${params.add(id)} and ${scope}`, params.values);
  return found.length > 0;
}

/** What is granted, line by line of the declaration; within what is asked for, the franchise and what is left. */
async function accordsFrom(tx: Transaction, sinistre: Sinistre, evaluation: Evaluation[]): Promise<Accord[]> {
  const situations = await situationDe(tx, sinistre);
  for (const [i, { garantie, accorde }] of evaluation.entries()) {
    const ligne = sinistre.lignes.find((each) => each.garantie === garantie);
    const situation = situations.get(garantie);
    if (!ligne || !situation) throw champInvalide(`lignes.${i}.garantie`, 'garantie_non_demandee', { garantie });
    const maximum = maximumDe(situation, ligne.demande);
    if (accorde > maximum) throw champInvalide(`lignes.${i}.accorde`, 'accorde_trop_haut', { maximum });
  }
  return sinistre.lignes.map(({ garantie }) => {
    const given = evaluation.find((each) => each.garantie === garantie);
    return { garantie, accorde: given?.accorde ?? 0, paye: 0, motif: given?.motif ?? null };
  });
}
