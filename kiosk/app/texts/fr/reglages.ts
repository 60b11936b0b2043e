export const affichage = {
  titre: 'Comment voulez-vous lire ?',
  taille: 'Taille des lettres',
  taille_normal: 'Normale',
  taille_grand: 'Grande',
  'taille_tres-grand': 'Très grande',
  taille_enorme: 'Énorme',
  contraste: 'Couleurs',
  contraste_clair: 'Claires',
  contraste_sombre: 'Sombres',
  contraste_fort: 'Très contrastées',
  voix: 'Lire chaque écran à voix haute',
  fini: 'C’est bien ainsi',
};

export const clavier = {
  nom: 'Clavier',
  effacer: 'Effacer',
  majuscules: 'Majuscules',
  espace: 'Espace',
  accents: 'Accents et chiffres',
  fermer: 'Fermer le clavier',
};

export const inactivite = {
  titre: 'Êtes-vous toujours là ?',
  texte: 'Sans réponse, cet écran se ferme dans {n} seconde.|Sans réponse, cet écran se ferme dans {n} secondes.',
  rester: 'Je suis là',
  partir: 'J’ai fini',
};
