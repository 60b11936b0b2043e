import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Attachment } from 'postal-mime';
import { ADMINISTRATEUR } from '../../../server/core/access.ts';
import { introuvable } from '../../../server/core/errors.ts';
import type { Langue } from '../../../server/core/messages/messages.ts';
import { boiteDe, type Guichet } from '../../../server/guichet.ts';
import { derniers, lire, type Message } from '../../../server/integrations/mail/boite.ts';
import { pageTexts } from '../locale/pages.ts';
import { knownIn } from '../session.ts';
import { html, sendPage } from './html.ts';

/**
 * The messages that the trial mail server took, for an administrateur to read. Where mail leaves for good there is no
 * such screen.
 */
export function courrierPages({ config }: Guichet): Router {
  const router = express.Router();
  const folder = boiteDe(config);
  if (!folder) return router;
  router.use('/courrier', onlyAdministrateurs);
  router.get('/courrier', async (req, res) => listPage(res, langueOf(req), await derniers(folder)));
  router.get('/courrier/:nom', async (req, res) => messagePage(res, langueOf(req), await found(folder, req)));
  router.get('/courrier/:nom/texte', async (req, res) => sendBody(res, await found(folder, req)));
  router.get('/courrier/:nom/pieces/:rang', async (req, res) => {
    const { attachments } = await found(folder, req);
    sendPiece(res, attachments[Number(req.params.rang)]);
  });
  return router;
}

const onlyAdministrateurs: RequestHandler = (req, _res, next) => {
  const { role, portee } = knownIn(req)?.actor ?? {};
  if (role !== ADMINISTRATEUR || portee !== 'toutes') throw introuvable('chemin_inconnu');
  next();
};

const langueOf = (req: Request): Langue => knownIn(req)?.langue ?? 'fr';

async function found(folder: string, req: Request): Promise<Message> {
  const message = await lire(folder, String(req.params.nom));
  if (!message) throw introuvable('chemin_inconnu');
  return message;
}

const when = (langue: Langue, { date, nom }: Message): string =>
  new Intl.DateTimeFormat(langue, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Africa/Brazzaville' }).format(
    new Date(date ?? nom.slice(0, 10)),
  );

const to = ({ to: people = [] }: Message): string => people.map(({ address = '' }) => address).join(', ');

function listPage(res: Response, langue: Langue, messages: Message[]): void {
  const texts = pageTexts[langue];
  const lines = messages.map(
    (message) => html`<li><a href="/admin/courrier/${message.nom}">${message.subject ?? '—'}</a>
<span>${to(message)}</span> <time>${when(langue, message)}</time>
${message.attachments.length > 0 && html`<span class="aide">${texts.courrierPieces} : ${message.attachments.length}</span>`}</li>`,
  );
  sendPage(
    res,
    { langue, title: texts.courrierTitre, large: true },
    html`<h1>${texts.courrierTitre}</h1>
<p class="sous-titre">${texts.courrierAide}</p>
${lines.length > 0 ? html`<ol class="courrier">${lines}</ol>` : html`<p class="avis bien">${texts.courrierVide}</p>`}
<p class="lien"><a href="/admin">${texts.retourPanneau}</a></p>`,
  );
}

function messagePage(res: Response, langue: Langue, message: Message): void {
  const texts = pageTexts[langue];
  const here = `/admin/courrier/${message.nom}`;
  const pieces = message.attachments.map(
    ({ filename }, i) => html`<li><a href="${here}/pieces/${i}" download>${filename ?? i + 1}</a></li>`,
  );
  sendPage(
    res,
    { langue, title: message.subject ?? texts.courrierTitre, large: true },
    html`<h1>${message.subject ?? '—'}</h1>
<dl><dt>${texts.courrierDe}</dt><dd>${message.from?.address}</dd>
<dt>${texts.courrierA}</dt><dd>${to(message)}</dd>
<dt>${texts.courrierLe}</dt><dd>${when(langue, message)}</dd>
${pieces.length > 0 && html`<dt>${texts.courrierPieces}</dt><dd><ul>${pieces}</ul></dd>`}</dl>
<iframe class="courrier" title="${texts.courrierTexte}" src="${here}/texte" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<p class="lien"><a href="/admin/courrier">${texts.courrierRetour}</a></p>`,
  );
}

/** As it was written, without scripts, and nothing from elsewhere; a link opens beside the panel. */
function sendBody(res: Response, { html: body, text = '' }: Message): void {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'`;
  res.setHeader('Content-Security-Policy', policy);
  res.setHeader('Cache-Control', 'no-store');
  res.type('html').send(`<!doctype html><base target="_blank">${body ?? html`<pre>${text}</pre>`.text}`);
}

function sendPiece(res: Response, piece: Attachment | undefined): void {
  if (!piece) throw introuvable('chemin_inconnu');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Cache-Control', 'no-store');
  res.attachment(piece.filename ?? 'piece');
  res.setHeader('Content-Type', 'application/octet-stream');
  res.send(Buffer.from(piece.content as ArrayBuffer));
}
