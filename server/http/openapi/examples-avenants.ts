import { aujourdhui, plusJours, plusMois } from '../../core/jours.ts';

const first = () => plusMois(aujourdhui(), 1);
const end = () => plusJours(plusMois(aujourdhui(), 3), -1);

/** Bénéficiaires, avenants and dérogations as they are met at the counter. */
export const avenantExamples: Record<string, unknown> = {
  'produits.beneficiaires_max': 6,
  'beneficiaires.nom': 'KONGO',
  'beneficiaires.prenom': 'Grâce',
  'beneficiaires.relation': 'enfant',
  'beneficiaires.date_naissance': '2011-03-02',
  'beneficiaires.part': 50,
  'souscriptions.ajouter-beneficiaire.prenom': 'Grâce',
  'souscriptions.ajouter-beneficiaire.relation': 'enfant',
  'souscriptions.ajouter-beneficiaire.date_naissance': '2011-03-02',
  'souscriptions.ajouter-beneficiaire.part': 50,
  'souscriptions.retirer-beneficiaire.beneficiaire_id': 12,
  'souscriptions.repartir.parts': [
    { beneficiaire_id: 12, part: 60 },
    { beneficiaire_id: 13, part: 40 },
  ],
  'souscriptions.demander-avenant.montant': 30_000,
  'souscriptions.demander-avenant.periodicite': 'mensuelle',
  'souscriptions.demander-avenant.motif': 'Le client souhaite une meilleure couverture',
  get 'souscriptions.demander-derogation.date_debut'() {
    return aujourdhui();
  },
  get 'souscriptions.demander-derogation.date_fin'() {
    return plusJours(aujourdhui(), 29);
  },
  'souscriptions.demander-derogation.motif': 'Virement annoncé par la banque du client',
  'avenants.numero': 'AVE-2026-00007',
  'avenants.nature': 'montant',
  'avenants.ancien_montant': 25_000,
  'avenants.nouveau_montant': 30_000,
  'avenants.ancienne_periodicite': 'mensuelle',
  'avenants.nouvelle_periodicite': 'mensuelle',
  'avenants.motif': 'Le client souhaite une meilleure couverture',
  'avenants.decideur_id': null,
  'avenants.decide_le': null,
  'avenants.motif_rejet': null,
  'avenants.rejeter.motif': 'Montant au-dessus des moyens du client',
  get 'avenants.date_effet'() {
    return first();
  },
  get 'avenants.apercu'() {
    const second = plusMois(aujourdhui(), 2);
    return {
      date_effet: first(),
      date_expiration: end(),
      periodes: [
        { debut: first(), fin: plusJours(second, -1), montant: 30_000 },
        { debut: second, fin: end(), montant: 30_000 },
      ],
      du_avant: 75_000,
      du_apres: 85_000,
      ecart: 10_000,
      quittances_reprises: ['Q2026108', 'Q2026109'],
      quittances_nouvelles: 0,
      quittances_annulees: [],
    };
  },
  'derogations.numero': 'DER-2026-00003',
  get 'derogations.date_debut'() {
    return aujourdhui();
  },
  get 'derogations.date_fin'() {
    return plusJours(aujourdhui(), 29);
  },
  'derogations.motif': 'Virement annoncé par la banque du client',
  'derogations.approbateur_1_id': null,
  'derogations.approbateur_2_id': null,
  'derogations.accordee_le': null,
  'derogations.rejetee_par_id': null,
  'derogations.motif_rejet': null,
  'derogations.rejeter.motif': 'Déjà accordée deux fois cette année',
};
