import type { Caller } from '../../../../core/access.ts';
import { aujourdhui } from '../../../../core/jours.ts';
import type { ExportRow } from '../../../../core/records/export.ts';
import type { Records } from '../../../../core/records/records.ts';
import { ouvrirDocument } from '../../../../integrations/pdf/document.ts';
import { montant } from '../../../../integrations/pdf/texte.ts';
import { groupes, totaux } from '../calculer.ts';
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
  synthese(doc, caller, prete, found, all);
  await detail(doc, caller, prete, rows, found, all, most);
  return doc.fermer();
}
