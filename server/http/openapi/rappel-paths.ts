import type { Langue } from '../../core/messages/messages.ts';
import { failing, withoutBody } from './answers.ts';
import type { Operation, Parameter, Paths } from './types.ts';

const words = {
  fr: {
    mtn: 'Rappel de MTN MoMo',
    airtel: 'Rappel d’Airtel Money',
    description:
      'Réservé à l’opérateur : il annonce qu’un paiement a bougé. Rien de ce qu’il annonce n’est cru : le paiement est ' +
      'aussitôt vérifié auprès de l’opérateur lui-même.',
    jeton: 'Le jeton de la tentative, donné à l’opérateur avec la demande',
    hash: 'Signature du corps, si elle est active chez Airtel et n’est pas dans le corps',
    corps: 'Le paiement, dans la forme de l’opérateur',
    compris: 'Compris',
  },
  en: {
    mtn: 'Callback of MTN MoMo',
    airtel: 'Callback of Airtel Money',
    description:
      'For the operator alone: it tells that a payment has moved. Nothing of what it tells is believed: the operator ' +
      'itself is asked about the payment at once.',
    jeton: 'The token of the attempt, given to the operator with the request',
    hash: 'Signature of the body, if it is switched on at Airtel and is not in the body',
    corps: 'The payment, in the operator’s form',
    compris: 'Understood',
  },
} as const;

/** Where the operators of mobile money give their hints. */
export function rappelPaths(langue: Langue): Paths {
  const said = words[langue];
  const operation = (
    name: string,
    summary: string,
    parameters: Parameter[],
    statuses: (401 | 404 | 413)[],
  ): Operation => ({
    operationId: `rappels_${name}`,
    tags: ['service'],
    summary,
    description: said.description,
    security: [],
    parameters,
    requestBody: {
      required: true,
      description: said.corps,
      content: { 'application/json': { schema: { type: 'object' }, example: examples[name.split('_')[0] ?? ''] } },
    },
    responses: { 204: withoutBody(said.compris), ...failing(...statuses, 503) },
  });
  const jeton: Parameter = {
    name: 'jeton',
    in: 'path',
    description: said.jeton,
    required: true,
    schema: { type: 'string' },
    example: 'k3v9Q0m1yX2b',
  };
  const hash: Parameter = { name: 'hash', in: 'header', description: said.hash, schema: { type: 'string' } };
  return {
    '/rappels/mtn/{jeton}': {
      put: operation('mtn_put', said.mtn, [jeton], [404, 413]),
      post: operation('mtn_post', said.mtn, [jeton], [404, 413]),
    },
    '/rappels/airtel': { post: operation('airtel', said.airtel, [hash], [401, 404, 413]) },
  };
}

const examples: Record<string, object> = {
  mtn: { externalId: 'PAI-2026-000142', amount: '2500', currency: 'XAF', status: 'SUCCESSFUL' },
  airtel: { transaction: { id: '5b0f1c9e-6a1d-4c1e-9a55-0c7b8d1e2f34', status_code: 'TS', message: 'Paid XAF 2500' } },
};
