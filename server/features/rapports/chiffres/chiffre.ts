import { type Caller, can } from '../../../core/access.ts';
import { introuvable } from '../../../core/errors.ts';
import type { Vue } from '../populations.ts';
import { cartes, catalogue, definitions } from './catalogue.ts';
import { contexteDe } from './contexte.ts';
import { titre } from './messages.ts';
import { partageDe } from './partage.ts';
import { dater } from './periode.ts';
import { demanderSuccursale } from './portee.ts';
import type { Chiffre, Definition, Sources } from './types.ts';

const voit = ({ actor }: Caller, { populations }: Definition) => populations.every(({ of }) => can(actor, of, 'lire'));

/** The names of the figures that this person may see, in order. */
export const chiffresPour = (caller: Caller): string[] =>
  catalogue.filter((each) => voit(caller, each)).map(({ nom }) => nom);

/**
 * A figure as this person may see it: of the current month up to today unless `du` and `au` say otherwise, of their
 * whole reach unless a succursale in it is named.
 * @throws 404 for no such figure, 403 for one over what they may not read, 404 naming `succursale_id` out of reach
 */
export async function chiffre(sources: Sources, caller: Caller, nom: string, vue: Vue = {}): Promise<Chiffre> {
  const definition = definitions.get(nom);
  if (!definition) throw introuvable();
  // Refused by the one door, so that the attempt is kept.
  for (const { of } of definition.populations)
    if (!can(caller.actor, of, 'lire')) await sources.records.aggregate(caller, of, []);
  await demanderSuccursale(sources, caller, vue);
  return calculer(sources, caller, definition, vue);
}

/** The first numbers of a home, those that this person may see. @throws 404 naming `succursale_id` out of reach */
export async function stats(sources: Sources, caller: Caller, vue: Vue = {}): Promise<Chiffre[]> {
  await demanderSuccursale(sources, caller, vue);
  const seen = cartes.filter((each) => voit(caller, each));
  return Promise.all(seen.map((each) => calculer(sources, caller, each, vue)));
}

async function calculer(sources: Sources, caller: Caller, definition: Definition, vue: Vue): Promise<Chiffre> {
  const { nom, unite, forme, populations } = definition;
  const datee = dater(vue);
  const { contexte, depuis } = contexteDe(await partageDe(sources), caller, datee);
  const corps = await definition.calculer(contexte);
  const { du, au } = datee;
  return {
    nom,
    titre: titre(caller.langue, nom),
    unite,
    forme,
    ...(populations.some(({ date }) => date) ? { periode: { du, au } } : {}),
    calcule_le: depuis().toISOString(),
    ...corps,
  };
}
