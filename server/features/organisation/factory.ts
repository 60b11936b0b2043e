import type { Database } from '../../core/database.ts';

async function insert(database: Database, table: string, values: Record<string, unknown>): Promise<number> {
  const names = Object.keys(values);
  const places = names.map((_, i) => `$${i + 1}`).join(', ');
  const text = `insert into ${table} (${names.join(', ')}) values (${places}) returning id`;
  const [row] = await database.read<{ id: number }>({ text, values: Object.values(values), stable: true });
  return (row as { id: number }).id;
}

interface SuccursaleOptions {
  code: string;
  nom: string;
  ville: string;
  pays: 'CG' | 'CM';
  parent_id?: number;
}

export const makeSuccursale = (database: Database, options: SuccursaleOptions) => insert(database, 'succursales', { ...options });

interface UtilisateurOptions {
  email: string;
  nom: string;
  prenom?: string;
  /** The code of the role. */
  role: string;
  succursale_id: number;
  /** argon2id hash; without one the person cannot sign in yet. */
  mot_de_passe?: string;
}

export async function makeUtilisateur(database: Database, { role, ...rest }: UtilisateurOptions): Promise<number> {
  const [found] = await database.read<{ id: number }>({ text: 'select id from roles where code = $1', values: [role], stable: true });
  if (!found) throw new Error(`there is no role "${role}"`);
  return insert(database, 'utilisateurs', { ...rest, role_id: found.id });
}
