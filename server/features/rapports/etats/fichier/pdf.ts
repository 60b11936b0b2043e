import type { Caller } from '../../../../core/access.ts';
import { aujourdhui } from '../../../../core/jours.ts';
import type { ExportRow } from '../../../../core/records/export.ts';
import type { Records } from '../../../../core/records/records.ts';
import { type DocumentPdf, ouvrirDocument } from '../../../../integrations/pdf/document.ts';
import { montant } from '../../../../integrations/pdf/texte.ts';
import { type Groupe, graphique, groupes, totaux } from '../calculer.ts';
import type { Prete } from '../demande.ts';
import { direJour } from '../libelles.ts';
import { mots } from '../mots.ts';
import { detail, synthese } from './pdf-tableaux.ts';

/**
 * A report on paper: what was asked for, the chart, the sums of each group, then the rows group by group. It shows so
 * many rows and says so; its sums are of all of them.
 */
export async function ecrirePdf(
  records: Records,
  caller: Caller,
  prete: Prete,
  rows: AsyncIterable<ExportRow[]>,
  parametres: readonly (readonly [string, string])[],
  most: number,
): Promise<Buffer> {
  const { langue, actor } = caller;
  const said = mots[langue];
  const [all, { groupes: found }] = await Promise.all([
    totaux(records, caller, prete),
    groupes(records, caller, prete),
  ]);
  const [house] = await records.database.read<{ nom: string }>({
    text: 'select nom from succursales where id = $1',
    values: [actor.succursale_id],
    stable: true,
  });
  const today = aujourdhui();
  const doc = ouvrirDocument({
    institution: house?.nom ?? 'Guichet',
    titre: said.rapports[prete.nom],
    numero: `${prete.nom}-${today}`,
    date: direJour(today),
    langue,
  });
  const nombre = all.nombre ?? 0;
  doc.champs([
    ...parametres.slice(1).map(([nom, valeur]): [string, string] => [nom, valeur]),
    [said.champs.lignes, montant(nombre)],
  ]);
  if (nombre > most) doc.paragraphe(said.plafond(montant(most), montant(nombre)));
  if (prete.groupement) dessiner(doc, caller, prete, found);
  await synthese(doc, caller, prete, found, all);
  await detail(doc, caller, prete, rows, found, all, most);
  return doc.fermer();
}

/** The most that a chart on paper tells apart; months are a line, and all of them are drawn. */
const POINTS_MAX = 10;

/** The groups as a chart; those that are too many for it are drawn as one. */
function dessiner(doc: DocumentPdf, caller: Caller, prete: Prete, groupes: readonly Groupe[]): void {
  const said = mots[caller.langue];
  const { forme, unite, series } = graphique(caller, prete, groupes);
  const drawn = series.map(({ libelle, points }) => {
    if (forme === 'courbe' || points.length <= POINTS_MAX) return { libelle, points };
    const largest = points.toSorted((a, b) => b.valeur - a.valeur);
    const rest = largest.slice(POINTS_MAX - 1).reduce((sum, { valeur }) => sum + valeur, 0);
    return { libelle, points: [...largest.slice(0, POINTS_MAX - 1), { libelle: said.autres, valeur: rest }] };
  });
  doc.graphique({ titre: drawn[0]?.libelle, forme, unite, series: drawn, vide: said.rien });
}
