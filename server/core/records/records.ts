import { type Caller, demand } from '../access.ts';
import type { Database } from '../database.ts';
import { Problem } from '../errors.ts';
import { journalizeAlone } from '../journal/journal.ts';
import type { Sent } from '../query/parse.ts';
import type { Query } from '../query/query.ts';
import { abilitiesOf, type Resource } from '../resource.ts';
import type { Watch } from '../watch.ts';
import { act } from './act.ts';
import { openCounting } from './counting.ts';
import { openExport } from './export.ts';
import { history } from './history.ts';
import { aggregate, get, list } from './read.ts';
import { type Transaction, transact } from './transaction.ts';
import { create, destroy, remove, restore, update } from './write.ts';

/**
 * The one door to the rows for everybody who works here: permission, row scope, validity and revision are checked,
 * the change and its journal line happen together, and refused attempts are kept too.
 */
export function openRecords(database: Database, watch: Watch) {
  const counting = openCounting(database, watch);

  /** One write: its transaction, then the news to this process, or the refusal in the journal. */
  async function write<T>(
    caller: Caller,
    resource: Resource,
    verb: string,
    id: number | undefined,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const changed = new Set<string>();
    try {
      // An answer that is kept for a second sending is for those who may still ask.
      if (caller.once && abilitiesOf(resource).includes(verb)) demand(caller.actor, resource, verb);
      const answer = await transact(database, caller, (tx) =>
        work({
          ...tx,
          changed: (table) => {
            changed.add(table);
            tx.changed(table);
          },
        }),
      );
      for (const table of changed) watch.tell('donnees', table);
      return answer;
    } catch (error) {
      await keepRefusal(caller, resource, verb, id, error);
      throw error;
    }
  }

  /** Someone tried what they may not, or what the rules refuse: that is worth a line. A typing mistake is not. */
  async function keepRefusal(
    caller: Caller,
    resource: Resource,
    action: string,
    id: number | undefined,
    error: unknown,
  ) {
    if (!(error instanceof Problem) || ![403, 404, 409, 412].includes(error.status)) return;
    const details = { code: error.code, raison: error.said.key };
    await journalizeAlone(database, caller, {
      action,
      ressource: resource.name,
      objet_id: id,
      details,
      resultat: 'refuse',
    });
  }

  async function reading<T>(caller: Caller, resource: Resource, verb: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Problem && error.status === 403) await keepRefusal(caller, resource, verb, undefined, error);
      throw error;
    }
  }

  return {
    database,
    watch,
    list: (caller: Caller, resource: Resource, query: Query) =>
      reading(caller, resource, 'lire', () => list(database, counting, caller, resource, query)),
    count: (caller: Caller, resource: Resource, query: Partial<Query>) =>
      reading(caller, resource, 'lire', async () => {
        demand(caller.actor, resource, 'lire');
        return counting(caller.actor, resource, query);
      }),
    get: (caller: Caller, resource: Resource, id: number, query: Partial<Query> = {}) =>
      reading(caller, resource, 'lire', () => get(database, caller, resource, id, query)),
    aggregate: (caller: Caller, resource: Resource, sent: Sent) =>
      reading(caller, resource, 'lire', () => aggregate(database, caller, resource, sent)),
    history: (caller: Caller, resource: Resource, id: number) =>
      reading(caller, resource, 'lire', () => history(database, caller, resource, id)),
    export: (caller: Caller, resource: Resource, query: Query, asked: string) =>
      reading(caller, resource, 'exporter', () => openExport(database, caller, resource, query, asked)),
    create: (caller: Caller, resource: Resource, body: unknown) =>
      write(caller, resource, 'creer', undefined, (tx) => create(tx, resource, body)),
    /** All of them or none. */
    createMany: (caller: Caller, resource: Resource, bodies: readonly unknown[]) =>
      write(caller, resource, 'creer', undefined, async (tx) => {
        const made = [];
        for (const [i, body] of bodies.entries()) made.push(await create(tx, resource, body).catch(inElement(i)));
        return made;
      }),
    update: (
      caller: Caller,
      resource: Resource,
      id: number,
      body: unknown,
      options: { revision?: number; complete?: boolean } = {},
    ) =>
      write(caller, resource, 'modifier', id, (tx) =>
        update(tx, resource, id, body, options.revision, options.complete),
      ),
    remove: (caller: Caller, resource: Resource, id: number, revision?: number) =>
      write(caller, resource, 'supprimer', id, (tx) => remove(tx, resource, id, revision)),
    /** All of them or none. */
    removeMany: (caller: Caller, resource: Resource, ids: readonly number[]) =>
      write(caller, resource, 'supprimer', undefined, async (tx) => {
        for (const id of ids) await remove(tx, resource, id);
      }),
    restore: (caller: Caller, resource: Resource, id: number, revision?: number) =>
      write(caller, resource, 'restaurer', id, (tx) => restore(tx, resource, id, revision)),
    destroy: (caller: Caller, resource: Resource, id: number, revision?: number) =>
      write(caller, resource, 'detruire', id, (tx) => destroy(tx, resource, id, revision)),
    act: (caller: Caller, resource: Resource, id: number, name: string, body: unknown, revision?: number) =>
      write(caller, resource, name, id, (tx) => act(tx, resource, id, name, body, revision)),
  };
}

export type Records = ReturnType<typeof openRecords>;

/** Names the element of a batch in each field's error: `2.telephone`. */
const inElement = (index: number) => (error: unknown) => {
  if (!(error instanceof Problem)) throw error;
  const errors = Object.fromEntries(Object.entries(error.errors).map(([field, said]) => [`${index}.${field}`, said]));
  throw new Problem(error.status, error.code, error.said, errors, error.extra);
};
