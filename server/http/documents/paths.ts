import type { Langue } from '../../core/messages/messages.ts';
import { failing } from '../openapi/answers.ts';
import { inLanguage, rowErrors } from '../openapi/operation.ts';
import { shared } from '../openapi/parameters.ts';
import { type Paths, refTo } from '../openapi/types.ts';

const words = {
  fr: { summary: 'Bordereau de reversement en PDF', file: 'Le document, à imprimer et à signer' },
  en: { summary: 'Remittance slip as PDF', file: 'The document, to be printed and signed' },
} as const;

/** The addresses of what is printed. */
export function documentPaths(langue: Langue): Paths {
  const said = words[langue];
  const headers = {
    'Content-Disposition': refTo('headers', 'contentDisposition'),
    'X-Request-Id': refTo('headers', 'requestId'),
  };
  const content = { 'application/pdf': { schema: { type: 'string', contentEncoding: 'binary' } } };
  return {
    '/bordereaux/{id}/pdf': {
      get: {
        operationId: 'bordereaux_pdf',
        tags: ['bordereaux'],
        summary: said.summary,
        parameters: [...shared('id'), ...inLanguage],
        responses: { 200: { description: said.file, headers, content }, ...failing(...rowErrors) },
      },
    },
  };
}
