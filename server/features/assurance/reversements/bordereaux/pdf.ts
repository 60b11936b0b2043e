import type { Jour } from '../../../../core/jours.ts';
import type { Langue } from '../../../../core/messages/messages.ts';
import { type Francs, inFrancs } from '../../../../core/money.ts';
import { ouvrirDocument } from '../../../../integrations/pdf/document.ts';
import { enJour, montant } from '../../../../integrations/pdf/texte.ts';
import type { statuts } from './bordereau.ts';
import { mots } from './pdf-messages.ts';

/** What a bordereau shows on paper. */
export interface BordereauImprime {
  langue?: Langue;
  /** The day on which it is printed. */
  date: Jour;
  numero: string;
  statut: (typeof statuts)[number];
  montant: Francs;
  succursale: string;
  /** Where it is found. */
  coordonnees: string;
  agent: { matricule: string; nom: string };
  etabli: { le: Jour; par: string | null };
  reception: { le: Jour; par: string | null } | null;
  motif: string | null;
  lignes: {
    paiement: string;
    jour: Jour;
    police: string | null;
    /** null where the reader may not see the client. */
    client: string | null;
    montant: Francs;
    correction: boolean;
  }[];
}

/** The bordereau as a PDF, to be signed by both; its total is the sum of the rows it shows. */
export async function bordereauPdf(bordereau: BordereauImprime): Promise<Buffer> {
  const { langue = 'fr', numero, succursale, coordonnees, agent, etabli, reception, motif, lignes } = bordereau;
  const said = mots[langue];
  const by = ({ le, par }: { le: Jour; par: string | null }) => (par ? `${enJour(le)} ${said.par} ${par}` : enJour(le));
  const head = {
    institution: succursale,
    coordonnees,
    titre: said.titre,
    numero,
    date: enJour(bordereau.date),
    langue,
  };
  const pdf = ouvrirDocument(head);
  pdf.champs([
    [said.agent, agent.nom],
    [said.matricule, agent.matricule],
    [said.succursale, succursale],
    [said.etabli, by(etabli)],
    [said.statut, said.statuts[bordereau.statut]],
    ...(reception ? [[said.reception, by(reception)] as [string, string]] : []),
    ...(motif ? [[said.motif, motif] as [string, string]] : []),
    [said.total_reverse, inFrancs(bordereau.montant)],
  ]);
  pdf.partie(said.paiements);
  pdf.tableau({
    colonnes: [
      { titre: said.paiement, part: 28 },
      { titre: said.date, part: 12 },
      { titre: said.police, part: 22 },
      { titre: said.client, part: 23 },
      { titre: said.montant, part: 15, droite: true },
    ],
    lignes: lignes.map((each) => [
      each.correction ? `${each.paiement} (${said.correction})` : each.paiement,
      enJour(each.jour),
      each.police ?? '',
      each.client ?? '',
      montant(each.montant),
    ]),
    total: [said.total, '', '', '', montant(lignes.reduce((sum, each) => sum + each.montant, 0))],
    vide: said.vide,
  });
  pdf.paragraphe(said.mention);
  pdf.partie(said.signatures);
  pdf.champs([
    [said.signature_agent, '………………………………………………………………'],
    [said.signature_caisse, '………………………………………………………………'],
  ]);
  return pdf.fermer();
}
