import type { Langue } from '../../core/messages/messages.ts';
import { answering, failing } from './answers.ts';
import { about, borne, instant, key, list, oneOf, orNull, shape, text, whole } from './borne-shapes.ts';
import { borneWords, type NomOperation } from './borne-words.ts';
import { bodyOf } from './operation.ts';
import { shared } from './parameters.ts';
import type { Operation, Parameter, Paths, Schema } from './types.ts';
import { words } from './words.ts';

/** The terminal that a request comes from. */
export const enTete = (langue: Langue, required = false): Parameter => ({
  name: 'X-Borne',
  in: 'header',
  ...(required ? { required } : {}),
  description: borneWords(langue).borne,
  schema: { type: 'string', examples: ['q3Jw0c8bq9q2cE6mYw0VfQm5t1uJpJ9y3lC2mM0xW4k'] },
});

/** The terminal itself, and the presence of whoever stands before it. */
export function terminalPaths(langue: Langue): Paths {
  const said = borneWords(langue).operations;
  const { answers } = words(langue);
  const operation = (name: NomOperation, own: Omit<Operation, 'operationId' | 'tags' | 'summary' | 'description'>) => ({
    operationId: `borne_${name}`,
    tags: ['borne'],
    summary: said[name][0] as string,
    description: said[name][1] as string,
    ...own,
    parameters: [...(own.parameters ?? []), ...shared('acceptLanguage')],
  });
  return {
    '/borne/terminal/enroler': {
      post: operation('terminal_enroler', {
        security: [],
        requestBody: bodyOf(borne('Enroler')),
        responses: { 201: answering(answers.created, borne('Enrolee')), ...failing(400, 401, 413, 415, 429, 503) },
      }),
    },
    '/borne/terminal/contact': {
      post: operation('terminal_contact', {
        security: [],
        parameters: [enTete(langue, true)],
        requestBody: bodyOf(borne('Contact')),
        responses: { 200: answering(answers.ok, borne('Situation')), ...failing(400, 401, 413, 415, 503) },
      }),
    },
    '/borne/reglages': {
      get: operation('reglages', {
        security: [],
        responses: { 200: answering(answers.ok, borne('Reglages')), ...failing(400, 503) },
      }),
    },
    '/auth/presence': {
      post: operation('presence', {
        security: [{ borne: [] }],
        requestBody: bodyOf(borne('Presence'), { required: false }),
        responses: { 200: answering(answers.ok, borne('Present')), ...failing(400, 401, 413, 415, 503) },
      }),
    },
  };
}

export function terminalSchemas(langue: Langue): Record<string, Schema> {
  const said = borneWords(langue).fields;
  const nom = text('Hall d’accueil, Douala');
  const succursale = text('INTIA-Douala');
  return {
    Enrolee: shape({
      jeton: about(text('q3Jw0c8bq9q2cE6mYw0VfQm5t1uJpJ9y3lC2mM0xW4k'), said.jetonBorne),
      borne: shape({ id: key, nom, succursale }),
    }),
    Situation: shape({
      borne: shape({ nom, succursale, etat: oneOf(['en_service']) }),
      reglages: borne('Reglages'),
    }),
    Reglages: shape({
      inactivite_secondes: whole,
      compte_a_rebours_secondes: whole,
      attente_paiement_secondes: whole,
      terminaux: oneOf(['libres', 'enroles']),
      code: oneOf(['jamais', 'ecritures', 'toujours']),
      code_minutes: whole,
      code_essais: whole,
      espace: orNull(text('guichet.example.cg/espace')),
      langues: list(oneOf(['fr', 'en'])),
    }),
    Present: shape({ inactif_le: about(orNull(instant), said.inactif) }),
  };
}
