import type { Langue } from '../../core/messages/messages.ts';
import type { Resource } from '../../core/resource.ts';
import { dashboardPaths, dashboardSchemas, dashboardTag } from '../dashboard/paths.ts';
import { documentPaths } from '../documents/paths.ts';
import { rapportsPaths, rapportsTag } from '../rapports/paths.ts';
import { rapportsSchemas } from '../rapports/schemas.ts';
import { errorAnswers, sharedHeaders } from './answers.ts';
import { authPaths } from './auth-paths.ts';
import { authSchemas } from './auth-schemas.ts';
import { withClients } from './borne-meets-staff.ts';
import { bornePaths } from './borne-paths.ts';
import { borneSchemas } from './borne-schemas.ts';
import { borneWords } from './borne-words.ts';
import { comparaisonPaths } from './comparaison-paths.ts';
import { conversationPaths } from './conversation-paths.ts';
import { conversationWords } from './conversation-words.ts';
import { nestedPaths } from './nested-paths.ts';
import { resourceParameters, sharedParameters } from './parameters.ts';
import { pushPaths, pushSchemas } from './push-paths.ts';
import { rappelPaths } from './rappel-paths.ts';
import { resourcePaths } from './resource-paths.ts';
import { resourceSchemas } from './resource-schemas.ts';
import { servicePaths } from './service-paths.ts';
import { sharedSchemas } from './shared-schemas.ts';
import type { OpenAPIObject, Paths, Schema } from './types.ts';
import { fill, words } from './words.ts';

export interface DocumentOptions {
  /** Where the API is: absolute, or a path on the server that gives the document. */
  url: string;
  version: string;
  langue: Langue;
}

/** The API as OpenAPI 3.1: exactly what the routes do for these resources, in the asked language. */
export function openapiDocument(
  resources: readonly Resource[],
  { url, version, langue }: DocumentOptions,
): OpenAPIObject {
  const said = words(langue);
  const talk = conversationWords(langue);
  const clients = borneWords(langue);
  const each = <T>(make: (resource: Resource, langue: Langue) => Record<string, T>): Record<string, T> =>
    Object.assign({}, ...resources.map((resource) => make(resource, langue)));
  return {
    openapi: '3.1.0',
    info: { title: said.info.title, version, description: said.info.description },
    servers: [{ url, description: said.server }],
    tags: [
      { name: 'auth', 'x-displayName': said.tags.auth, description: said.tagDescriptions.auth },
      ...resources.map(({ name, messages }) => tagOf(name, messages[langue].many, said.tagDescriptions.resource)),
      dashboardTag(langue),
      rapportsTag(langue),
      { name: 'borne', 'x-displayName': clients.tag, description: clients.tagDescription },
      { name: 'conversation', 'x-displayName': talk.tag, description: talk.tagDescription },
      { name: 'service', 'x-displayName': said.tags.service, description: said.tagDescriptions.service },
    ],
    security: [{ bearer: [] }, { apiKey: [] }, { cookie: [] }],
    paths: {
      ...withClients({ ...authPaths(langue), ...(each(resourcePaths) as Paths) }, langue),
      ...nestedPaths(resources, langue),
      ...comparaisonPaths(langue),
      ...bornePaths(langue),
      ...documentPaths(langue),
      ...dashboardPaths(langue),
      ...rapportsPaths(langue),
      ...pushPaths(langue),
      ...conversationPaths(langue),
      ...rappelPaths(langue),
      ...servicePaths(langue),
    },
    components: {
      schemas: {
        ...sharedSchemas(langue),
        ...authSchemas(langue),
        ...borneSchemas(langue),
        ...pushSchemas(langue),
        ...dashboardSchemas(langue),
        ...rapportsSchemas(langue),
        ...each<Schema>(resourceSchemas),
      },
      parameters: { ...sharedParameters(langue), ...each(resourceParameters) },
      headers: sharedHeaders(langue),
      responses: errorAnswers(langue),
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'guichet_access', description: said.security.cookie },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: said.security.apiKey },
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: said.security.bearer },
        borne: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: clients.security },
      },
    },
  };
}

const tagOf = (name: string, many: string, pattern: string) => ({
  name,
  'x-displayName': many,
  description: fill(pattern, { many }),
});
