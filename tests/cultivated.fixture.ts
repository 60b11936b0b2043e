import { cultive } from '../server/features/crm/exemple.fixture.ts';
import { rapporte } from '../server/features/rapports/exemple.fixture.ts';
import type { TestApi } from './api.ts';

interface Pair {
  douala: number;
  yaounde: number;
}

/** A row of each place under the name of its resource, out of what each place has. */
export const pairsOf = <Name extends string>(
  douala: Record<Name, number>,
  yaounde: Record<Name, number>,
): Record<Name, Pair> => {
  const names = Object.keys(douala) as Name[];
  const pairs = names.map((name) => [name, { douala: douala[name], yaounde: yaounde[name] }]);
  return Object.fromEntries(pairs) as Record<Name, Pair>;
};

/** What is under way with a client in each place; for the grid. */
export async function cultivated({ db, people }: TestApi): Promise<Record<string, Pair>> {
  const of = async (place: keyof Pair, utilisateur_id: number) => {
    const name = place.toUpperCase();
    const text = 'insert into clients (succursale_id, nom) values ($1, $2) returning id';
    const [client] = await db.rows<{ id: number }>(text, [people[place], name]);
    const chez = { client_id: client?.id as number, succursale_id: people[place], utilisateur_id };
    return { ...(await cultive(db.database, chez, name)), ...(await rapporte(db.rows, chez, name)) };
  };
  return pairsOf(await of('douala', people.paul.id), await of('yaounde', people.chantal.id));
}
