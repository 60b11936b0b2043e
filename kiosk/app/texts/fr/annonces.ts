export const annonces = {
  titre: 'Annonces',
  parole: 'Voici ce que votre assurance veut vous dire. Le plus pressé est en haut.',
  aucune: 'Il n’y a rien de nouveau aujourd’hui.',
  les_votres: 'D’autres annonces sont pour vous seul : entrez dans « Mon assurance ».',
  information: 'Information',
  important: 'Important',
  urgent: 'Urgent',
  depuis: 'Depuis le {jour}',
  jusqu: 'jusqu’au {jour}',
};
