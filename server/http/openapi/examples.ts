import type { Field } from '../../core/fields.ts';
import { aujourdhui, plusJours } from '../../core/jours.ts';
import type { KindName } from '../../core/kinds.ts';
import { isDemanded } from '../../core/records/input.ts';
import { labelOf, type Resource, resourceOf } from '../../core/resource.ts';
import { annonceExamples } from './examples-annonces.ts';
import { avenantExamples } from './examples-avenants.ts';
import { crmExamples } from './examples-crm.ts';
import { rapportExamples } from './examples-rapports.ts';
import { sinistreExamples } from './examples-sinistres.ts';

const garanties = [
  {
    code: 'deces_accident',
    libelle: 'Décès par accident',
    plafond: 500000,
    carence_jours: 0,
    franchise: 0,
    frequence: null,
  },
  {
    code: 'frais_funeraires',
    libelle: 'Frais funéraires',
    plafond: 150000,
    carence_jours: 30,
    franchise: 0,
    frequence: 1,
  },
];

const termes = {
  produit: 'PASS KIMIA',
  branche: 'ACC',
  garanties,
  duree: 12,
  duree_unite: 'mois',
  beneficiaires_max: 6,
  taux_commission: 10,
  jours_grace: 15,
  modele_police: 'CG-{YYYY}-{BRANCHE}-{SEQ:3}',
};

/** Values as they are met here: for one resource's field, then for any field of that name. */
const named: Record<string, unknown> = {
  'succursales.code': 'DLA-AKWA',
  'succursales.nom': 'INTIA-Douala-Akwa',
  'succursales.ville': 'Douala',
  'succursales.pays': 'CM',
  'succursales.parent_id': 1,
  'succursales.adresse': 'Boulevard de la Liberté, Akwa',
  'succursales.telephone': '+237233421234',
  'agents.nom': 'MOUKOKO',
  'agents.prenom': 'Marie Claire',
  'agents.telephone': '+242059876543',
  'agents.adresse': '45, avenue Matsoua, Bacongo',
  'utilisateurs.nom': 'NGO BASSA',
  'utilisateurs.prenom': 'Solange',
  'utilisateurs.email': 'solange.ngobassa@intia.example',
  'utilisateurs.telephone': '+237671234567',
  'utilisateurs.emettre-cle.nom': 'Passerelle USSD',
  'roles.code': 'chef-guichet',
  'roles.nom': 'Chef de guichet',
  'roles.portee': 'succursale',
  'roles.description': 'Encadre les agents d’un guichet.',
  'roles.systeme': false,
  'cles_api.nom': 'Passerelle USSD',
  'bornes.nom': 'Hall d’accueil, Douala',
  'bornes.emplacement': 'Rez-de-chaussée, à gauche de l’entrée',
  'bornes.revoquee_le': null,
  'produits.code': 'PASS-MWANA',
  'produits.nom': 'PASS MWANA',
  'produits.branche': 'ACC',
  'produits.description': 'Accident et frais funéraires, dès 100 francs par mois.',
  'produits.montant_min': 100,
  'produits.montant_max': 600000,
  'produits.duree': 12,
  'produits.duree_unite': 'mois',
  'produits.modele_police': 'CG-{YYYY}-{BRANCHE}-{SEQ:3}',
  'produits.jours_grace': 15,
  'produits.taux_commission': 10,
  'souscriptions.numero': 'SOU-2026-000001',
  'souscriptions.periodicite': 'mensuelle',
  'souscriptions.paye': 75000,
  'souscriptions.motif': null,
  'souscriptions.encaisser.mode_paiement': 'especes',
  'souscriptions.encaisser.montant': 25000,
  'souscriptions.encaisser.reference_operateur': 'REC-2026-0142',
  get 'souscriptions.encaisser.date_effet'() {
    return aujourdhui();
  },
  'souscriptions.renouveler.montant': 300000,
  'souscriptions.renouveler.mode_paiement': 'virement',
  'souscriptions.renouveler.reference_operateur': 'VIR-2026-0142',
  'souscriptions.attribuer-police.numero': 'POL-2019-0457',
  'contrats.police': 'POL-2018-0123',
  'contrats.periodicite': 'mensuelle',
  get 'souscriptions.couvert_jusqu_au'() {
    return plusJours(aujourdhui(), 89);
  },
  'souscriptions.termes': termes,
  'bordereaux.numero': 'BOR-2026-00042',
  'bordereaux.paiements': [],
  'bordereaux.nombre': 3,
  'bordereaux.montant': 75000,
  'bordereaux.motif': null,
  'bordereaux.receptionner.montant_compte': 25000,
  'commissions.base': 25000,
  'commissions.montant': 2500,
  'commissions.taux': 10,
  'commissions.payer.mode_paiement': 'virement',
  'commissions.payer.reference': 'VIR-2026-0098',
  'encours_agents.total': 125000,
  'encours_agents.de_0_a_15': 75000,
  'encours_agents.de_16_a_30': 50000,
  'encours_agents.plus_de_30': 0,
  'encours_agents.en_retard': false,
  'anomalies.controle': 'solde',
  'anomalies.objet': 'AGT001',
  'anomalies.attendu': '125000',
  'anomalies.trouve': '125500',
  'anomalies.resolu_le': null,
  ...sinistreExamples,
  get 'sinistres.date_survenance'() {
    return aujourdhui();
  },
  'souscriptions.demander-paiement.montant': 25000,
  'souscriptions.demander-paiement.operateur': 'mtn_money',
  'souscriptions.demander-paiement.telephone': '+242061234567',
  get 'souscriptions.demander-paiement.date_effet'() {
    return aujourdhui();
  },
  'paiements.numero': 'PAI-2026-000142',
  'paiements.reference_operateur': '1927264368',
  'paiements.code_confirmation': null,
  'paiements.motif_echec': null,
  'paiements.corrige_id': null,
  'paiements.corriger.montant': -500,
  'tentatives.reference': '5b0f1c9e-6a1d-4c1e-9a55-0c7b8d1e2f34',
  'tentatives.devise': 'XAF',
  'tentatives.externe': 'PAI-2026-000142',
  'tentatives.motif_code': null,
  'tentatives.motif_brut': null,
  'tentatives.transaction_id': '1927264368',
  'ecarts.cle': 'operateur_seul/mtn_money/1927264368',
  'ecarts.transaction_id': '1927264368',
  'ecarts.devise': 'XAF',
  'ecarts.resolution': null,
  'releves.operateur': 'mtn_money',
  'releves.contenu':
    'date,operator,transaction_id,external_id,reference,msisdn,amount,currency,status\r\n' +
    '2026-11-21T09:30:00+01:00,mtn,1927264368,PAI-2026-000142,,+242061234567,25000,XAF,SUCCESSFUL\r\n',
  'releves.empreinte': '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'releves.totaux': [],
  garanties,
  periodicites: ['mensuelle', 'annuelle', 'unique'],
  'journal.objet': 'KONGO Jean Baptiste',
  'journal.motif': 'Demande du client au guichet',
  'journal.avant': { telephone: '+242061234567' },
  'journal.apres': { telephone: '+242055012345' },
  'journal.details': null,
  nom: 'KONGO',
  prenom: 'Jean Baptiste',
  societe: 'Établissements Kongo et Fils',
  email: 'jb.kongo@poste.example',
  telephone: '+242061234567',
  date_naissance: '1984-05-17',
  adresse: '12, rue Mbochis, Poto-Poto',
  ville: 'Brazzaville',
  notes: 'Préfère être appelé le matin.',
  departement: 'Production',
  matricule: 'AGT001',
  solde: 125000,
  taux_commission: 7.5,
  droits: { clients: { supprimer: false } },
  auteur: 'Paul EKAMBI',
  role: 'gestionnaire',
  action: 'modifier',
  ressource: 'clients',
  prefixe: '3f9a1c0b',
  adresse_ip: '192.0.2.10',
  requete_id: '5b0f1c9e-6a1d-4c1e-9a55-0c7b8d1e2f34',
  motif: 'Demande du client au guichet',
  supprime_le: null,
  revoquee_le: null,
  revision: 3,
  get date_effet() {
    return aujourdhui();
  },
  get expire_le() {
    return plusJours(aujourdhui(), 180);
  },
};

