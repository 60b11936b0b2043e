import { type ActionContext, type ActionRequest, Filter, NotFoundError } from 'adminjs';
import { type Caller, can, visibleFields } from '../../../server/core/access.ts';
import { parseQuery } from '../../../server/core/query/parse.ts';
import type { Resource } from '../../../server/core/resource.ts';
import type { Guichet } from '../../../server/guichet.ts';
import type { RecordsResource } from '../adapter/records-resource.ts';
import { type Relation, relationsOf } from '../options/relations.ts';
import { callerIn } from '../person.ts';
import { said } from '../problems.ts';

/** Rows shown before the way to the whole list. */
const FIRST = 10;

/** Rows in between that are looked through, the newest first. */
const BETWEEN = 200;

/**
 * What belongs to one row, as far as this person reads it: how many there are of each (`liens`: what is declared, then
 * what there is, those without any last); with `?de=cotisations` the first rows of one.
 */
export const relatedHandler =
  (guichet: Guichet, resource: Resource) =>
  async (request: ActionRequest, _response: unknown, context: ActionContext) => {
    const { record, currentAdmin } = context;
    if (!record) throw new NotFoundError('introuvable', 'liens');
    const caller = await callerIn(guichet, context);
    const readable = relationsOf(resource).filter((relation) => reads(caller, relation));
    const valueHere = ({ by, through }: Relation) => {
      const value = String(by === 'id' ? record.id() : record.params[by]);
      return through ? between(guichet, caller, through, value) : Promise.resolve(value);
    };
    const asked = request.query?.de;
    if (asked === undefined) {
      const links = await said(caller.langue, () =>
        Promise.all(readable.map(async (relation) => counted(guichet, caller, relation, await valueHere(relation)))),
      );
      return { record: record.toJSON(currentAdmin), liens: links.sort(emptyLast) };
    }
    const relation = readable.find((each) => nameOf(each) === asked);
    if (!relation) throw new NotFoundError('introuvable', 'liens');
    const value = await said(caller.langue, () => valueHere(relation));
    const rows = context._admin.findResource(relation.resource.name) as RecordsResource;
    const filter = new Filter({ [relation.field.name]: value }, rows);
    const found = value === '' ? [] : await rows.find(filter, { limit: FIRST }, context);
    return { record: record.toJSON(currentAdmin), records: found.map((each) => each.toJSON(currentAdmin)) };
  };

interface Link {
  nom: string;
  ressource: string;
  /** The field of the list's filter, and its value: several with commas between. */
  champ: string;
  valeur: string;
  nombre: number;
  estime: boolean;
  /** Shown even when there is none. */
  toujours: boolean;
  /** A name of its own. */
  titre?: string;
}

/** The keys of the rows in between, with commas between them. */
async function between(guichet: Guichet, caller: Caller, through: Required<Relation>['through'], value: string) {
  const { resource, field } = through;
  const query = parseQuery(caller.actor, resource, [
    [field.name, value],
    ['ordering', '-id'],
    ['fields', 'id'],
    ['page_size', String(BETWEEN)],
  ]);
  const { results } = await guichet.records.list(caller, resource, query);
  return (JSON.parse(results) as { id: number }[]).map(({ id }) => id).join(',');
}

async function counted(guichet: Guichet, caller: Caller, relation: Relation, valeur: string): Promise<Link> {
  const { resource, field, declared = false, name } = relation;
  const link = { nom: nameOf(relation), ressource: resource.name, champ: field.name, valeur, toujours: declared };
  const titre = name ? { titre: name } : {};
  if (valeur === '') return { ...link, ...titre, nombre: 0, estime: false };
  const sent: [string, string] = [valeur.includes(',') ? `${field.name}__in` : field.name, valeur];
  const { count, count_is_estimate } = await guichet.records.count(
    caller,
    resource,
    parseQuery(caller.actor, resource, [sent]),
  );
  return { ...link, ...titre, nombre: count, estime: count_is_estimate };
}

/** A resource may refer to another, and to itself. */
const nameOf = ({ resource, field }: Relation): string => `${resource.name}.${field.name}`;

const reads = ({ actor }: Caller, { resource, field, through }: Relation): boolean =>
  can(actor, resource, 'lire') &&
  visibleFields(actor, resource).includes(field) &&
  (!through || reads({ actor } as Caller, { ...through, by: 'id' }));

const place = ({ toujours, nombre }: Link): number => (toujours ? 0 : nombre > 0 ? 1 : 2);
const emptyLast = (a: Link, b: Link): number => place(a) - place(b);
