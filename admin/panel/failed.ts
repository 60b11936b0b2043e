import type { NextFunction, Request, Response } from 'express';
import { indisponible, invalide, Problem } from '../../server/core/errors.ts';
import { say } from '../../server/core/messages/messages.ts';
import { fromDatabase } from '../../server/core/records/database-errors.ts';
import { enteredBy } from '../../server/http/request.ts';
import { pageTexts } from './locale/pages.ts';
import { html, notice, sendPage } from './pages/html.ts';
import { knownIn } from './session.ts';

/** What AdminJS could not answer: a sentence for scripts, a page for people, the details for the log alone. */
export function failed(error: unknown, req: Request, res: Response, next: NextFunction): void {
  if (res.headersSent) {
    next(error);
    return;
  }
  const { requete_id, langue: preferred } = enteredBy(req);
  const langue = knownIn(req)?.langue ?? preferred;
  const problem = known(error) ?? new Problem(500, 'erreur_interne', { key: 'erreur_interne', params: { requete_id } });
  if (problem.status === 500) console.error(requete_id, req.method, req.path, error);
  const message = say(langue, problem.said);
  if (req.path.startsWith('/api/')) {
    res.status(problem.status).json({ message, code: problem.code });
    return;
  }
  const texts = pageTexts[langue];
  const body = html`<h1>${texts.erreur}</h1>${notice(message, 'erreur')}<p class="lien"><a href="/admin">${texts.retourPanneau}</a></p>`;
  sendPage(res, { langue, title: texts.erreur, status: problem.status }, body);
}

function known(error: unknown): Problem | undefined {
  const found = fromDatabase(error);
  if (found instanceof Problem) return found;
  const { name, status, message = '' } = error as { name?: string; status?: number; message?: string };
  if (status === 413) return indisponible(413, 'corps_trop_grand');
  if (name === 'NotFoundError') return new Problem(404, 'introuvable', { key: 'introuvable' });
  if (error instanceof URIError || (status && status < 500)) return invalide({}, 'requete_invalide');
  return /^(max|bad content|unknown transfer|MultipartParser)/i.test(message)
    ? invalide({}, 'requete_invalide')
    : undefined;
}
