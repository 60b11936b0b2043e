import type { Jour } from '../../core/jours.ts';
import type { Langue } from '../../core/messages/messages.ts';
import { type Francs, inFrancs } from '../../core/money.ts';
import { maskPhone } from '../../core/phone.ts';
import { ouvrirDocument } from '../../integrations/pdf/document.ts';
import { enJour, montant } from '../../integrations/pdf/texte.ts';
import { francsEnLettres } from './en-lettres.ts';
import { mots } from './recu-messages.ts';
import { type ModePaiement, mots as motsReleve } from './releve-messages.ts';

/** What a reçu shows of a payment that has succeeded. Amounts in francs. */
export interface Recu {
  institution: string;
  coordonnees: string;
  numero: string;
  date: Jour;
  langue?: Langue;
  client: string;
  police: string;
  produit: string;
  jour: Jour;
  mode_paiement: ModePaiement;
  /** Masked here, whatever is given. */
  telephone_payeur: string | null;
  reference_operateur: string | null;
  verse: Francs;
  /** What was taken back of it since, as a positive number. */
  repris: Francs;
  /** What of each period it paid. */
  quittances: { quittance: string; periode_debut: Jour; periode_fin: Jour; montant: Francs; reste: Francs }[];
}

/** The reçu as a PDF; its lines add up to what was paid, less what was taken back. */
export async function recuPdf(recu: Recu): Promise<Buffer> {
  const { institution, coordonnees, numero, langue = 'fr', quittances, verse, repris } = recu;
  const said = mots[langue];
  const net = verse - repris;
  const pdf = ouvrirDocument({ institution, coordonnees, titre: said.titre, numero, date: enJour(recu.date), langue });
  pdf.encadre({ nom: said.montant, valeur: inFrancs(net), note: capital(francsEnLettres(net, langue)) });
  pdf.champs([
    [said.recu_de, recu.client],
    [said.police, recu.police],
    [said.produit, recu.produit],
    [said.jour, enJour(recu.jour)],
    [said.mode, motsReleve[langue].modes[recu.mode_paiement]],
    ...optional(said.telephone, recu.telephone_payeur && maskPhone(recu.telephone_payeur)),
    ...optional(said.reference, recu.reference_operateur),
    ...optional(said.verse, repris > 0 && inFrancs(verse)),
    ...optional(said.repris, repris > 0 && inFrancs(repris)),
  ]);
  const avance = net - quittances.reduce((sum, each) => sum + each.montant, 0);
  pdf.partie(said.affecte);
  pdf.tableau({
    colonnes: [
      { titre: said.quittance, part: 16 },
      { titre: said.periode, part: 40 },
      { titre: said.somme, part: 20, droite: true },
      { titre: said.reste, part: 20, droite: true },
    ],
    lignes: [
      ...quittances.map((each) => [
        each.quittance,
        said.du_au.replace('{du}', enJour(each.periode_debut)).replace('{au}', enJour(each.periode_fin)),
        montant(each.montant),
        montant(each.reste),
      ]),
      ...(avance > 0 ? [['', said.avance, montant(avance), '']] : []),
    ],
    total: [said.total, '', montant(net), ''],
    vide: said.vide,
  });
  pdf.paragraphe(said.mention);
  return pdf.fermer();
}

const optional = (nom: string, valeur: string | false | null): [string, string][] => (valeur ? [[nom, valeur]] : []);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
