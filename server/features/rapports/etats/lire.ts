import type { Caller } from '../../../core/access.ts';
import { fieldLabel } from '../../../core/messages/messages.ts';
import type { Records } from '../../../core/records/records.ts';
import { champsDesColonnes, type Groupe, graphique, groupes, type Sommes, totaux } from './calculer.ts';
import type { Prete } from './demande.ts';
import { mots } from './mots.ts';
import { direFiltres, direPeriode } from './phrases.ts';

/**
 * A report as a screen shows it: its sums, its groups and a page of its rows.
 * @returns what stands before the rows, and the rows as JSON text; `more` when there is a next page
 */
export async function lireRapport(records: Records, caller: Caller, prete: Prete) {
  const { query, of, nom, colonnes, groupement, periode, filtre, mesures } = prete;
  const said = mots[caller.langue];
  const calcule_le = new Date().toISOString();
  const [sums, { groupes: found, tronques }, page, filtres_dits] = await Promise.all([
    totaux(records, caller, prete),
    groupes(records, caller, prete),
    records.list(caller, of, { ...query, fields: [...champsDesColonnes(prete), 'libelle'] }),
    direFiltres(records.database, caller, prete),
  ]);
  const count = sums.nombre ?? 0;
  const head = {
    rapport: nom,
    libelle: said.rapports[nom],
    ressource: of.name,
    periode: periode && { ...periode, dite: direPeriode(caller.langue, prete) },
    filtre,
    filtres_dits,
    calcule_le,
    colonnes: colonnes.map(({ name, kind }) => ({
      nom: name,
      libelle: fieldLabel(caller.langue, of, name),
      sorte: kind,
    })),
    mesures: [
      ...mesures.map(({ name, kind }) => ({
        nom: `sum_${name}`,
        libelle: fieldLabel(caller.langue, of, name),
        sorte: kind,
      })),
      ...Object.keys(prete.rapport.taux ?? {}).map((name) => ({
        nom: name,
        libelle: said.taux[name],
        sorte: 'percent',
      })),
    ],
    grouper_par: groupement?.nom ?? null,
    groupes: found.map(dit),
    groupes_tronques: tronques,
    totaux: sums,
    graphique: groupement ? graphique(caller, prete, found) : null,
    count,
  };
  return { head, results: page.results, more: count > query.page * query.page_size };
}

/** A group with its sums beside its name. */
export type GroupeDit = Omit<Groupe, 'sommes'> & Sommes;

const dit = ({ sommes, ...groupe }: Groupe): GroupeDit => Object.assign({}, sommes, groupe) as GroupeDit;
