/** What a bordereau says on paper. */
const fr = {
  titre: 'Bordereau de reversement',
  agent: 'Agent',
  matricule: 'Matricule',
  succursale: 'Succursale',
  etabli: 'Établi le',
  par: 'par',
  statut: 'Statut',
  reception: 'Réceptionné le',
  motif: 'Motif',
  total_reverse: 'Montant reversé',
  paiements: 'Paiements reversés',
  paiement: 'Paiement',
  date: 'Date',
  police: 'Police',
  client: 'Client',
  montant: 'Montant (FCFA)',
  correction: 'correction',
  total: 'Total',
  vide: 'Aucun paiement.',
  statuts: { etabli: 'Établi, à réceptionner', receptionne: 'Réceptionné', annule: 'Annulé' },
  mention:
    'L’agent reverse les primes encaissées en espèces, sans en retenir sa commission (code CIMA, art. 541 et 542). La ' +
    'commission devient payable après la réception de ce bordereau (art. 544).',
  signatures: 'Signatures',
  signature_agent: 'L’agent',
  signature_caisse: 'La personne qui réceptionne',
};

const en: typeof fr = {
  titre: 'Remittance slip',
  agent: 'Agent',
  matricule: 'Staff number',
  succursale: 'Branch',
  etabli: 'Made on',
  par: 'by',
  statut: 'Status',
  reception: 'Received on',
  motif: 'Reason',
  total_reverse: 'Amount remitted',
  paiements: 'Payments remitted',
  paiement: 'Payment',
  date: 'Date',
  police: 'Policy',
  client: 'Client',
  montant: 'Amount (FCFA)',
  correction: 'correction',
  total: 'Total',
  vide: 'No payment.',
  statuts: { etabli: 'Made, to be received', receptionne: 'Received', annule: 'Annulled' },
  mention:
    'The agent remits the premiums collected in cash without withholding a commission (CIMA code, art. 541 and 542). ' +
    'The commission becomes payable after this slip has been received (art. 544).',
  signatures: 'Signatures',
  signature_agent: 'The agent',
  signature_caisse: 'The person who receives',
};

export const mots = { fr, en };
