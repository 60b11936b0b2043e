import type { Langue } from '../../core/messages/messages.ts';

const fr = {
  tag: 'Tableaux de bord',
  tagDescription:
    'Des chiffres selon le rôle et le périmètre de qui demande. Chaque nombre porte `liste` : la ressource et le filtre de la liste dont les lignes l’additionnent (`count=exact` la compte jusqu’au bout ; `somme` nomme le champ qui s’additionne). Partagés une minute au plus, moins dès qu’une donnée change : `calcule_le` dit de quand.',
  index: 'Les chiffres que cette personne peut voir',
  stats: 'Les premiers nombres',
  statsDescription: 'Les cartes de l’accueil. Celles qu’on ne peut pas voir n’y sont pas.',
  flux: 'Les chiffres qui changent, au fil de l’eau',
  fluxDescription:
    'Server-sent events : `change` nomme les chiffres qui ont changé depuis une seconde environ (`{"chiffres": ["encaissements"]}`) ; un commentaire toutes les vingt secondes. Se ferme quand la session finit ou que les droits changent.',
  chiffre: 'Chiffre : {titre}',
  du: 'Le premier jour ; d’ordinaire le premier du mois. Cinq ans au plus jusqu’à `au`. Sans effet sur ce qui se compte au jour d’aujourd’hui (sans `periode` dans la réponse).',
  au: 'Le dernier jour, compris ; d’ordinaire aujourd’hui.',
  succursale_id: 'Cette succursale seule ; 404 hors du périmètre.',
  champs: {
    nom: 'Le nom du chiffre.',
    unite: 'Ce que comptent `total`, `precedent` et `valeur`.',
    calcule_le: 'L’instant de la plus ancienne de ses parties.',
    precedent: 'Le même total sur autant de jours, juste avant.',
    taux: 'La part de la première série dans le tout, en centièmes.',
    nombre: 'Combien de lignes.',
    montant: 'Leur somme.',
    liste: 'La liste dont les lignes l’additionnent.',
    somme: 'Le champ de la liste qui s’additionne.',
    lignes: 'Les premières lignes de la liste.',
  },
};

const en: typeof fr = {
  tag: 'Dashboards',
  tagDescription:
    'Figures within the role and reach of whoever asks. Every number has `liste`: the resource and the filter of the list whose rows add up to it (`count=exact` counts it to the end; `somme` names the field that adds up). Shared for a minute at most, less as soon as data change: `calcule_le` says as of when.',
  index: 'The figures that this person may see',
  stats: 'The first numbers',
  statsDescription: 'The cards of a home. Those that one may not see are left out.',
  flux: 'The figures that change, as they do',
  fluxDescription:
    'Server-sent events: `change` names the figures that have changed within about a second (`{"chiffres": ["encaissements"]}`); a comment every twenty seconds. Closes when the session ends or rights change.',
  chiffre: 'Figure: {titre}',
  du: 'The first day; usually the first of the month. Five years at most up to `au`. Without effect on what is counted as of today (no `periode` in the answer).',
  au: 'The last day, included; usually today.',
  succursale_id: 'This branch alone; 404 out of reach.',
  champs: {
    nom: 'The name of the figure.',
    unite: 'What `total`, `precedent` and `valeur` count.',
    calcule_le: 'The moment of its oldest part.',
    precedent: 'The same total over as many days just before.',
    taux: 'The share of the first series in the whole, in hundredths.',
    nombre: 'How many rows.',
    montant: 'Their sum.',
    liste: 'The list whose rows add up to it.',
    somme: 'The field of the list that adds up.',
    lignes: 'The first rows of the list.',
  },
};

export const dashboardWords: Record<Langue, typeof fr> = { fr, en };
