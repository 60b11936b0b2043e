import type { Langue } from '../../core/messages/messages.ts';
import { answering, failing } from './answers.ts';
import { borne } from './borne-shapes.ts';
import { enTete } from './borne-terminal.ts';
import { borneWords } from './borne-words.ts';
import type { Answer, Operation, Paths } from './types.ts';
import { words } from './words.ts';

/**
 * The addresses that clients and staff share: one operation of the document each, that tells of both. The token
 * decides whose it is.
 */
export function withClients(paths: Paths, langue: Langue): Paths {
  const said = borneWords(langue);
  const { answers } = words(langue);
  const accepted = (name: string, description: string) => ({ 202: answering(description, borne(name)) });
  const both: Operation['security'] = [{ bearer: [] }, { apiKey: [] }, { cookie: [] }, { borne: [] }];
  return {
    ...paths,
    ...change(paths, '/auth/login', 'post', (login) => ({
      ...orBody(orAnswer(login, 'SignedIn'), 'Login'),
      description: `${login.description}${said.login}`,
      parameters: [...(login.parameters ?? []), enTete(langue)],
      responses: { ...orAnswer(login, 'SignedIn').responses, ...accepted('CodePromis', said.promised) },
    })),
    ...change(paths, '/auth/refresh', 'post', (refresh) => ({
      ...orBody(orAnswer(refresh, 'SignedIn'), 'Espace', 'anyOf'),
      description: `${refresh.description}${said.refresh}`,
    })),
    ...change(paths, '/auth/logout', 'post', (logout) => ({
      ...logout,
      description: `${logout.description}${said.logout}`,
      security: both,
    })),
    ...change(paths, '/contrats/{id}', 'get', (get) => ({
      ...orAnswer(get, 'Detail'),
      description: `${get.description}${said.detail}`,
      security: both,
    })),
    ...change(paths, '/contrats/{id}/renouveler', 'post', (renew) => ({
      ...orBody(renew, 'Renouveler'),
      description: `${renew.description}${said.renouveler}`,
      security: both,
      responses: {
        ...failing(422, 429),
        ...renew.responses,
        ...accepted('RenouvellementEnRoute', answers.ok),
      },
    })),
  };
}

function change(paths: Paths, path: string, method: 'get' | 'post', how: (operation: Operation) => Operation): Paths {
  const item = paths[path];
  const operation = item?.[method];
  return item && operation ? { [path]: { ...item, [method]: how(operation) } } : {};
}

/** Their schema first: what is shown as an example stays the staff's. */
function orAnswer(operation: Operation, name: string): Operation {
  const answer = operation.responses[200] as Answer;
  const media = answer.content?.['application/json'];
  if (!media) return operation;
  const schema = { anyOf: [media.schema, borne(name)] };
  const content = { ...answer.content, 'application/json': { ...media, schema } };
  return { ...operation, responses: { ...operation.responses, 200: { ...answer, content } } };
}

function orBody(operation: Operation, name: string, how: 'oneOf' | 'anyOf' = 'oneOf'): Operation {
  const body = operation.requestBody;
  const media = body?.content['application/json'];
  if (!body || !media) return operation;
  const content = { ...body.content, 'application/json': { ...media, schema: { [how]: [media.schema, borne(name)] } } };
  return { ...operation, requestBody: { ...body, content } };
}
