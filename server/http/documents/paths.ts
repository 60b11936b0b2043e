import type { Langue } from '../../core/messages/messages.ts';
import { typesEnvoyes } from '../../features/documents/examiner.ts';
import { NOM_FICHIER } from '../../features/documents/nom.ts';
import { answering, type ErrorStatus, failing } from '../openapi/answers.ts';
import { instant, key, list, oneOf, shape, text, whole } from '../openapi/borne-shapes.ts';
import { inLanguage, rowErrors } from '../openapi/operation.ts';
import { shared } from '../openapi/parameters.ts';
import { type Answer, type Operation, type Parameter, type Paths, refTo, type Schema } from '../openapi/types.ts';
import { documentWords } from './words.ts';

const sending: ErrorStatus[] = [400, 401, 404, 409, 413, 415, 422, 503];

const depose = { id: key, nom: text('Facture.pdf'), type: oneOf(['jpeg', 'pdf']), taille: whole };
const liste = shape({ results: list(shape({ ...depose, cree_le: instant })) });

/** The addresses of files: what is printed, what clients send and staff open. */
export function documentPaths(langue: Langue): Paths {
  const said = documentWords[langue];
  const headers = {
    'Content-Disposition': refTo('headers', 'contentDisposition'),
    'X-Request-Id': refTo('headers', 'requestId'),
  };
  const binary = (...types: string[]) =>
    Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', contentEncoding: 'binary' } }]));
  const file = (description: string, ...types: string[]): Answer => ({
    description,
    headers,
    content: binary(...types),
  });
  const inPath = (name: 'police' | 'numero' | 'document', schema: Schema): Parameter => ({
    name,
    in: 'path',
    required: true,
    description: said[name],
    schema,
  });
  const place = [inPath('police', { type: 'string', examples: ['POL001'] }), inPath('numero', { type: 'string' })];
  const sent: Pick<Operation, 'requestBody'> = {
    requestBody: { required: true, description: said.body, content: binary(...typesEnvoyes) },
  };
  const nom: Parameter = {
    name: NOM_FICHIER,
    in: 'header',
    description: said.nom,
    schema: { type: 'string', examples: ['Facture%20de%20la%20clinique.pdf'] },
  };
  const client = { tags: ['borne'], security: [{ borne: [] }] };
  return {
    '/bordereaux/{id}/pdf': {
      get: {
        operationId: 'bordereaux_pdf',
        tags: ['bordereaux'],
        summary: said.bordereau,
        parameters: [...shared('id'), ...inLanguage],
        responses: { 200: file(said.printed, 'application/pdf'), ...failing(...rowErrors) },
      },
    },
    '/devis/{id}/pdf': {
      get: {
        operationId: 'devis_pdf',
        tags: ['devis'],
        summary: said.devis,
        parameters: [...shared('id'), ...inLanguage],
        responses: { 200: file(said.offer, 'application/pdf'), ...failing(...rowErrors) },
      },
    },
    '/documents/{id}/fichier': {
      get: {
        operationId: 'documents_fichier',
        tags: ['documents'],
        summary: said.ouvrir,
        parameters: [...shared('id'), ...inLanguage],
        responses: { 200: file(said.file, 'image/jpeg', 'application/pdf'), ...failing(...rowErrors) },
      },
    },
    '/sinistres/{id}/documents': {
      post: {
        operationId: 'sinistres_documents',
        tags: ['sinistres'],
        summary: said.deposer,
        parameters: [...shared('id', 'idempotencyKey'), nom, ...inLanguage],
        ...sent,
        responses: { 201: answering(said.kept, shape(depose), { Location: 'location' }), ...failing(...sending, 403) },
      },
    },
    '/contrats/{police}/sinistres/{numero}/documents': {
      get: {
        ...client,
        operationId: 'borne_documents',
        summary: said.lister,
        parameters: [...place, ...inLanguage],
        responses: { 200: answering(said.listed, liste), ...failing(400, 401, 404, 503) },
      },
      post: {
        ...client,
        operationId: 'borne_documents_deposer',
        summary: said.envoyer,
        parameters: [...place, ...shared('idempotencyKey'), nom, ...inLanguage],
        ...sent,
        responses: { 201: answering(said.kept, shape(depose)), ...failing(...sending) },
      },
    },
    '/contrats/{police}/sinistres/{numero}/documents/{document}': {
      delete: {
        ...client,
        operationId: 'borne_documents_retirer',
        summary: said.retirer,
        parameters: [...place, inPath('document', key), ...shared('idempotencyKey'), ...inLanguage],
        responses: { 200: answering(said.listed, liste), ...failing(400, 401, 404, 409, 413, 415, 422, 503) },
      },
    },
  };
}
