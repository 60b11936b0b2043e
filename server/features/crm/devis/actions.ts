import { z } from 'zod';
import { action, input } from '../../../core/action.ts';
import { refuse } from '../../../core/errors.ts';
import { filled, kindOf } from '../../../core/kinds.ts';
import { create } from '../../../core/records/write.ts';
import { periodicites } from '../../assurance/echeancier.ts';
import { souscriptions } from '../../assurance/souscriptions/resource.ts';
import { Devis } from './devis.ts';
import { envoyer } from './envoyer/action.ts';
import { mayAnswer } from './etats.ts';
import { repondre } from './repondre.ts';
import { nouvelleVersion } from './version.ts';

const nom = filled({ min: 2, max: 120 });
const jour = kindOf('day').schema({}) as z.ZodType<string, string>;

const versionSuivante = action(Devis, {
  name: 'nouvelle-version',
  icon: 'Copy',
  when: ({ statut, remplace }) => (statut === 'accepte' && 'devis_accepte') || (remplace && 'devis_remplace') || true,
  run: async (devis, _input, { tx }) => {
    const { id, numero, version } = await nouvelleVersion(tx, devis);
    return { devis_id: id, numero, version };
  },
});

/** The client said yes to somebody here: who it was is kept. */
const accepter = action(Devis, {
  name: 'accepter',
  icon: 'CheckCircle',
  input: z.object({ repondu_par: nom }),
  when: (devis) => mayAnswer(devis, 'accepter'),
  run: (devis, { repondu_par: par }, { tx }) => repondre(tx, devis, { verbe: 'accepter', par }),
});

const refuser = action(Devis, {
  name: 'refuser',
  icon: 'XCircle',
  reason: true,
  input: z.object({ repondu_par: nom }),
  when: (devis) => mayAnswer(devis, 'refuser'),
  run: (devis, { repondu_par: par }, { tx }) => repondre(tx, devis, { verbe: 'refuser', par, motif: tx.caller.motif }),
});

/** What was accepted becomes a request for cover: nothing is covered before a payment (art. 13). */
const souscrire = action(Devis, {
  name: 'souscrire',
  icon: 'Shield',
  input: z.object({
    produit_id: input.reference('produits'),
    montant: input.francs(),
    periodicite: z.enum(periodicites),
    date_effet: jour.optional(),
  }),
  when: ({ statut, souscription_id }) => {
    if (statut !== 'accepte') return 'devis_pas_accepte';
    return souscription_id === null || 'devis_deja_souscrit';
  },
  prefill: ({ montant }) => ({ montant }),
  run: async (devis, sold, { tx }) => {
    if (devis.souscription_id) throw refuse('devis_deja_souscrit');
    const made = await create(tx, souscriptions, { ...sold, client_id: devis.client_id, canal: 'agence' });
    devis.souscription_id = made.id;
    return { souscription_id: made.id, numero: made.libelle };
  },
});

export const actions = [envoyer, versionSuivante, accepter, refuser, souscrire];
