import type { Enregistre } from '../../screens/saved-reports.ts';

/** The resource whose words the form has. */
export const OF = 'rapports_enregistres';

/** What the form of a saved report sends, as it is typed. */
export type Draft = Record<
  'nom' | 'format_fichier' | 'partage' | 'planification' | 'jour' | 'heure' | 'destinataires',
  string
>;

export const blank: Draft = {
  nom: '',
  format_fichier: 'xlsx',
  partage: 'false',
  planification: 'aucune',
  jour: '',
  heure: '',
  destinataires: '',
};

export const draftOf = ({
  nom,
  format_fichier,
  partage,
  planification,
  jour,
  heure,
  destinataires,
}: Enregistre): Draft => ({
  nom,
  format_fichier,
  partage: String(partage),
  planification,
  jour: String(jour ?? ''),
  heure: String(heure ?? ''),
  destinataires: destinataires.join('\n'),
});

/** A rhythm that was chosen, with a day and an hour that fit it. */
export const rhythm = (planification: string): Pick<Draft, 'planification' | 'jour' | 'heure'> => ({
  planification,
  jour: ['hebdomadaire', 'mensuelle'].includes(planification) ? '1' : '',
  heure: planification === 'aucune' ? '' : '7',
});
