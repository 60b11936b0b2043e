export const accueil = {
  titre: 'Bonjour. Que voulez-vous faire ?',
  sous_titre: 'Votre assurance, simplement.',
  parole:
    'Bonjour. Touchez « Mon assurance » pour voir vos contrats et payer. Touchez « Nos produits » pour découvrir et souscrire.',
  mon_assurance: 'Mon assurance',
  mon_assurance_texte: 'Voir mes contrats, payer, déclarer',
  produits: 'Nos produits',
  produits_texte: 'Découvrir et souscrire, dès 100 FCFA',
  annonces: 'Annonces',
  annonces_texte: 'Ce qu’il faut savoir',
  aide: 'Aide en images',
  aide_texte: 'Comment ça marche ?',
  parti: 'Vous êtes sorti. Rien de vous ne reste sur cet écran.',
  inactif: 'L’écran s’est fermé tout seul, parce que personne ne le touchait. Rien de vous n’y reste.',
  expire: 'Votre visite a pris fin. Pour continuer, identifiez-vous de nouveau.',
};
