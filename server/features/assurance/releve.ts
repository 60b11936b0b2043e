import type { Jour } from '../../core/jours.ts';
import type { Langue } from '../../core/messages/messages.ts';
import { type Francs, inFrancs } from '../../core/money.ts';
import { maskPhone } from '../../core/phone.ts';
import { ouvrirDocument } from '../../integrations/pdf/document.ts';
import type { Tableau } from '../../integrations/pdf/tableau.ts';
import { enJour, montant } from '../../integrations/pdf/texte.ts';
import { type ModePaiement, mots, type StatutCotisation } from './releve-messages.ts';

/** What a relevé shows: the rows of the views as they are, for one client. */
export interface Releve {
  institution: string;
  coordonnees?: string;
  numero: string;
  date: Jour;
  langue?: Langue;
  /** The telephone is masked here, whatever is given. */
  client: { nom: string; telephone: string };
  contrats: {
    police: string;
    produit: string;
    date_effet: Jour;
    date_expiration: Jour;
    couvert_jusqu_au: Jour | null;
    solde: Francs;
    reste_a_payer: Francs;
  }[];
  cotisations: {
    quittance: string;
    police: string;
    periode_debut: Jour;
    periode_fin: Jour;
    montant: Francs;
    paye: Francs;
    reste: Francs;
    statut: StatutCotisation;
  }[];
  /** Those that have succeeded. */
  paiements: { numero: string; jour: Jour; police: string; mode_paiement: ModePaiement; montant: Francs }[];
}

type Mots = (typeof mots)[Langue];

/** The relevé as a PDF; its totals are the sums of the rows it shows. */
export async function relevePdf(releve: Releve): Promise<Buffer> {
  const { institution, coordonnees, numero, client, contrats, langue = 'fr' } = releve;
  const said = mots[langue];
  const pdf = ouvrirDocument({
    institution,
    coordonnees,
    titre: said.titre,
    numero,
    date: enJour(releve.date),
    langue,
  });
  pdf.champs([
    [said.client, client.nom],
    [said.telephone, maskPhone(client.telephone)],
    [said.total_paye, inFrancs(sum(contrats, 'solde'))],
    [said.du, inFrancs(sum(contrats, 'reste_a_payer'))],
  ]);
  pdf.partie(said.contrats);
  pdf.tableau(ofContrats(releve, said));
  pdf.partie(said.cotisations);
  pdf.tableau(ofCotisations(releve, said));
  pdf.partie(said.paiements);
  pdf.tableau(ofPaiements(releve, said));
  pdf.paragraphe(said.mention);
  return pdf.fermer();
}

/** In whole francs. */
const sum = <K extends string>(rows: readonly Record<K, Francs>[], key: K): Francs =>
  rows.reduce((total, row) => total + row[key], 0);

const ofContrats = ({ contrats }: Releve, said: Mots): Tableau => ({
  colonnes: [
    { titre: said.police, part: 22 },
    { titre: said.produit, part: 17 },
    { titre: said.effet, part: 12 },
    { titre: said.expiration, part: 12 },
    { titre: said.couvert, part: 12 },
    { titre: said.paye, part: 12, droite: true },
    { titre: said.du_fcfa, part: 13, droite: true },
  ],
  lignes: contrats.map((each) => [
    each.police,
    each.produit,
    enJour(each.date_effet),
    enJour(each.date_expiration),
    enJour(each.couvert_jusqu_au),
    montant(each.solde),
    montant(each.reste_a_payer),
  ]),
  total: [said.total, '', '', '', '', montant(sum(contrats, 'solde')), montant(sum(contrats, 'reste_a_payer'))],
  vide: said.sans_contrat,
});

const ofCotisations = ({ cotisations }: Releve, said: Mots): Tableau => ({
  colonnes: [
    { titre: said.quittance, part: 10 },
    { titre: said.police, part: 21 },
    { titre: said.periode, part: 26 },
    { titre: said.montant, part: 11, droite: true },
    { titre: said.paye, part: 11, droite: true },
    { titre: said.reste_fcfa, part: 11, droite: true },
    { titre: said.statut, part: 10 },
  ],
  lignes: cotisations.map((each) => [
    each.quittance,
    each.police,
    said.du_au.replace('{du}', enJour(each.periode_debut)).replace('{au}', enJour(each.periode_fin)),
    montant(each.montant),
    montant(each.paye),
    montant(each.reste),
    said.statuts[each.statut],
  ]),
  total: [
    said.total,
    '',
    '',
    montant(sum(cotisations, 'montant')),
    montant(sum(cotisations, 'paye')),
    montant(sum(cotisations, 'reste')),
    '',
  ],
  vide: said.sans_cotisation,
});

const ofPaiements = ({ paiements }: Releve, said: Mots): Tableau => ({
  colonnes: [
    { titre: said.numero, part: 18 },
    { titre: said.date, part: 14 },
    { titre: said.police, part: 20 },
    { titre: said.mode, part: 16 },
    { titre: said.montant, part: 16, droite: true },
  ],
  lignes: paiements.map((each) => [
    each.numero,
    enJour(each.jour),
    each.police,
    said.modes[each.mode_paiement],
    montant(each.montant),
  ]),
  total: [said.total, '', '', '', montant(sum(paiements, 'montant'))],
  vide: said.sans_paiement,
});
