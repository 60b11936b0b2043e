import { aujourdhui, plusJours } from '../../core/jours.ts';

/** Opportunités, devis, projets and tâches as they are met here. */
export const crmExamples = {
  'clients.projets_actifs': 1,
  'clients.opportunites_actives': 2,
  'clients.valeur_client': 7_800_000,
  'opportunites.nom': 'Flotte de 12 camions',
  'opportunites.montant': 9_600_000,
  'opportunites.probabilite': 25,
  'opportunites.valeur_ponderee': 2_400_000,
  'opportunites.etape': 'prospect',
  'opportunites.conclue_le': null,
  'opportunites.perdue_le': null,
  'opportunites.motif_perte': null,
  get 'opportunites.date_conclusion_estimee'() {
    return plusJours(aujourdhui(), 45);
  },
  'opportunites.revenir-etape.etape': 'prospect',
  'opportunites.revenir-etape.motif': 'Le client a changé d’interlocuteur',
  'opportunites.perdre.motif': 'Le client a choisi un concurrent moins cher',
  'opportunites.rouvrir.motif': 'Le client est revenu vers nous',
  'devis.numero': 'DV-2026-00042',
  'devis.version': 1,
  'devis.reference': 'DV-2026-00042',
  'devis.precedent_id': null,
  'devis.lignes': [
    { libelle: 'Assurance automobile, camion porteur', quantite: 12, prix: 780_000 },
    { libelle: 'Assistance et remorquage', quantite: 12, prix: 20_000 },
  ],
  'devis.montant': 9_600_000,
  'devis.contenu': 'Suite à notre visite de votre parc, voici notre proposition pour l’année.',
  get 'devis.valide_jusqu_au'() {
    return plusJours(aujourdhui(), 30);
  },
  'devis.envoye_le': null,
  'devis.consulte_le': null,
  'devis.repondu_le': null,
  'devis.repondu_par': null,
  'devis.motif_refus': null,
  'devis.souscription_id': null,
  'devis.expire': false,
  'devis.remplace': false,
  'devis.envoyer.destinataire': 'direction@transports-makosso.cg',
  'devis.envoyer.message': 'Comme convenu, voici notre devis.',
  'devis.accepter.repondu_par': 'Jean Baptiste KONGO',
  'devis.refuser.repondu_par': 'Jean Baptiste KONGO',
  'devis.refuser.motif': 'Budget repoussé à l’année prochaine',
  'devis.souscrire.produit_id': 2,
  'devis.souscrire.montant': 25_000,
  'devis.souscrire.periodicite': 'mensuelle',
  get 'devis.souscrire.date_effet'() {
    return aujourdhui();
  },
  'projets.titre': 'Mise en place de la flotte',
  'projets.description': 'Inventaire des véhicules, cartes brunes, remise des attestations.',
  get 'projets.date_debut'() {
    return aujourdhui();
  },
  get 'projets.date_fin'() {
    return plusJours(aujourdhui(), 60);
  },
  'projets.budget': 1_500_000,
  'projets.devis_id': null,
  'projets.termine_le': null,
  'projets.duree': 60,
  'projets.en_retard': false,
  'taches.titre': 'Rappeler pour les cartes grises',
  'taches.description': 'Il en manque trois.',
  'taches.projet_id': null,
  'taches.opportunite_id': null,
  'taches.priorite': 'haute',
  get 'taches.date_echeance'() {
    return plusJours(aujourdhui(), 3);
  },
  'taches.terminee_le': null,
  'taches.en_retard': false,
  'taches.tranche': 'plus_tard',
  'taches.reassigner.assigne_a_id': 3,
  get 'taches.reassigner.date_echeance'() {
    return plusJours(aujourdhui(), 7);
  },
};
