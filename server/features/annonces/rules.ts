import { champInvalide, refuse } from '../../core/errors.ts';
import type { Rule } from '../../core/records/rules.ts';
import type { Annonce } from './annonce.ts';

export const finApresDebut: Rule<Annonce> = ({ after }) => {
  if (after?.fin && after.fin < after.debut) throw champInvalide('fin', 'annonce_fin_avant');
};

const dit = ['titre', 'contenu', 'importance', 'succursale_id', 'produit_id', 'debut'] as const;

/** What clients have been told stays as they were told it, to whom and since when; it may be shown longer or less. */
export const publieeFigee: Rule<Annonce> = ({ before, after }) => {
  if (!before?.publiee_le) return;
  if (!after) throw refuse('annonce_gardee');
  const touched = dit.filter((name) => before[name] !== after[name]);
  if (before.retiree_le && before.fin !== after.fin) throw refuse('annonce_retiree');
  if (touched.length > 0)
    throw refuse('annonce_figee', {}, Object.fromEntries(touched.map((name) => [name, [{ key: 'annonce_figee' }]])));
};
