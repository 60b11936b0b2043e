export const code = {
  parti: 'Six chiffres, envoyés au {telephone}.',
  valider: 'Valider',
  renvoyer: 'Renvoyer le code',
  essais: 'Encore {n} essai.|Encore {n} essais.',
  epuise: 'Ce code ne sert plus. Demandez-en un autre.',
  hors_ligne: 'Pas de réseau : rien n’est parti.',
  hors_ligne_texte: 'Rien n’est gardé ni envoyé plus tard. Réessayez quand le réseau revient.',
  sans_reponse: 'Nous n’avons pas eu de réponse.',
  sans_reponse_texte: 'Réessayez : la même demande repart, et rien n’est fait deux fois.',
};

export const jour = {
  aide: 'Jour, mois, année : par exemple 21/03/1980.',
  impossible: 'Tapez le jour, le mois et l’année, par exemple 21/03/1980.',
  futur: 'Ce jour n’est pas encore passé.',
};
