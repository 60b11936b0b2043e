import type { Langue } from '../../core/messages/messages.ts';
import { type NomRapport, nomsRapports, rapports } from '../../features/rapports/etats/catalogue.ts';
import { AUCUN, RESERVES } from '../../features/rapports/etats/demande.ts';
import { types } from '../../features/rapports/etats/fichier/formats.ts';
import { mots } from '../../features/rapports/etats/mots.ts';
import { periodes } from '../../features/rapports/etats/periodes.ts';
import type { Rapport } from '../../features/rapports/etats/rapport.ts';
import { answering, failing, withoutBody } from '../openapi/answers.ts';
import { bodyOf, inLanguage, readingErrors, rowErrors } from '../openapi/operation.ts';
import { filtersOf, ownOf, shared } from '../openapi/parameters.ts';
import {
  type Answer,
  type Operation,
  type Parameter,
  type Paths,
  type Ref,
  refTo,
  type Schema,
} from '../openapi/types.ts';
import { fill, words } from '../openapi/words.ts';
import { rapportsWords } from './words.ts';

const TAG = 'rapports';

/** The addresses of reports and of their files. */
export function rapportsPaths(langue: Langue): Paths {
  const said = rapportsWords[langue];
  const { answers } = words(langue);
  const operation = (
    name: string,
    summary: string,
    description: string,
    own: Partial<Operation> & Pick<Operation, 'responses'>,
  ) => ({
    operationId: `rapports_${name}`,
    tags: [TAG],
    summary,
    description,
    ...own,
    parameters: [...(own.parameters ?? []), ...inLanguage],
  });
  const ok = (schema: string) => answering(answers.ok, refTo('schemas', schema));
  const content = Object.fromEntries(
    Object.values(types).map((type) => [type.split(';')[0], { schema: { type: 'string', contentEncoding: 'binary' } }]),
  );
  const headers = {
    'Content-Disposition': refTo('headers', 'contentDisposition'),
    'X-Request-Id': refTo('headers', 'requestId'),
  };
  const file: Answer = { description: said.fichierAussitot, headers, content };
  const id = shared('id');
  return {
    '/rapports': {
      get: operation('liste', said.liste, said.listeDescription, {
        responses: { 200: ok('Rapports'), ...failing(400, 401, 503) },
      }),
    },
    ...Object.fromEntries(nomsRapports.map((nom) => [`/rapports/${nom}`, { get: reading(nom) }])),
    '/rapports/export': {
      post: operation('export', said.export, said.exportDescription, {
        parameters: shared('idempotencyKey'),
        requestBody: bodyOf(refTo('schemas', 'DemandeExport')),
        responses: {
          200: file,
          202: answering(said.accepte, refTo('schemas', 'Export'), { Location: 'location' }),
          ...failing(...readingErrors, 409, 413, 415, 422),
        },
      }),
    },
    '/rapports/exports': {
      get: operation('list', said.exports, said.exportsDescription, {
        responses: { 200: ok('Exports'), ...failing(400, 401, 503) },
      }),
    },
    '/rapports/exports/{id}': {
      get: operation('exports_un', said.un, said.unDescription, {
        parameters: id,
        responses: { 200: ok('Export'), ...failing(400, 401, 404, 503) },
      }),
      delete: operation('exports_retirer', said.retirer, said.retirerDescription, {
        parameters: id,
        responses: { 204: withoutBody(said.retire), ...failing(400, 401, 404, 503) },
      }),
    },
    '/rapports/exports/{id}/fichier': {
      get: operation('exports_fichier', said.fichier, said.fichierDescription, {
        parameters: id,
        responses: { 200: file, ...failing(...rowErrors, 409) },
      }),
    },
  };

  function reading(nom: NomRapport): Operation {
    return operation(nom, fill(said.rapport, { nom: mots[langue].rapports[nom] }), said.rapportDescription, {
      parameters: parametersOf(nom),
      responses: { 200: ok('Rapport'), ...failing(...readingErrors) },
    });
  }

  /** What a report takes beside the filters of its resource; one that it sets itself cannot be given. */
  function parametersOf(nom: NomRapport): (Parameter | Ref)[] {
    const { population }: Rapport = rapports[nom];
    const query = (name: 'du' | 'au' | 'periode' | 'grouper_par' | 'colonnes', schema: Schema): Parameter => ({
      name,
      in: 'query',
      description: said[name],
      schema,
    });
    const day = { type: 'string', format: 'date' };
    const period = [query('du', day), query('au', day), query('periode', { type: 'string', enum: [...periodes] })];
    // A field of such a name is not filtered by its bare name.
    const set = [...Object.keys(population.filtre()), ...RESERVES];
    const free = filtersOf(population.of, langue).filter(({ $ref }) => {
      const name = $ref.split('.').at(-1) ?? '';
      return !set.includes(name) && !$ref.endsWith('/corbeille');
    });
    return [
      ...(population.date ? period : []),
      query('grouper_par', { type: 'string', examples: [rapports[nom].grouper_par, AUCUN] }),
      query('colonnes', { type: 'string', examples: ['id'] }),
      ...shared('page', 'page_size'),
      ...ownOf(population.of, 'ordering'),
      ...free,
    ];
  }
}

export const rapportsTag = (langue: Langue) => ({
  name: TAG,
  'x-displayName': rapportsWords[langue].tag,
  description: rapportsWords[langue].tagDescription,
});
