import type { Langue } from '../../core/messages/messages.ts';
import { catalogue } from '../../features/rapports/chiffres/catalogue.ts';
import { titre } from '../../features/rapports/chiffres/messages.ts';
import { answering, failing } from '../openapi/answers.ts';
import { about, day, flag, instant, list, oneOf, shape, text, whole } from '../openapi/borne-shapes.ts';
import { inLanguage, readingErrors } from '../openapi/operation.ts';
import { type Operation, type Parameter, type Paths, refTo, type Schema } from '../openapi/types.ts';
import { fill, words } from '../openapi/words.ts';
import { dashboardWords } from './words.ts';

const TAG = 'dashboard';

const unite = oneOf(['nombre', 'francs', 'pourcent']);
const forme = oneOf(['carte', 'barres', 'piles', 'courbe', 'anneau', 'table']);
const number = (example: number): Schema => ({ type: 'number', examples: [example] });

/** The addresses of the figures, one each. */
export function dashboardPaths(langue: Langue): Paths {
  const said = dashboardWords[langue];
  const { answers } = words(langue);
  const query = (name: 'du' | 'au' | 'succursale_id', schema: Schema): Parameter => ({
    name,
    in: 'query',
    description: said[name],
    schema,
  });
  const period = { type: 'string', format: 'date' };
  const view = [query('du', period), query('au', period), query('succursale_id', { type: 'integer', minimum: 1 })];
  const get = (name: string, own: Omit<Operation, 'operationId' | 'tags'>): { get: Operation } => ({
    get: {
      operationId: `dashboard_${name}`,
      tags: [TAG],
      ...own,
      parameters: [...(own.parameters ?? []), ...inLanguage],
    },
  });
  const index = shape({ nom: text('encaissements'), titre: text('Encaissements'), unite, forme, dans_stats: flag });
  const cards = shape({
    periode: shape({ du: day(), au: day() }),
    cartes: list(refTo('schemas', 'Chiffre')),
  });
  const stream = {
    description: said.fluxDescription,
    headers: { 'X-Request-Id': refTo('headers', 'requestId') },
    content: { 'text/event-stream': { schema: { type: 'string' }, example: EXAMPLE } },
  };
  return {
    '/dashboard': get('index', {
      summary: said.index,
      responses: { 200: answering(answers.ok, shape({ results: list(index) })), ...failing(400, 401, 503) },
    }),
    '/dashboard/stats': get('stats', {
      summary: said.stats,
      description: said.statsDescription,
      parameters: view,
      responses: { 200: answering(answers.ok, cards), ...failing(400, 401, 404, 503) },
    }),
    '/dashboard/flux': get('flux', {
      summary: said.flux,
      description: said.fluxDescription,
      responses: { 200: stream, ...failing(400, 401, 503) },
    }),
    ...Object.fromEntries(
      catalogue.map(({ nom }) => [
        `/dashboard/${nom}`,
        get(nom.replaceAll('-', '_'), {
          summary: fill(said.chiffre, { titre: titre(langue, nom) }),
          parameters: view,
          responses: { 200: answering(answers.ok, refTo('schemas', 'Chiffre')), ...failing(...readingErrors, 404) },
        }),
      ]),
    ),
  };
}

const EXAMPLE = 'event: change\ndata: {"chiffres":["encaissements","encaisse"]}\n\n';

/** What a figure looks like, whatever it counts. */
export function dashboardSchemas(langue: Langue): Record<string, Schema> {
  const { champs: said } = dashboardWords[langue];
  const code = { code: text('especes'), libelle: text('Espèces') };
  const counted = { nombre: about(whole, said.nombre), montant: about(number(145000), said.montant) };
  const liste = shape(
    {
      ressource: text('paiements'),
      filtre: { type: 'object', additionalProperties: { type: 'string' }, examples: [{ statut: 'reussi' }] },
      somme: about(text('montant'), said.somme),
    },
    ['ressource', 'filtre'],
  );
  const point = shape({ ...code, valeur: number(145000), ...counted, liste: about(liste, said.liste) }, [
    'code',
    'libelle',
    'valeur',
    'nombre',
    'liste',
  ]);
  const chiffre = shape(
    {
      nom: about(text('encaissements'), said.nom),
      titre: text('Encaissements par mode de paiement'),
      unite: about(unite, said.unite),
      forme,
      periode: shape({ du: day(), au: day('2026-07-21') }),
      calcule_le: about(instant, said.calcule_le),
      total: number(145000),
      ...counted,
      precedent: about(number(98000), said.precedent),
      taux: about(number(62.5), said.taux),
      liste: about(liste, said.liste),
      series: list(shape({ ...code, liste, points: list(point) }, ['code', 'libelle', 'points'])),
      lignes: about(list({ type: 'object' }), said.lignes),
    },
    ['nom', 'titre', 'unite', 'forme', 'calcule_le', 'total', 'series'],
  );
  return { Chiffre: chiffre };
}

export const dashboardTag = (langue: Langue) => ({
  name: TAG,
  'x-displayName': dashboardWords[langue].tag,
  description: dashboardWords[langue].tagDescription,
});
