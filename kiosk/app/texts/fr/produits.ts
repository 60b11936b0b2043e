export const produits = {
  titre: 'Nos produits',
  sous_titre: 'Touchez une assurance pour voir ce qu’elle couvre.',
  parole: 'Voici nos assurances. Touchez celle qui vous intéresse.',
  parole_un: '{nom}. {description} Touchez « Souscrire » pour la prendre.',
  aucun: 'Aucune assurance n’est en vente ici aujourd’hui.',
  des: 'Dès',
  souscrire: 'Souscrire',
  couvert: 'Ce qui est couvert',
  attente: 'Certaines garanties commencent plus tard',
  attente_texte:
    '« Après 30 jours d’attente » veut dire : pendant les 30 premiers jours, cette garantie ne paie pas encore.',
  comment: 'Comment ça marche',
  duree_jours: 'Vous êtes assuré {n} jour.|Vous êtes assuré {n} jours.',
  duree_mois: 'Vous êtes assuré {n} mois.|Vous êtes assuré {n} mois.',
  rythme: 'Vous payez comme vous voulez : {liste}.',
  beneficiaires: 'Vous pouvez nommer {n} bénéficiaire.|Vous pouvez nommer jusqu’à {n} bénéficiaires.',
  sans_paiement: 'Sans paiement, pas de couverture.',
};
