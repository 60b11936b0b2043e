import type { Caller } from '../../../../core/access.ts';
import type { Field } from '../../../../core/fields.ts';
import { fieldLabel } from '../../../../core/messages/messages.ts';
import type { ExportRow } from '../../../../core/records/export.ts';
import { labelOf } from '../../../../core/resource.ts';
import type { DocumentPdf } from '../../../../integrations/pdf/document.ts';
import { montant } from '../../../../integrations/pdf/texte.ts';
import type { Groupe, Sommes } from '../calculer.ts';
import type { Prete } from '../demande.ts';
import { direInstant, direValeur, groupeDe } from '../libelles.ts';
import { mots } from '../mots.ts';
import { direGroupement } from '../phrases.ts';

/** Shares of the width, by kind; a text takes more than a day. */
const parts: Record<string, number> = {
  francs: 1.1,
  integer: 0.7,
  flag: 0.6,
  day: 0.9,
  instant: 1.3,
  choice: 1.2,
  code: 1.6,
};
const right: readonly string[] = ['francs', 'integer', 'percent', 'id'];

/** The sums of each group and of everything. */
export async function synthese(
  doc: DocumentPdf,
  caller: Caller,
  prete: Prete,
  groupes: readonly Groupe[],
  all: Sommes,
): Promise<void> {
  const { groupement, of, mesures, rapport } = prete;
  if (!groupement) return;
  const { langue } = caller;
  const said = mots[langue];
  const taux = Object.keys(rapport.taux ?? {});
  const line = (libelle: string, sommes: Sommes) => [
    libelle,
    montant(sommes.nombre ?? 0),
    ...mesures.map(({ name }) => montant(sommes[`sum_${name}`] ?? 0)),
    ...taux.map((name) => (sommes[name] == null ? '—' : `${sommes[name]} %`.replace('.', langue === 'fr' ? ',' : '.'))),
  ];
  const sum = (titre: string) => ({ titre, part: 1, droite: true });
  doc.partie(said.synthese);
  await doc.longTableau({
    colonnes: [
      { titre: direGroupement(langue, of, groupement), part: 1.5 },
      sum(said.nombre),
      ...mesures.map(({ name, kind }) => ({
        ...sum(fieldLabel(langue, of, name)),
        part: kind === 'francs' ? 1.1 : 0.9,
      })),
      ...taux.map((name) => sum(said.taux[name] ?? name)),
    ],
    lignes: groupes.map(({ libelle, sommes }) => line(libelle, sommes)),
    total: line(said.total, all),
    vide: said.rien,
  });
}

/** The rows, a table for each group with what all of it adds up to. At most so many. */
export async function detail(
  doc: DocumentPdf,
  caller: Caller,
  prete: Prete,
  rows: AsyncIterable<ExportRow[]>,
  groupes: readonly Groupe[],
  all: Sommes,
  most: number,
): Promise<void> {
  const { groupement, of } = prete;
  const sums = new Map(groupes.map(({ valeur, sommes }) => [String(valeur ?? ''), sommes]));
  let current: { cle: string; libelle: string } | undefined;
  let lines: string[][] = [];
  const end = async () => {
    if (current) doc.partie(current.libelle);
    else doc.partie(mots[caller.langue].detail);
    await table(doc, caller, prete, lines, current ? sums.get(current.cle) : all);
    lines = [];
  };
  let shown = 0;
  for await (const batch of rows) {
    for (const row of batch.slice(0, most - shown)) {
      const groupe = groupement && groupeDe(caller, of, groupement, row);
      if (current && groupe?.cle !== current.cle) await end();
      current = groupe;
      lines.push(colonnesDuDetail(prete).map((field) => cell(caller, prete, field, row)));
    }
    shown += Math.min(batch.length, most - shown);
    if (shown >= most) break;
  }
  await end();
}

/** What a group is made by stands above its table already. */
function colonnesDuDetail({ colonnes, groupement }: Prete): Field[] {
  const others = colonnes.filter((field) => groupement?.mois || field !== groupement?.field);
  return others.length > 0 ? others : colonnes;
}

function table(doc: DocumentPdf, caller: Caller, prete: Prete, lignes: string[][], sommes?: Sommes): Promise<void> {
  const { mesures, of, groupement } = prete;
  const colonnes = colonnesDuDetail(prete);
  const summed = colonnes.some((field) => mesures.includes(field));
  const said = mots[caller.langue];
  const first = colonnes.findIndex((field) => !mesures.includes(field));
  const total = colonnes.map((field, i) => {
    if (i === first) return groupement ? said.sousTotal : said.total;
    return mesures.includes(field) && sommes ? montant(sommes[`sum_${field.name}`] ?? 0) : '';
  });
  return doc.longTableau({
    colonnes: colonnes.map(({ name, kind }) => ({
      titre: fieldLabel(caller.langue, of, name),
      part: parts[kind] ?? 1.4,
      droite: right.includes(kind),
    })),
    lignes,
    ...(sommes && summed && lignes.length > 0 ? { total } : {}),
    vide: said.rien,
  });
}

function cell(caller: Caller, { of }: Prete, field: Field, row: ExportRow): string {
  const value = row[field.name];
  if (value === null || value === undefined) return '';
  switch (field.kind) {
    case 'reference':
      return (row[labelOf(field)] as { libelle?: string } | null)?.libelle ?? '';
    case 'francs':
    case 'integer':
      return montant(Number(value));
    case 'instant':
      return direInstant(new Date(value as string | Date));
    case 'json':
      return JSON.stringify(value);
    default:
      return direValeur(caller, of, field, value);
  }
}
