import type { Caller } from '../../../core/access.ts';
import { fieldLabel } from '../../../core/messages/messages.ts';
import type { Records } from '../../../core/records/records.ts';
import { labelOf } from '../../../core/resource.ts';
import type { Filtre } from '../populations.ts';
import type { Prete } from './demande.ts';
import { mots } from './mots.ts';
import { nommeurDeGroupes } from './phrases.ts';
import type { Groupement } from './rapport.ts';

/** `nombre`, `sum_montant` …, and rates in percent; a rate of nothing is null. */
export type Sommes = Record<string, number | null>;

export interface Groupe {
  /** As the field holds it; a month as `2026-01`; null where the rows hold nothing. */
  valeur: string | number | boolean | null;
  libelle: string;
  sommes: Sommes;
  /** The filter of the list that holds exactly its rows. */
  liste: Filtre;
}

/** The engine's own measures take so many fields at once. */
const AT_ONCE = 3;
const GROUPS_MAX = 1000;

type Row = Record<string, number | string | boolean | null>;

/** Sums over everything that a demand asks for, or over each of its groups. */
async function sums(records: Records, caller: Caller, prete: Prete, groupement?: Groupement): Promise<Row[]> {
  const names = prete.mesures.map(({ name }) => name);
  const chunks: string[][] = [];
  for (let i = 0; i === 0 || i < names.length; i += AT_ONCE) chunks.push(names.slice(i, i + AT_ONCE));
  const asked = chunks.map(async (sum) => {
    const sent: [string, string][] = [...Object.entries(prete.filtre)];
    if (groupement) sent.push(['group_by', groupement.nom]);
    if (sum.length > 0) sent.push(['sum', sum.join(',')]);
    return JSON.parse(await records.aggregate(caller, prete.of, sent)) as Row[];
  });
  const [first = [], ...others] = await Promise.all(asked);
  const key = (row: Row) => String(groupement ? row[groupement.nom] : '');
  const found = others.map((rows) => new Map(rows.map((row) => [key(row), row])));
  return first.map((row) => Object.assign(row, ...found.map((rows) => rows.get(key(row)))));
}

function readSums({ rapport, mesures }: Prete, row: Row = {}): Sommes {
  const of = (name: string) => Number(row[`sum_${name}`] ?? 0);
  const taux = Object.entries(rapport.taux ?? {}).map(([name, { part, de }]) => {
    const whole = de.reduce((sum, each) => sum + of(each), 0);
    return [name, whole === 0 ? null : Math.round((1000 * of(part)) / whole) / 10];
  });
  return {
    nombre: Number(row.nombre ?? 0),
    ...Object.fromEntries(mesures.map(({ name }) => [`sum_${name}`, of(name)])),
    ...Object.fromEntries(taux),
  };
}

/** What everything adds up to. */
export async function totaux(records: Records, caller: Caller, prete: Prete): Promise<Sommes> {
  const [row] = await sums(records, caller, prete);
  return readSums(prete, row);
}

/** The groups in the order in which people read them, and whether there are more than can be told. */
export async function groupes(
  records: Records,
  caller: Caller,
  prete: Prete,
): Promise<{ groupes: Groupe[]; tronques: boolean }> {
  const { groupement, of } = prete;
  if (!groupement) return { groupes: [], tronques: false };
  const rows = await sums(records, caller, prete, groupement);
  const values = rows.map((row) => row[groupement.nom] ?? null);
  const name = await nommeurDeGroupes(records.database, caller, of, groupement, values);
  const found = rows.map((row, i) => {
    const valeur = values[i] ?? null;
    return {
      valeur,
      libelle: name(valeur),
      sommes: readSums(prete, row),
      liste: { ...prete.filtre, ...filtreDuGroupe(groupement, valeur, prete.filtre) },
    };
  });
  return { groupes: inOrder(groupement, found), tronques: rows.length >= GROUPS_MAX };
}

/** Months follow the calendar, choices their list, others begin with the largest; what is not given comes last. */
function inOrder({ field, mois }: Groupement, all: Groupe[]): Groupe[] {
  const place = ({ valeur }: Groupe) => field.choices?.indexOf(String(valeur)) ?? 0;
  return all.toSorted((a, b) => {
    if (a.valeur === null || b.valeur === null) return Number(a.valeur === null) - Number(b.valeur === null);
    if (mois) return String(a.valeur).localeCompare(String(b.valeur));
    return place(a) - place(b) || (b.sommes.nombre ?? 0) - (a.sommes.nombre ?? 0);
  });
}

/** What else holds of the rows of a group; a range that was asked for already is narrowed to it. */
function filtreDuGroupe({ field, mois }: Groupement, valeur: Groupe['valeur'], asked: Filtre): Filtre {
  if (valeur === null) return { [`${field.name}__isnull`]: 'true' };
  if (!mois) return { [field.name]: String(valeur) };
  const [year = 0, month = 0] = String(valeur).split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const range = `${field.name}__range`;
  const [from = '', to = '9999-12-31'] = asked[range]?.split(',').map((day) => day.trim()) ?? [];
  const [first, end] = [`${valeur}-01`, `${valeur}-${last}`];
  return { [range]: `${[from, first].toSorted().at(-1)},${[to, end].toSorted()[0]}` };
}

/** The groups as a screen or a document draws them. */
export function graphique({ langue }: Caller, prete: Prete, all: readonly Groupe[]) {
  const { rapport, of } = prete;
  const { forme, mesure } = rapport.graphique;
  const known = prete.mesures.find(({ name }) => name === mesure);
  const drawn = known ? `sum_${mesure}` : 'nombre';
  return {
    forme: prete.groupement?.mois ? ('courbe' as const) : forme,
    unite: known?.kind === 'francs' ? ('francs' as const) : ('nombre' as const),
    series: [
      {
        code: known ? mesure : 'nombre',
        libelle: known ? fieldLabel(langue, of, mesure) : mots[langue].nombre,
        points: all.map(({ valeur, libelle, sommes, liste }) => ({
          code: String(valeur ?? ''),
          libelle,
          valeur: sommes[drawn] ?? 0,
          liste: { ressource: of.name, filtre: liste },
        })),
      },
    ],
  };
}

/** The fields that a page of rows is asked for: each column, and the label of each reference. */
export const champsDesColonnes = ({ colonnes }: Prete): string[] =>
  colonnes.flatMap((field) => (field.kind === 'reference' ? [field.name, labelOf(field)] : [field.name]));