// With their getters: an example that names today stays true after midnight.
for (const examples of [annonceExamples, avenantExamples, crmExamples, rapportExamples])
  Object.defineProperties(named, Object.getOwnPropertyDescriptors(examples));

const ofKind: Record<KindName, unknown> = {
  id: 12,
  reference: 2,
  text: 'Poto-Poto',
  longtext: 'Reçu au guichet.',
  code: 'CG-001',
  email: 'contact@guichet.example',
  phone: '+242061234567',
  integer: 1,
  francs: 25000,
  percent: 12.5,
  flag: true,
  day: '2026-11-21',
  instant: '2026-11-21T09:30:00+01:00',
  choice: undefined,
  json: {},
};

/** A believable value of a field. */
export function exampleOf({ name: resource }: Resource, { name, kind, choices, default: preset }: Field): unknown {
  const known = [`${resource}.${name}`, name].find((key) => key in named);
  if (known) return named[known];
  return choices ? (preset ?? choices[0]) : ofKind[kind];
}

/** A believable value for an input of an action, if it has a name that is met here. */
export function inputExampleOf({ name: resource, behind }: Resource, action: string, input: string): unknown {
  const known = [resource, behind?.rows.name].map((each) => `${each}.${action}.${input}`).find((key) => key in named);
  return named[known ?? input];
}

const titleExample = (resource: Resource): string =>
  resource.title.map((name) => exampleOf(resource, resource.fields.get(name) as Field)).join(' ');

/** A row as it is read. */
export function rowExample(resource: Resource): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const field of resource.fields.values()) {
    row[field.name] = exampleOf(resource, field);
    if (field.kind === 'reference') row[labelOf(field)] = labelExample(field, row[field.name]);
  }
  return { ...row, libelle: titleExample(resource) };
}

const labelExample = ({ target }: Field, id: unknown) => ({ id, libelle: titleExample(resourceOf(target?.())) });

/** What someone sends to make a row: all that may be written, or only what must be. */
export function bodyExample(resource: Resource, { least = false } = {}): Record<string, unknown> {
  const sent = [...resource.fields.values()].filter(
    (field) => !field.readOnly && (!least || isDemanded(resource, field)),
  );
  return Object.fromEntries(sent.map((field) => [field.name, exampleOf(resource, field)]));
}
