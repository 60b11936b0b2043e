import type { Actor } from '../../../core/access.ts';
import type { Database } from '../../../core/database.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import type { Watch } from '../../../core/watch.ts';

/** An active member of staff as an actor, and the age of their sessions. */
export interface Known {
  actor: Actor;
  epoque: number;
  langue: 'fr' | 'en';
  prenom: string | null;
}

const text = `
  select u.id, u.email, concat_ws(' ', u.prenom, u.nom) as nom, u.prenom, u.epoque, u.langue, u.succursale_id,
    r.code as role, r.portee, r.droits as role_droits, u.droits as utilisateur_droits,
    (with recursive below as (
       select id from succursales where id = u.succursale_id
       union select s.id from succursales s join below b on s.parent_id = b.id)
     select coalesce(json_agg(id order by id), '[]') from below) as succursales
  from utilisateurs u join roles r on r.id = u.role_id
  where u.id = $1 and u.actif`;

/** The tables that an actor is made of. */
const decisive: readonly string[] = ['utilisateurs', 'roles', 'succursales'];

interface Loaded {
  id: number;
  email: string;
  nom: string;
  prenom: string | null;
  epoque: number;
  langue: 'fr' | 'en';
  succursale_id: number;
  role: string;
  portee: Actor['portee'];
  role_droits: Actor['droits']['role'];
  utilisateur_droits: Actor['droits']['utilisateur'];
  succursales: number[];
}

const knownFrom = ({ epoque, langue, prenom, role_droits, utilisateur_droits, ...rest }: Loaded): Known => ({
  epoque,
  langue,
  prenom,
  actor: { ...rest, droits: { role: role_droits, utilisateur: utilisateur_droits } },
});

/** Somebody else as an actor, within a transaction: to ask what they may do. */
export async function actorOf(tx: Pick<Transaction, 'query'>, id: number): Promise<Actor | undefined> {
  const [row] = await tx.query<Loaded>(text, [id]);
  return row && knownFrom(row).actor;
}

/**
 * Finds actors by the id of their account, and remembers them until the database says that somebody's rights,
 * account or place in the tree has changed. An inactive account is nobody.
 */
export function openActors(database: Database, watch: Watch) {
  const remembered = new Map<number, Known>();
  let news = 0;
  const forget = () => {
    remembered.clear();
    news += 1;
  };
  watch.on('acces', forget);
  // What this process writes itself is known before the database says so.
  watch.on('donnees', (table) => {
    if (decisive.includes(table)) forget();
  });

  async function load(id: number): Promise<Known | undefined> {
    const [row] = await database.read<Loaded>({ text, values: [id], stable: true });
    return row && knownFrom(row);
  }

  return {
    async find(id: number): Promise<Known | undefined> {
      const known = watch.listening ? remembered.get(id) : undefined;
      if (known) return known;
      const before = news;
      const loaded = await load(id);
      // What changed while it was being read is not remembered.
      if (loaded && before === news) remembered.set(id, loaded);
      return loaded;
    },
  };
}

export type Actors = ReturnType<typeof openActors>;
