import type { Langue } from '../../core/messages/messages.ts';

const fr = {
  tag: 'Rapports',
  tagDescription:
    'Des rapports sur les lignes que chacun peut lire : totaux, groupes, graphique et lignes. En fichier (CSV, Excel, PDF) avec le droit « exporter » : aussitôt jusqu’au nombre de lignes du paramètre `export.lignes`, sinon en tâche de fond. Les rapports enregistrés et planifiés sont la ressource `rapports_enregistres`.',
  liste: 'Les rapports que cette personne peut lire',
  listeDescription: 'Chacun avec ses colonnes, ses groupements, ses mesures et ses filtres.',
  rapport: 'Rapport : {nom}',
  rapportDescription:
    'Totaux, groupes (dans `liste`, le filtre de la liste dont les lignes les additionnent), graphique, et une page de lignes. Les filtres sont ceux de la ressource ; `count` est exact.',
  du: 'Le premier jour de la période.',
  au: 'Le dernier jour de la période, compris.',
  periode: 'Une période qui suit le calendrier, au lieu de `du` et `au`.',
  grouper_par: 'Ce qui fait les groupes ; sans lui, celui du rapport ; `aucun` : pas de groupes.',
  colonnes: 'Les colonnes, dans l’ordre, séparées par des virgules ; sans elles, celles du rapport.',
  export: 'Exporter un rapport',
  exportDescription:
    '200 avec le fichier, ou 202 avec un export à aller chercher (`Location`) : au-delà du nombre de lignes du paramètre `export.lignes`, ou avec `"attendre": false`. Chaque export est inscrit au journal avec son filtre.',
  fichierAussitot: 'Le fichier.',
  accepte: 'Le fichier est en préparation.',
  exports: 'Mes exports',
  exportsDescription: 'Les cent derniers, le plus récent d’abord. Un export n’est que de la personne qui l’a demandé.',
  un: 'Où en est un export',
  unDescription: '`lignes` sur `total`, mis à jour une fois par seconde au plus.',
  fichier: 'Télécharger un export',
  fichierDescription:
    '409 tant qu’il n’est pas prêt ; 403 si les droits ou le périmètre de la personne ont changé depuis. Chaque téléchargement est inscrit au journal.',
  retirer: 'Annuler ou jeter un export',
  retirerDescription: 'Un export en cours est annulé et reste dans la liste ; un autre est jeté avec son fichier.',
  retire: 'C’est fait',
  filtres: 'Les filtres de la ressource, `search`, `ordering`, et la période : `du` et `au`, ou `periode`.',
};

const en: typeof fr = {
  tag: 'Reports',
  tagDescription:
    'Reports on the rows that everybody may read: totals, groups, chart and rows. As a file (CSV, Excel, PDF) with the right to export: at once up to the number of rows of the setting `export.lignes`, otherwise in the background. Saved and scheduled reports are the resource `rapports_enregistres`.',
  liste: 'The reports that this person may read',
  listeDescription: 'Each with its columns, groupings, measures and filters.',
  rapport: 'Report: {nom}',
  rapportDescription:
    'Totals, groups (in `liste`, the filter of the list whose rows add up to them), chart, and a page of rows. The filters are those of the resource; `count` is exact.',
  du: 'The first day of the period.',
  au: 'The last day of the period, included.',
  periode: 'A period that follows the calendar, instead of `du` and `au`.',
  grouper_par: 'What makes the groups; without it, that of the report; `aucun`: no groups.',
  colonnes: 'The columns in order, parted by commas; without them, those of the report.',
  export: 'Export a report',
  exportDescription:
    '200 with the file, or 202 with an export to be fetched (`Location`): beyond the number of rows of the setting `export.lignes`, or with `"attendre": false`. Each export is written in the journal with its filter.',
  fichierAussitot: 'The file.',
  accepte: 'The file is being made.',
  exports: 'My exports',
  exportsDescription: 'The last hundred, the latest first. An export is of the person who asked for it alone.',
  un: 'How far an export is',
  unDescription: '`lignes` of `total`, told once a second at most.',
  fichier: 'Download an export',
  fichierDescription:
    '409 until it is ready; 403 where the rights or the reach of the person have changed since. Each download is written in the journal.',
  retirer: 'Cancel an export or throw it away',
  retirerDescription:
    'One that is being made is cancelled and stays in the list; another is thrown away with its file.',
  retire: 'Done',
  filtres: 'The filters of the resource, `search`, `ordering`, and the period: `du` and `au`, or `periode`.',
};

export const rapportsWords: Record<Langue, typeof fr> = { fr, en };
