import type { Response } from 'express';
import type { Langue } from '../../../server/core/messages/messages.ts';
import { protect } from '../harden.ts';
import { pageTexts } from '../locale/pages.ts';

/** Markup that is safe to write as it is. Only `html` makes it. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | false | undefined | null | readonly Html[];

/** A template whose blanks are escaped, unless they are markup themselves. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.reduce((text, string, i) => text + written(parts[i - 1]) + string));

function written(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(written).join('');
  if (part === false || part === undefined || part === null) return '';
  return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export interface PageOptions {
  langue: Langue;
  title: string;
  /** The address of the same page in the other language. */
  other?: string;
  status?: number;
  /** As wide as a list needs. */
  large?: boolean;
}

/** A page without any script, in the look of the house. */
export function sendPage(
  res: Response,
  { langue, title, other, status = 200, large = false }: PageOptions,
  main: Html,
): void {
  protect(res);
  const texts = pageTexts[langue];
  const page = html`<!doctype html>
<html lang="${langue}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Guichet</title>
<link rel="icon" type="image/svg+xml" href="/admin/frontend/assets/icone.svg">
<link rel="stylesheet" href="/admin/frontend/assets/pages.css">
</head>
<body>
<div class="${large ? 'maison large' : 'maison'}">
<header class="enseigne"><img src="/admin/frontend/assets/logo.svg" alt="Guichet" width="180" height="48"><p>${texts.slogan}</p></header>
<main class="carte">${main}</main>
<footer>${other && html`<a href="${other}" lang="${langue === 'fr' ? 'en' : 'fr'}">${texts.autreLangue}</a>`}</footer>
</div>
</body>
</html>`;
  res.status(status).type('html').send(page.text);
}

export const notice = (text: string, kind: 'erreur' | 'bien'): Html =>
  html`<p class="avis ${kind}" role="${kind === 'erreur' ? 'alert' : 'status'}">${text}</p>`;

interface FieldOptions {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  value?: string;
  autocomplete: string;
  error?: string;
  hint?: string;
  autofocus?: boolean;
}

export function field({ name, label, type = 'text', value, autocomplete, error, hint, autofocus }: FieldOptions): Html {
  const described = [error && `${name}-erreur`, hint && `${name}-aide`].filter(Boolean).join(' ');
  return html`<div class="champ">
<label for="${name}">${label}</label>
${hint && html`<p class="aide" id="${name}-aide">${hint}</p>`}
<input id="${name}" name="${name}" type="${type}" value="${value ?? ''}" autocomplete="${autocomplete}" required
${described && html`aria-describedby="${described}"`} ${error && html`aria-invalid="true"`} ${autofocus && html`autofocus`}>
${error && html`<p class="erreur" id="${name}-erreur">${error}</p>`}
</div>`;
}
