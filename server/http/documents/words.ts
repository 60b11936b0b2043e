/** What the document of the API says of files. */
const fr = {
  bordereau: 'Bordereau de reversement en PDF',
  printed: 'Le document, à imprimer et à signer',
  devis: 'Devis en PDF',
  offer: 'Le document, tel que le client le reçoit',
  ouvrir: 'Ouvrir le fichier d’un document',
  file: 'Le fichier. Chaque ouverture est inscrite au journal.',
  deposer: 'Déposer un document au guichet',
  envoyer: 'Envoyer une photo ou un papier du sinistre',
  lister: 'Les documents que le client a envoyés',
  retirer: 'Retirer un document, tant que le sinistre est déclaré',
  kept: 'Le document est gardé.',
  listed: 'Les documents, le dernier d’abord',
  body: 'Les octets du fichier : JPEG, PNG ou PDF, 5 Mo au plus, dix fichiers par sinistre.',
  nom: 'Le nom du fichier, encodé comme dans une adresse.',
  police: 'Une police du client.',
  numero: 'Le numéro d’un sinistre de cette police.',
  document: 'Le numéro du document.',
};

const en: typeof fr = {
  bordereau: 'Remittance slip as PDF',
  printed: 'The document, to be printed and signed',
  devis: 'Quote as PDF',
  offer: 'The document, as the client gets it',
  ouvrir: 'Open the file of a document',
  file: 'The file. Each time it is opened is written in the journal.',
  deposer: 'File a document at the counter',
  envoyer: 'Send a photo or a paper of the claim',
  lister: 'The documents that the client sent',
  retirer: 'Take a document back, as long as the claim is only declared',
  kept: 'The document is kept.',
  listed: 'The documents, the latest first',
  body: 'The bytes of the file: JPEG, PNG or PDF, 5 MB at most, ten files for a claim.',
  nom: 'The name of the file, encoded as in an address.',
  police: 'A policy of the client.',
  numero: 'The number of a claim of this policy.',
  document: 'The number of the document.',
};

export const documentWords = { fr, en };
