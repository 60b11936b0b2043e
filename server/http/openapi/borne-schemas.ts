import type { Langue } from '../../core/messages/messages.ts';
import { importances } from '../../features/annonces/annonce.ts';
import { statuts as statutsSinistre } from '../../features/assurance/sinistres/etats.ts';
import { alertes, motifs } from '../../features/assurance/sinistres/motifs.ts';
import { moyens } from '../../features/borne/envoyer/messages.ts';
import { etats } from '../../features/borne/payer/rattrapage.ts';
import { borneBodies } from './borne-bodies.ts';
import {
  about,
  beneficiaire,
  borne,
  day,
  flag,
  francs,
  instant,
  key,
  list,
  masked,
  oneOf,
  orNull,
  POLICE,
  periodicite,
  shape,
  text,
  whole,
} from './borne-shapes.ts';
import { terminalSchemas } from './borne-terminal.ts';
import { borneWords } from './borne-words.ts';
import type { Schema } from './types.ts';

const contrat: Record<string, Schema> = {
  police: text(POLICE),
  produit: text('Vie'),
  branche: text('VIE'),
  statut: oneOf(['en_attente', 'activee', 'suspendue', 'expiree', 'resiliee', 'annulee', 'rejetee']),
  date_effet: orNull(day('2026-03-01')),
  date_expiration: orNull(day('2027-02-28')),
  montant: francs(100_000),
  periodicite,
  solde: francs(400_000),
  reste_a_payer: francs(100_000),
  couvert_jusqu_au: orNull(day('2026-06-30')),
  couvert: flag,
};
const garantie = shape({
  code: text('deces'),
  libelle: text('Décès'),
  plafond: francs(1_000_000),
  carence_jours: whole,
  franchise: francs(0),
  frequence: orNull(whole),
});
const page = (name: string) =>
  shape({
    count: whole,
    next: orNull(text('http://localhost:3000/api/v1/clients/POL001/paiements?page=2')),
    previous: orNull(text('http://localhost:3000/api/v1/clients/POL001/paiements?page=1')),
    results: list(borne(name)),
  });

