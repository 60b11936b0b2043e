import type { Langue } from '../../core/messages/messages.ts';
import { pageWords } from './messages.ts';

/** @param base the path that the page and its files are served from */
export function pageHtml(langue: Langue, base: string): string {
  const said = pageWords[langue];
  const api = base.replace(/\/docs$/, '/v1');
  const codes = Object.entries(said.codes).map(
    ([code, [status, text]]) =>
      `<div id="probleme-${code}"><dt><code>${code}</code> <span>${status}</span></dt><dd>${text}</dd></div>`,
  );
  return `<!doctype html>
<html lang="${langue}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${said.title}</title>
<link rel="icon" type="image/svg+xml" href="${base}/icon.svg">
<link rel="stylesheet" href="${base}/swagger-ui.css">
<link rel="stylesheet" href="${base}/docs.css">
<script defer src="${base}/swagger-ui-bundle.js"></script>
<script type="module" src="${base}/docs.js"></script>
</head>
<body data-schema="${api}/schema?langue=${langue}" data-langue="${langue}">
<header>
<p><strong>${said.product}</strong> ${said.subtitle}</p>
<nav>
<a href="${api}/schema?langue=${langue}">${said.schema}</a>
<a href="${api}/postman?langue=${langue}" download>${said.postman}</a>
<a href="${base}?langue=${said.otherLangue}" hreflang="${said.otherLangue}" lang="${said.otherLangue}">${said.other}</a>
</nav>
</header>
<main>
<noscript><p>${said.script}</p></noscript>
<div id="swagger-ui"></div>
<section id="problemes">
<h2>${said.problems}</h2>
<p>${said.intro}</p>
<dl>${codes.join('\n')}</dl>
</section>
</main>
</body>
</html>`;
}
