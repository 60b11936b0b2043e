import { ADMINISTRATEUR, type Caller, can } from '../../../server/core/access.ts';
import { champInvalide } from '../../../server/core/errors.ts';
import { aujourdhui, type Jour } from '../../../server/core/jours.ts';
import { parseQuery } from '../../../server/core/query/parse.ts';
import { possibleActions } from '../../../server/core/records/act.ts';
import type { Chiffre, Liste } from '../../../server/features/rapports/chiffres/types.ts';
import type { Groupe, Sommes } from '../../../server/features/rapports/etats/calculer.ts';
import type { Demande } from '../../../server/features/rapports/etats/demande.ts';
import { rapportsEnregistres } from '../../../server/features/rapports/etats/enregistres/resource.ts';
import { lireRapport } from '../../../server/features/rapports/etats/lire.ts';
import { listerRapports } from '../../../server/features/rapports/etats/lister.ts';
import { type Rapport, rapportDe } from '../../../server/features/rapports/etats/rapport.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { preparerPour } from '../../../server/http/rapports/exporter.ts';
import { filtersIn, sentBy } from '../adapter/filters.ts';
import { type Enregistre, enAdresse, filtreDeListe, type LigneEnregistree, reglagesDe } from './saved-reports.ts';

type Listes = ReturnType<typeof listerRapports>;

/** A report as the screen offers it. */
export type RapportOffert = Omit<Listes['rapports'][number], 'filtres'> & {
  /** The fields that it sets itself. */
  fixes: string[];
};

/** What the screen of reports must know before it asks for one. */
export interface Bureau {
  aujourdhui: Jour;
  moi: number | null;
  rapports: RapportOffert[];
  periodes: Listes['periodes'];
  enregistres: Enregistre[];
  /** Whether this person may keep reports under a name. */
  enregistrable: boolean;
  /** Whether there is a succursale to choose. */
  succursales: boolean;
}

/** What keeps a row, and tells nobody anything. */
const upkeep = ['revision', 'supprime_le'];

const setBy = ({ population }: Rapport) =>
  Object.keys(population.filtre()).map((name) => name.split('__')[0] as string);

export async function bureau(guichet: Guichet, caller: Caller): Promise<Bureau> {
  const { actor } = caller;
  const { rapports, periodes } = listerRapports(caller);
  return {
    aujourdhui: aujourdhui(),
    moi: actor.id,
    rapports: rapports.map(({ filtres: _, ...each }) => ({
      ...each,
      colonnes: each.colonnes.filter(({ nom }) => !upkeep.includes(nom)),
      groupements: each.groupements.filter(({ nom }) => !upkeep.includes(nom.split('__')[0] as string)),
      fixes: setBy(rapportDe(each.nom).rapport),
    })),
    periodes,
    enregistres: await enregistresPour(guichet, caller),
    enregistrable: can(actor, rapportsEnregistres, 'creer'),
    succursales: actor.portee === 'toutes' || (actor.portee === 'succursale' && actor.succursales.length > 1),
  };
}

async function enregistresPour(guichet: Guichet, caller: Caller): Promise<Enregistre[]> {
  if (!can(caller.actor, rapportsEnregistres, 'lire')) return [];
  const query = parseQuery(caller.actor, rapportsEnregistres, [
    ['page_size', '200'],
    ['ordering', 'nom'],
  ]);
  const { results } = await guichet.records.list(caller, rapportsEnregistres, query);
  const rows = JSON.parse(results) as LigneEnregistree[];
  const { id, role } = caller.actor;
  return rows.map((row) => {
    const own = row.utilisateur_id === id || role === ADMINISTRATEUR;
    const possible = possibleActions(caller.actor, rapportsEnregistres, { ...row });
    return {
      ...row,
      reglages: enAdresse(reglagesDe(row)),
      actions: possible.filter((verbe) => own || verbe === 'executer'),
    };
  });
}

const own = ['periode', 'du', 'au', 'grouper_par', 'ordering', 'colonnes'];

/** What the address of the screen asks of a report, in the engine's words. @throws 404, 400 naming a parameter */
export function demandeDans(nom: string, sent: Iterable<readonly [string, string]>): Demande {
  const { rapport } = rapportDe(nom);
  const query = Object.fromEntries(sent);
  for (const name of Object.keys(query))
    if (!own.includes(name) && !name.startsWith('filters.')) throw champInvalide(name, 'parametre_inconnu');
  const { colonnes, grouper_par, periode, du, au, ordering } = query;
  const given = Object.entries({ periode, du, au, ordering }).filter(([, value]) => value);
  const filters = sentBy(rapport.population.of, filtersIn(Object.entries(query)));
  return {
    rapport: nom,
    filtres: Object.fromEntries([...filters, ...(given as [string, string][])]),
    colonnes: colonnes?.split(',').filter(Boolean),
    grouper_par: grouper_par || undefined,
  };
}

/** A group whose list is the panel's. */
type GroupeOffert = Omit<Groupe, 'liste' | 'sommes'> & { liste: Liste } & Sommes;

/** More bars than this are no picture. */
const DRAWN_MAX = 20;
/** Rows that are shown under it. */
const FIRST = '20';

/** A report as the screen shows it: the API's own numbers, with the panel's addresses of their lists. */
export async function apercu(guichet: Guichet, caller: Caller, demande: Demande) {
  const filtres = { ...demande.filtres, page_size: FIRST };
  const prete = await preparerPour(guichet, caller, { ...demande, filtres }, 'lire');
  const { head, results } = await lireRapport(guichet.records, caller, prete);
  const { groupes, graphique, ressource, filtre, ...rest } = head;
  const listOf = (of: Liste['filtre']) => ({ ressource, filtre: filtreDeListe(of) });
  return {
    ...rest,
    ressource,
    liste: listOf(filtre) as Liste,
    groupes: groupes.map((each) => ({ ...each, liste: listOf(each.liste) }) as GroupeOffert),
    chiffre: graphique ? drawn({ ...head, graphique }, listOf) : null,
    /** How many groups there are beyond those that are drawn. */
    nonDessines: Math.max(0, groupes.length - DRAWN_MAX),
    lignes: JSON.parse(results) as Record<string, unknown>[],
  };
}

export type Apercu = Awaited<ReturnType<typeof apercu>>;

type Head = Awaited<ReturnType<typeof lireRapport>>['head'];

function drawn(
  head: Head & { graphique: NonNullable<Head['graphique']> },
  listOf: (filtre: Liste['filtre']) => Liste,
): Chiffre {
  const { rapport, libelle, groupes, totaux, calcule_le, graphique } = head;
  const { forme, unite, series } = graphique;
  const mesure = series[0]?.code ?? 'nombre';
  const somme = mesure === 'nombre' ? {} : { somme: mesure };
  return {
    nom: `rapport-${rapport}`,
    titre: libelle,
    unite,
    forme,
    calcule_le,
    total: totaux[mesure === 'nombre' ? 'nombre' : `sum_${mesure}`] ?? 0,
    nombre: totaux.nombre ?? 0,
    series: series.map(({ code, libelle: named, points }) => ({
      code,
      libelle: named,
      points: points.slice(0, DRAWN_MAX).map(({ liste, ...point }, i) => ({
        ...point,
        nombre: groupes[i]?.nombre ?? 0,
        liste: { ...listOf(liste.filtre), ...somme },
      })),
    })),
  };
}
