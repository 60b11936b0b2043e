import type { Langue } from '../../core/messages/messages.ts';
import type { Schema } from './types.ts';
import { words } from './words.ts';

const codes = [
  'invalide',
  'non_identifie',
  'interdit',
  'code_demande',
  'borne_revoquee',
  'introuvable',
  'refuse',
  'perime',
  'conflit',
  'indisponible',
  'erreur_interne',
];

/** The schemas that every resource uses. */
export function sharedSchemas(langue: Langue): Record<string, Schema> {
  const { schemas: said } = words(langue);
  const text = (description?: string): Schema => ({ type: 'string', ...(description ? { description } : {}) });
  return {
    Problem: {
      type: 'object',
      description: said.problem,
      properties: {
        type: { type: 'string', format: 'uri-reference' },
        title: text(),
        status: { type: 'integer', minimum: 400, maximum: 599 },
        detail: text(said.message),
        instance: { type: 'string', format: 'uri-reference' },
        code: { type: 'string', enum: codes, description: said.code },
        message: text(said.message),
        errors: {
          type: 'object',
          description: said.errors,
          additionalProperties: { type: 'array', items: { type: 'string' } },
        },
        current: { type: 'object', description: said.current },
        attente: { type: 'integer', minimum: 1, description: said.attente },
        but: text(said.but),
      },
      required: ['type', 'title', 'status', 'detail', 'code', 'message'],
    },
    Libelle: {
      type: 'object',
      description: said.label,
      properties: { id: { type: 'integer', format: 'int64', minimum: 1 }, libelle: text() },
      required: ['id', 'libelle'],
      example: { id: 2, libelle: 'INTIA-Douala' },
    },
    Motif: {
      type: 'object',
      description: said.reason,
      properties: { motif: { type: 'string', minLength: 3, maxLength: 500 } },
      required: ['motif'],
      additionalProperties: false,
      example: { motif: 'Demande du client au guichet' },
    },
    Historique: {
      type: 'object',
      description: said.history,
      properties: { results: { type: 'array', items: line } },
      required: ['results'],
    },
  };
}

const values: Schema = { type: ['object', 'null'] };
const line: Schema = {
  type: 'object',
  properties: {
    id: { type: 'integer', format: 'int64', minimum: 1 },
    horodatage: { type: 'string', format: 'date-time' },
    action: { type: 'string' },
    resultat: { type: 'string', enum: ['reussi', 'refuse'] },
    auteur: { type: 'string' },
    role: { type: 'string' },
    surface: { type: 'string', enum: ['api', 'panneau', 'systeme', 'borne', 'lien'] },
    motif: { type: ['string', 'null'] },
    avant: values,
    apres: values,
  },
  required: ['id', 'horodatage', 'action', 'resultat', 'auteur', 'role', 'surface', 'motif', 'avant', 'apres'],
  additionalProperties: false,
  example: {
    id: 481,
    horodatage: '2026-11-21T09:30:00+01:00',
    action: 'modifier',
    resultat: 'reussi',
    auteur: 'Paul EKAMBI',
    role: 'gestionnaire',
    surface: 'api',
    motif: null,
    avant: { telephone: '+242061234567' },
    apres: { telephone: '+242055012345' },
  },
};
