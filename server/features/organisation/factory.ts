import type { Database } from '../../core/database.ts';
import { nextNumber } from '../../core/numbering.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import { agents } from './agents/resource.ts';

/** Where rows are made: the database itself, or a transaction by way of `within`. */
export type Place = Pick<Database, 'read'>;

/** A place whose rows exist only if the transaction does. */
export const within = (tx: Pick<Transaction, 'query'>): Place => ({
  read: ({ text, values }) => tx.query(text, values),
});

/** Adds one row to a table, without the engine's checks, and answers its id. For factories. */
export async function insert(place: Place, table: string, values: object): Promise<number> {
  const names = Object.keys(values);
  const places = names.map((_, i) => `$${i + 1}`).join(', ');
  const text = `insert into ${table} (${names.join(', ')}) values (${places}) returning id`;
  const [row] = await place.read<{ id: number }>({ text, values: Object.values(values), stable: true });
  return (row as { id: number }).id;
}

export interface SuccursaleOptions {
  code: string;
  nom: string;
  ville: string;
  pays: 'CG' | 'CM';
  parent_id?: number;
  adresse?: string;
  telephone?: string;
}

export const makeSuccursale = (place: Place, options: SuccursaleOptions) => insert(place, 'succursales', options);

export interface UtilisateurOptions {
  email: string;
  nom: string;
  prenom?: string;
  /** The code of the role. */
  role: string;
  succursale_id: number;
  departement?: string;
  telephone?: string;
  /** argon2id hash; without one the person cannot sign in yet. */
  mot_de_passe?: string;
}

export async function makeUtilisateur(place: Place, { role, ...rest }: UtilisateurOptions): Promise<number> {
  const [found] = await place.read<{ id: number }>({
    text: 'select id from roles where code = $1',
    values: [role],
    stable: true,
  });
  if (!found) throw new Error(`there is no role "${role}"`);
  return insert(place, 'utilisateurs', { ...rest, role_id: found.id });
}

export interface AgentOptions {
  nom: string;
  prenom?: string;
  telephone: string;
  adresse?: string;
  succursale_id: number;
  utilisateur_id?: number;
  /** Hundredths: 12.5 means 12,5 %. */
  taux_commission?: number;
}

/** An agent with the next matricule, as the engine would have given it. */
export async function makeAgent(place: Place, options: AgentOptions): Promise<{ id: number; matricule: string }> {
  const { matricule: pattern } = agents.numbered;
  if (!pattern) throw new Error('agents have no numbered matricule');
  const query = <T extends object>(text: string, values: unknown[] = []) =>
    place.read<T>({ text, values, stable: true });
  const matricule = await nextNumber({ query }, 'agents.matricule', pattern);
  return { id: await insert(place, 'agents', { ...options, matricule }), matricule };
}
