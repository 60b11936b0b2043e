import { champInvalide, refuse } from '../../../core/errors.ts';
import { aujourdhui, type Jour, joursEntre } from '../../../core/jours.ts';
import { same } from '../../../core/records/differences.ts';
import type { Rule } from '../../../core/records/rules.ts';
import { valeurDe } from '../../parametres/catalogue.ts';
import type { Sinistre } from './sinistre.ts';
import { situationDe } from './situation.ts';

/** It has happened, since there is a souscription, and not too long ago. What was declared in time stays in time. */
export const happenedInTime: Rule<Sinistre> = async ({ before, after, tx }) => {
  if (!after || before?.date_survenance === after.date_survenance) return;
  const jour = after.date_survenance;
  if (jour > aujourdhui()) throw champInvalide('date_survenance', 'survenance_future');
  const [sold] = await tx.query<{ debut: Jour }>(
    'select least(date_effet, jour_metier(cree_le))::text as debut from souscriptions where id = $1',
    [after.souscription_id],
  );
  if (sold && jour < sold.debut) throw champInvalide('date_survenance', 'survenance_avant', { jour: sold.debut });
  const jours = await valeurDe(tx, 'sinistre.jours_declaration');
  if (joursEntre(jour, aujourdhui()) > jours) throw champInvalide('date_survenance', 'survenance_tardive', { jours });
};

/** Only what was sold can be asked for. */
export const asksWhatWasSold: Rule<Sinistre> = async ({ before, after, tx }) => {
  if (!after || same(before?.lignes, after.lignes)) return;
  const sold = await situationDe(tx, after);
  const i = after.lignes.findIndex(({ garantie }) => !sold.has(garantie));
  if (i >= 0)
    throw champInvalide(`lignes.${i}.garantie`, 'garantie_inconnue', { choix: [...sold.keys()].join(', ') || '–' });
};

/** The same event is declared once; a rejected one does not count until it is taken up again. */
export const declaredOnce: Rule<Sinistre> = async ({ before, after, tx }) => {
  if (!after || after.statut === 'rejete') return;
  const unchanged = same(before?.lignes, after.lignes) && before?.date_survenance === after.date_survenance;
  if (before && unchanged && before.statut !== 'rejete') return;
  const [other] = await tx.query<{ numero: string }>(
    `select s.numero from sinistre_lignes l join sinistres s on s.id = l.sinistre_id
     where l.souscription_id = $1 and l.date_survenance = $2 and l.garantie = any($3) and l.statut <> 'rejete'
       and l.sinistre_id is distinct from $4 limit 1`,
    [after.souscription_id, after.date_survenance, after.lignes.map(({ garantie }) => garantie), after.id ?? null],
  );
  if (other) throw refuse('sinistre_en_double', other);
};

const event = ['souscription_id', 'date_survenance', 'lignes'] as const;
const words = ['declarant_nom', 'declarant_telephone', 'declarant_lien', 'circonstances', 'description'] as const;

/** What happened is put right before somebody works on it, the words until it is decided. */
export const declaredStays: Rule<Sinistre> = ({ before, after }) => {
  if (!before || !after) return;
  const changed = (field: keyof Sinistre) => !same(before[field], after[field]);
  const moved = event.find((field) => changed(field) && (before.statut !== 'declare' || field === 'souscription_id'));
  if (moved) throw champInvalide(moved, 'declaration_fixe');
  const reworded = words.find(changed);
  if (reworded && !['declare', 'instruction'].includes(before.statut))
    throw champInvalide(reworded, 'declaration_fixe');
};
