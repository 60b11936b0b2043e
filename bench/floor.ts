import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';
import { ZONE } from '../server/core/jours.ts';
import { say } from './child.ts';
import { contratStatements } from './floor-contrats.ts';

/**
 * The least that a server in this language can do over these tables: node:http, one prepared statement a route,
 * the JSON written by PostgreSQL. No framework, nobody signed in, nothing checked. `/sans` counts nothing,
 * `/avec` counts up to 10 001 rows in each request.
 */
const own = (table: string, living: string) =>
  `(select count(*)::int from ${table} x where x.client_id = c.id and x.supprime_le is null and x.${living})`;
const worth = `(select coalesce(sum(paye), 0) from souscriptions x where x.client_id = c.id)
  + (select coalesce(sum(montant), 0) from devis x
     where x.client_id = c.id and x.statut = 'accepte' and x.souscription_id is null)::bigint`;
const fields = `c.id, c.nom, c.prenom, c.societe, c.categorie, c.email, c.telephone, c.date_naissance, c.adresse, c.ville,
  c.succursale_id, case when s.id is not null then json_build_object('id', s.id, 'libelle', s.nom) end as succursale,
  c.notes, ${own('projets', `statut <> 'termine'`)} as projets_actifs,
  ${own('opportunites', `statut = 'en_cours'`)} as opportunites_actives, ${worth} as valeur_client, c.revision, c.cree_le, c.modifie_le, c.supprime_le, concat_ws(' ', c.nom, c.prenom) as libelle`;

const page = (where: string) => `
  select coalesce(json_agg(x), '[]')::text from (
    select ${fields} from (
      select * from clients where succursale_id = $1 and supprime_le is null ${where} order by id desc limit 25
    ) c left join succursales s on s.id = c.succursale_id order by c.id desc) x`;
const count = (where: string) => `
  select count(*) from (select from clients where succursale_id = $1 and supprime_le is null ${where} limit 10001) n`;
const named = `and recherche like '%' || sans_accents($2) || '%'`;

const list = (where: string, counted: boolean) =>
  `select '{' || ${counted ? `'"count":' || (${count(where)}) || ',' ||` : ''} '"next":null,"previous":null,"results":' || (${page(where)}) || '}' as body`;

/** One prepared statement that writes `body`, and the parameters of the address that it takes in order. */
export interface Statement {
  text: string;
  parameters: string[];
}

const statements: Record<string, Statement> = {
  ...contratStatements,
  '/sans/liste': { text: list('', false), parameters: ['succursale_id'] },
  '/avec/liste': { text: list('', true), parameters: ['succursale_id'] },
  '/sans/recherche': { text: list(named, false), parameters: ['succursale_id', 'search'] },
  '/avec/recherche': { text: list(named, true), parameters: ['succursale_id', 'search'] },
  '/un': {
    text: `select row_to_json(x)::text as body from (
      select ${fields}, json_build_array('modifier', 'supprimer') as actions
      from clients c left join succursales s on s.id = c.succursale_id where c.id = $1 and c.supprime_le is null) x`,
    parameters: ['id'],
  },
};

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.GUICHET_POOL ?? 12),
  options: `-c timezone=${ZONE}`,
});

async function answer(url: string, res: ServerResponse): Promise<void> {
  const [path = '', query = ''] = url.split('?');
  const statement = statements[path];
  if (!statement) return void res.writeHead(404).end();
  const asked = new URLSearchParams(query);
  const values = statement.parameters.map((name) => asked.get(name));
  const { rows } = await pool.query<{ body: string }>({ name: path, text: statement.text, values });
  const body = rows[0]?.body;
  if (body === undefined) return void res.writeHead(404).end();
  res.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(body) });
  res.end(body);
}

const server = createServer((req, res) => {
  answer(req.url ?? '/', res).catch((error) => {
    console.error(error);
    res.writeHead(500).end();
  });
});
server.listen(0, '127.0.0.1', () => say(server));
