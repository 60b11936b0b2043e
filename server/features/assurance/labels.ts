import { partsUnder } from '../../core/messages/labels.ts';

/** Words that products, applications and what comes of them share. */
const fr = {
  periodicite: {
    unique: 'Unique',
    mensuelle: 'Mensuelle',
    trimestrielle: 'Trimestrielle',
    semestrielle: 'Semestrielle',
    annuelle: 'Annuelle',
  },
  branche: { VIE: 'Vie', EPG: 'Épargne', SAN: 'Santé', AUT: 'Automobile', HAB: 'Habitation', ACC: 'Accident' },
  duree_unite: { jours: 'Jours', mois: 'Mois' },
  garantie: {
    code: 'Code',
    libelle: 'Libellé',
    plafond: 'Plafond',
    carence_jours: 'Délai de carence',
    franchise: 'Franchise',
    frequence: 'Recours par terme',
  },
};

const en: typeof fr = {
  periodicite: {
    unique: 'Single',
    mensuelle: 'Monthly',
    trimestrielle: 'Quarterly',
    semestrielle: 'Half-yearly',
    annuelle: 'Yearly',
  },
  branche: { VIE: 'Life', EPG: 'Savings', SAN: 'Health', AUT: 'Motor', HAB: 'Home', ACC: 'Accident' },
  duree_unite: { jours: 'Days', mois: 'Months' },
  garantie: {
    code: 'Code',
    libelle: 'Name',
    plafond: 'Ceiling',
    carence_jours: 'Waiting period',
    franchise: 'Excess',
    frequence: 'Claims per term',
  },
};

export const assurance = { fr, en };

/** The names of what a product is sold with, for the field `termes`. */
export const termeParts = {
  fr: {
    ...partsUnder('termes', {
      produit: 'Produit',
      branche: 'Branche',
      garanties: 'Garanties',
      duree: 'Durée',
      duree_unite: 'Unité de durée',
      beneficiaires_max: 'Bénéficiaires au plus',
      taux_commission: 'Commission (%)',
      jours_grace: 'Jours de grâce',
      modele_police: 'Modèle de numéro',
    }),
    ...partsUnder('termes.garanties', fr.garantie),
  },
  en: {
    ...partsUnder('termes', {
      produit: 'Product',
      branche: 'Line of business',
      garanties: 'Benefits',
      duree: 'Duration',
      duree_unite: 'Unit of duration',
      beneficiaires_max: 'Beneficiaries at most',
      taux_commission: 'Commission (%)',
      jours_grace: 'Days of grace',
      modele_police: 'Number pattern',
    }),
    ...partsUnder('termes.garanties', en.garantie),
  },
};
