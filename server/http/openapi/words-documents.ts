/** What the document says of the papers that a client takes away. */
const fr = {
  own: {
    document: 'Le document, en PDF.',
    sent: 'Le document part vers l’adresse du dossier.',
    codeAttestation: 'Le code imprimé sur l’attestation, avec ou sans tirets.',
    jeton: 'Le lien reçu par SMS.',
    paiement: 'Le numéro d’un paiement du client.',
  },
  operations: {
    attestation: [
      'Attestation d’assurance',
      'En PDF, pour un contrat couvert aujourd’hui ; sinon 409, qui dit comment le redevenir. Elle porte un code de vérification.',
    ],
    recu: ['Reçu d’un paiement', 'En PDF, pour un paiement réussi du client ; 409 pour un autre.'],
    envoyer: [
      'Recevoir un document',
      'Par e-mail en pièce jointe, ou par SMS avec un lien privé : 48 heures, cinq ouvertures. Toujours vers l’adresse du dossier, cinq fois par heure au plus.',
    ],
    authenticite: [
      'Vérifier une attestation',
      'Sans connexion. Dit si le code est celui d’une attestation authentique, et rien de l’assuré.',
    ],
    lien: [
      'Ouvrir un document reçu par SMS',
      'Sans connexion. Un lien faux, expiré ou ouvert cinq fois : la même réponse 404.',
    ],
  },
  fields: {
    email: 'L’adresse e-mail du dossier, masquée ; null s’il n’y en a pas : rien ne part alors par e-mail.',
    destination: 'Le téléphone ou l’adresse du dossier, masqué.',
    attestee: 'Comme attesté ; null si la couverture a pris fin avant.',
    envoyerPolice: 'Le contrat. Sans elle, un relevé est celui de tous les contrats.',
    envoyerPaiement: 'Le numéro du paiement, pour un reçu.',
  },
};

const en: typeof fr = {
  own: {
    document: 'The document, as a PDF.',
    sent: 'The document is on its way to the address on file.',
    codeAttestation: 'The code printed on the certificate, with or without hyphens.',
    jeton: 'The link received by SMS.',
    paiement: 'The number of a payment of the client.',
  },
  operations: {
    attestation: [
      'Certificate of insurance',
      'As a PDF, for a policy that is covered today; otherwise 409, which tells how to be covered again. It bears a verification code.',
    ],
    recu: ['Receipt of a payment', 'As a PDF, for a payment of the client that succeeded; 409 for another.'],
    envoyer: [
      'Have a document sent',
      'Attached to an e-mail, or by SMS with a private link: 48 hours, five openings. Always to the address on file, five times an hour at most.',
    ],
    authenticite: [
      'Check a certificate',
      'Without signing in. Tells whether the code is that of a genuine certificate, and nothing of the insured.',
    ],
    lien: [
      'Open a document received by SMS',
      'Without signing in. A link that is wrong, expired or was opened five times: the same answer 404.',
    ],
  },
  fields: {
    email: 'The e-mail address on file, masked; null where there is none: nothing goes by e-mail then.',
    destination: 'The telephone or the address on file, masked.',
    attestee: 'As certified; null where cover ended before.',
    envoyerPolice: 'The policy. Without it a statement is that of all policies.',
    envoyerPaiement: 'The number of the payment, for a receipt.',
  },
};

export const documents = { fr, en };
