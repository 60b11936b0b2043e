/** What an attestation d’assurance says. */
const fr = {
  titre: 'Attestation d’assurance',
  atteste:
    '{institution} atteste que l’assuré désigné ci-dessous est couvert par le contrat n° {police}, pour les garanties énumérées et dans les limites indiquées.',
  couvert: 'Couverture',
  du_au: 'du {du} au {au}',
  verifiee: 'Constatée le {jour}. Elle prend fin avant si le contrat est suspendu ou résilié.',
  police: 'Police',
  assure: 'Assuré',
  produit: 'Produit',
  terme: 'Durée du contrat',
  beneficiaires: 'Bénéficiaires',
  garanties: 'Garanties',
  garantie: 'Garantie',
  plafond: 'Plafond (FCFA)',
  franchise: 'Franchise (FCFA)',
  ouverte: 'Ouverte à partir du',
  sans_garantie: 'Les garanties sont celles des conditions du contrat.',
  code: 'Code de vérification',
  verifier: 'Ce code permet de vérifier auprès de {institution} que cette attestation est authentique.',
  verifier_ici: 'Authenticité à vérifier auprès de {institution} ou à cette adresse :\n{adresse}',
  mention:
    'Attestation délivrée à la demande de l’assuré pour servir et valoir ce que de droit. Éditée par voie électronique, elle est valable sans signature et ne remplace pas les conditions du contrat.',
};

const en: typeof fr = {
  titre: 'Certificate of insurance',
  atteste:
    '{institution} certifies that the insured named below is covered under policy no. {police}, for the benefits listed and within the limits shown.',
  couvert: 'Cover',
  du_au: '{du} to {au}',
  verifiee: 'As found on {jour}. It ends earlier if the policy is suspended or terminated.',
  police: 'Policy',
  assure: 'Insured',
  produit: 'Product',
  terme: 'Term of the policy',
  beneficiaires: 'Beneficiaries',
  garanties: 'Benefits',
  garantie: 'Benefit',
  plafond: 'Limit (FCFA)',
  franchise: 'Excess (FCFA)',
  ouverte: 'Open from',
  sans_garantie: 'The benefits are those of the conditions of the policy.',
  code: 'Verification code',
  verifier: 'With this code {institution} tells whether this certificate is genuine.',
  verifier_ici: 'Ask {institution} whether it is genuine, or look here:\n{adresse}',
  mention:
    'Issued at the request of the insured, for all legal purposes. Issued electronically, it is valid without a signature and does not replace the conditions of the policy.',
};

export const mots = { fr, en };