/** What the client’s surface takes and gives, each under `Borne…`. */
export function borneSchemas(langue: Langue): Record<string, Schema> {
  const said = borneWords(langue).fields;
  const demonstration = about(text('Votre code : 482913'), said.demonstration);
  const enRoute = { paiement: text('PAI-2026-000123'), suivi: about(text('PAI-2026-000123.kJ3…'), said.suivi) };
  const own: Record<string, Schema> = {
    ...borneBodies(langue),
    SignedIn: shape({
      tokens: shape({ access: text('eyJhbGciOiJIUzI1NiJ9.…'), refresh: text('borne.9c0b2a6e….…') }, ['access']),
      client: borne('Client'),
      polices: list(shape({ police: text(POLICE), produit: text('Vie'), statut: contrat.statut as Schema })),
      expire_le: about(instant, said.expire),
      fin_le: about(instant, said.fin),
      inactif_le: about(orNull(instant), said.inactif),
    }),
    ...terminalSchemas(langue),
    Client: shape({ nom: text('KONGO'), prenom: orNull(text('Jean Baptiste')), telephone: masked }),
    Joignable: shape({
      nom: text('KONGO'),
      prenom: orNull(text('Jean Baptiste')),
      telephone: masked,
      email: about(orNull(text('j•••@exemple.cg')), said.email),
    }),
    Envoi: shape({ par: oneOf(moyens), destination: about(masked, said.destination) }),
    Authenticite: shape({
      authentique: flag,
      police: orNull(text('•••001')),
      couvert_jusqu_au: about(orNull(day('2026-12-20')), said.attestee),
      etablie_le: orNull(day('2026-11-21')),
    }),
    CodePromis: shape({ code: shape({ id: text('5b0f1c9e-…'), expire_le: instant }), demonstration }, ['code']),
    CodeEmis: shape({ id: text('5b0f1c9e-…'), expire_le: instant, telephone: masked, demonstration }, [
      'id',
      'expire_le',
      'telephone',
    ]),
    Contrat: shape(contrat),
    Contrats: shape({ results: list(borne('Contrat')) }),
    TableauDeBord: shape({
      client: borne('Joignable'),
      aujourd_hui: day(),
      solde_global: about(francs(700_000), said.solde),
      reste_a_payer: francs(100_000),
      contrats: list(borne('Contrat')),
      cotisations_recentes: about(list(borne('Cotisation')), said.recentes),
      prochaines_echeances: list(
        shape({ police: text(POLICE), date_echeance: day(), a_payer: francs(100_000), jours_retard: whole }),
      ),
    }),
    Cotisation: shape({
      quittance: text('Q2026001'),
      police: text(POLICE),
      periode_debut: day(),
      periode_fin: day('2026-07-31'),
      montant: francs(100_000),
      paye: francs(0),
      reste: francs(100_000),
      statut: oneOf(['payee', 'partielle', 'en_retard', 'a_venir']),
    }),
    Cotisations: page('Cotisation'),
    Paiement: shape({
      numero: text('PAI-2026-000123'),
      police: orNull(text(POLICE)),
      type: oneOf(['souscription_initiale', 'cotisation', 'renouvellement', 'rattrapage', 'correction']),
      mode_paiement: oneOf(['mtn_money', 'airtel_money', 'especes', 'carte', 'virement', 'cheque']),
      montant: francs(100_000),
      statut: oneOf(['initie', 'en_cours', 'reussi', 'echoue', 'annule']),
      telephone_payeur: orNull(masked),
      motif_echec: orNull(text('Le solde ne suffit pas.')),
      paye_le: orNull(instant),
      cree_le: instant,
    }),
    Paiements: page('Paiement'),
    Beneficiaire: shape({
      id: key,
      ...beneficiaire,
      telephone: orNull(masked),
      date_naissance: orNull(day('2010-05-17')),
      part: { type: 'number', examples: [50] },
    }),
    Sinistre: shape({
      numero: text('SIN-2026-00012'),
      statut: oneOf(statutsSinistre),
      date_survenance: day(),
      declare_le: instant,
      demande: francs(150_000),
      accorde: francs(0),
      paye: francs(0),
      motif_rejet: orNull(oneOf(motifs)),
      alertes: list(oneOf(alertes)),
      documents: whole,
      lignes: list(
        shape({
          garantie: text('deces'),
          libelle: text('Décès'),
          demande: francs(150_000),
          accorde: francs(0),
          paye: francs(0),
        }),
      ),
    }),
    Sinistres: shape({ results: list(borne('Sinistre')) }),
    Detail: shape({
      ...contrat,
      du: francs(500_000),
      beneficiaires_max: whole,
      garanties: list(garantie),
      beneficiaires: list(borne('Beneficiaire')),
      cotisations: list(borne('Cotisation')),
      paiements: list(borne('Paiement')),
      sinistres: list(borne('Sinistre')),
    }),
    Rattrapage: shape({
      police: text(POLICE),
      etat: oneOf(etats),
      montant: about(francs(100_000), said.rattrapage),
      reste_a_payer: francs(100_000),
      couvert: flag,
      couvert_du: orNull(day()),
      couvert_jusqu_au: orNull(day('2026-07-31')),
      periodes: list(
        shape({
          quittance: text('Q2026005'),
          periode_debut: day(),
          periode_fin: day('2026-07-31'),
          montant: francs(100_000),
        }),
      ),
      message: text('Payez 100 000 FCFA : vous serez couvert dès aujourd’hui et jusqu’au 31/07/2026.'),
    }),
    Renouvellement: shape({
      police: text(POLICE),
      montant: about(francs(200_000), said.renouvellement),
      reste_du: francs(100_000),
      premiere_periode: francs(100_000),
      periodicite,
      date_effet: day('2027-03-01'),
      date_expiration: day('2028-02-29'),
    }),
    PaiementEnRoute: shape(enRoute),
    RenouvellementEnRoute: shape({ ...enRoute, montant: francs(200_000) }),
    EtatPaiement: shape({
      numero: text('PAI-2026-000123'),
      statut: oneOf(['initie', 'en_cours', 'reussi', 'echoue', 'annule']),
      etat: about(oneOf(['envoi', 'en_attente', 'verification', 'reussi', 'echoue']), said.etat),
      message: text('Validez la demande sur votre téléphone.'),
      peut_reessayer: flag,
      montant: francs(100_000),
    }),
    BeneficiaireAjoute: shape({ id: key, beneficiaires: list(borne('Beneficiaire')) }),
    Beneficiaires: shape({ beneficiaires: list(borne('Beneficiaire')) }),
    SinistreDeclare: shape({
      numero: text('SIN-2026-00012'),
      statut: oneOf(statutsSinistre),
      alertes: list(oneOf(alertes)),
    }),
    Telephone: shape({ telephone: masked }),
    Produit: shape({
      code: text('PASS-KIMIA'),
      nom: text('PASS KIMIA'),
      branche: text('ACC'),
      description: orNull(text('Accident et frais funéraires, dès 100 FCFA.')),
      garanties: list(garantie),
      montant_min: francs(100),
      montant_max: francs(100_000),
      periodicites: list(periodicite),
      duree: whole,
      duree_unite: oneOf(['jours', 'mois']),
      beneficiaires_max: whole,
      jours_grace: whole,
    }),
    Annonce: shape({
      id: key,
      titre: text('Agence fermée le 28 novembre'),
      contenu: text('Jour férié. Les paiements mobile money restent possibles.'),
      importance: oneOf(importances),
      publiee_le: instant,
      fin: orNull(day('2026-11-30')),
    }),
    Annonces: shape({ results: list(borne('Annonce')) }),
    Produits: shape({ results: list(borne('Produit')) }),
    SouscriptionEnRoute: shape({ numero: text('SOU-2026-000045'), ...enRoute }),
  };
  return Object.fromEntries(Object.entries(own).map(([name, schema]) => [`Borne${name}`, schema]));
}
