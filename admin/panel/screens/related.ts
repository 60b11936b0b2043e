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

/**
 * What belongs to one row, as far as this person reads it: how many there are of each (`liens`, those without any
 * last); with `?de=cotisations` the first rows of one.
 */
export const relatedHandler =
  (guichet: Guichet, resource: Resource) =>
  async (request: ActionRequest, _response: unknown, context: ActionContext) => {
    const { record, currentAdmin } = context;
    if (!record) throw new NotFoundError('introuvable', 'liens');
    const caller = await callerIn(guichet, context);
    const readable = relationsOf(resource).filter((relation) => reads(caller, relation));
    const keyOf = ({ by }: Relation) => Number(by === 'id' ? record.id() : record.params[by]);
    const asked = request.query?.de;
    if (asked === undefined) {
      const links = await said(caller.langue, () =>
        Promise.all(readable.map((relation) => counted(guichet, caller, relation, keyOf(relation)))),
      );
      return { record: record.toJSON(currentAdmin), liens: links.sort(emptyLast) };
    }
    const relation = readable.find((each) => nameOf(each) === asked);
    if (!relation) throw new NotFoundError('introuvable', 'liens');
    const rows = context._admin.findResource(relation.resource.name) as RecordsResource;
    const filter = new Filter({ [relation.field.name]: String(keyOf(relation)) }, rows);
    const found = await rows.find(filter, { limit: FIRST }, context);
    return { record: record.toJSON(currentAdmin), records: found.map((each) => each.toJSON(currentAdmin)) };
  };

interface Link {
  nom: string;
  ressource: string;
  /** The field of the list's filter, and its value. */
  champ: string;
  valeur: number;
  nombre: number;
  estime: boolean;
}

async function counted(guichet: Guichet, caller: Caller, relation: Relation, key: number): Promise<Link> {
  const { resource, field } = relation;
  const query = parseQuery(caller.actor, resource, [[field.name, String(key)]]);
  const { count, count_is_estimate } = await guichet.records.count(caller, resource, query);
  return {
    nom: nameOf(relation),
    ressource: resource.name,
    champ: field.name,
    valeur: key,
    nombre: count,
    estime: count_is_estimate,
  };
}

/** A resource may refer to another, and to itself. */
const nameOf = ({ resource, field }: Relation): string => `${resource.name}.${field.name}`;

const reads = ({ actor }: Caller, { resource, field }: Relation): boolean =>
  can(actor, resource, 'lire') && visibleFields(actor, resource).includes(field);

const emptyLast = (a: Link, b: Link): number => Number(a.nombre === 0) - Number(b.nombre === 0);
