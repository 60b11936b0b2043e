import { speakFrench } from './french.js';

const { schema, langue } = document.body.dataset;

/**
 * Signing in on this page signs the page in: its answer's token goes with the next requests.
 * @param {{ ok: boolean, url: string, text: string }} response
 */
function keepToken(response) {
  if (response.ok && new URL(response.url).pathname.endsWith('/auth/login')) {
    const { tokens } = JSON.parse(response.text);
    if (tokens) ui.preauthorizeApiKey('bearer', tokens.access);
  }
  return response;
}

/** @param {{ headers: Record<string, string> }} request */
function askInLanguage(request) {
  request.headers['Accept-Language'] ??= langue ?? 'fr';
  return request;
}

const { SwaggerUIBundle } = /** @type {Window & { SwaggerUIBundle: Function }} */ (/** @type {unknown} */ (window));

const ui = SwaggerUIBundle({
  url: schema,
  dom_id: '#swagger-ui',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  filter: true,
  persistAuthorization: false,
  validatorUrl: null,
  requestInterceptor: askInLanguage,
  responseInterceptor: keepToken,
});

const place = document.getElementById('swagger-ui');
if (langue === 'fr' && place) speakFrench(place);
