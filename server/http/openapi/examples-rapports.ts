/** Values as they are met in saved reports. */
export const rapportExamples = {
  'rapports_enregistres.nom': 'Encaissements du mois, par mode',
  'rapports_enregistres.rapport': 'encaissements',
  'rapports_enregistres.format_fichier': 'xlsx',
  'rapports_enregistres.filtres': { periode: 'mois_precedent' },
  'rapports_enregistres.colonnes': ['numero', 'mode_paiement', 'montant', 'paye_le'],
  'rapports_enregistres.grouper_par': 'mode_paiement',
  'rapports_enregistres.partage': true,
  'rapports_enregistres.planification': 'mensuelle',
  'rapports_enregistres.jour': 1,
  'rapports_enregistres.heure': 7,
  'rapports_enregistres.destinataires': ['direction@intia.example'],
  'rapports_enregistres.suspendu': false,
  'rapports_enregistres.dernier_resultat': 'Envoyé. Lignes : 128.',
  'performances.objet': 'Flotte de taxis',
  'performances.montant': 2400000,
} as const;
