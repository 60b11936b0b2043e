import type { Request } from 'express';
import { type FieldErrors, invalide } from '../../core/errors.ts';
import { type Jour, plusMois } from '../../core/jours.ts';
import { kindOf } from '../../core/kinds.ts';
import { messagesOf, safeParse } from '../../core/validation.ts';
import { dater } from '../../features/rapports/chiffres/periode.ts';
import type { Vue } from '../../features/rapports/populations.ts';
import { parametersOf } from '../rest/page.ts';

/** The most that a figure looks back over. */
const ANNEES_MAX = 5;

const schemas = {
  du: kindOf('day').schema({}),
  au: kindOf('day').schema({}),
  succursale_id: kindOf('id').schema({}),
};
type Nom = keyof typeof schemas;

/** What is asked of a figure: its days and one succursale alone, each if it is given. @throws 400 naming each mistake */
export function vueDe(req: Request): Vue {
  const errors: FieldErrors = Object.create(null);
  const vue: { du?: Jour; au?: Jour; succursale_id?: number } = {};
  const seen = new Set<string>();
  for (const [name, text] of new URLSearchParams(parametersOf(req))) {
    if (seen.has(name)) errors[name] = [{ key: 'parametre_repete' }];
    else if (!Object.hasOwn(schemas, name)) errors[name] = [{ key: 'parametre_inconnu' }];
    else read(name as Nom, text);
    seen.add(name);
  }

  function read(name: Nom, text: string) {
    const value = kindOf(name === 'succursale_id' ? 'id' : 'day').fromText(text);
    const parsed = safeParse(schemas[name], value);
    if (parsed.success) Object.assign(vue, { [name]: parsed.data });
    else errors[name] = messagesOf(parsed.error);
  }

  const { du, au } = dater(vue);
  if (du > au) errors[vue.au ? 'au' : 'du'] ??= [{ key: 'periode_inversee' }];
  else if (au >= plusMois(du, 12 * ANNEES_MAX))
    errors.du ??= [{ key: 'periode_longue', params: { annees: ANNEES_MAX } }];
  if (Object.keys(errors).length > 0) throw invalide(errors, 'requete_invalide');
  return vue;
}

/** @throws 400 naming what is asked of an address that takes nothing */
export function sansParametre(req: Request): void {
  const errors: FieldErrors = Object.create(null);
  for (const [name] of new URLSearchParams(parametersOf(req))) errors[name] = [{ key: 'parametre_inconnu' }];
  if (Object.keys(errors).length > 0) throw invalide(errors, 'requete_invalide');
}
