import type { Caller } from '../../../../core/access.ts';
import type { Database } from '../../../../core/database.ts';
import type { Prete } from '../demande.ts';
import { direInstant } from '../libelles.ts';
import { mots } from '../mots.ts';
import { direFiltres, direGroupement, direPeriode } from '../phrases.ts';

/** What a file says of itself: the report, its period and filters in words, who made it and when. */
export async function enTetes(
  database: Database,
  caller: Caller,
  prete: Prete,
): Promise<[nom: string, valeur: string][]> {
  const { langue, actor } = caller;
  const said = mots[langue];
  const filtres = await direFiltres(database, caller, prete);
  const periode = direPeriode(langue, prete);
  const lines: [string, string | undefined][] = [
    [said.champs.rapport, said.rapports[prete.nom]],
    [said.champs.periode, periode],
    [said.champs.filtres, filtres.join(' ; ') || (periode ? undefined : said.tout)],
    [said.champs.groupe, prete.groupement && direGroupement(langue, prete.of, prete.groupement)],
    [said.champs.par, actor.nom],
    [said.champs.le, direInstant(new Date())],
  ];
  return lines.filter((line): line is [string, string] => line[1] !== undefined);
}
