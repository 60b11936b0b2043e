import type { Request, RequestHandler, Response } from 'express';
import { introuvable } from '../../core/errors.ts';
import type { TypeDocument } from '../../features/documents/document.ts';
import { type Fichier, ouvrirDocument } from '../../features/documents/lire.ts';
import type { Guichet } from '../../guichet.ts';
import { callerOf } from '../request.ts';

export const fichierPath = '/documents/:id/fichier';

/** A file for whoever may open it. @throws 403, 404, 503 */
export const fichierRoute =
  (guichet: Guichet): RequestHandler =>
  async (req, res) =>
    sendFichier(res, await ouvrirDocument(guichet, callerOf(req), documentDemande(req)));

/** The key in the path. @throws 404 for what cannot be one */
export function documentDemande({ params: { id } }: Request): number {
  if (typeof id !== 'string' || !/^[1-9]\d{0,14}$/.test(id)) throw introuvable();
  return Number(id);
}

/** A picture may be shown; a PDF can carry programs, and is only ever kept. */
const sent: Record<TypeDocument, [string, string]> = {
  jpeg: ['image/jpeg', 'inline'],
  pdf: ['application/pdf', 'attachment'],
};

/** Sends what somebody else made: whatever it turns out to be, it is not of this site and loads nothing. */
export function sendFichier(res: Response, { nom, type, contenu }: Fichier): void {
  const [mime, how] = sent[type];
  const plain = nom.normalize('NFKD').replace(/[^\w. -]/g, '');
  const exact = encodeURIComponent(nom).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  res.statusCode = 200;
  res.setHeader('Content-Type', mime);
  res.setHeader('Content-Disposition', `${how}; filename="${plain}"; filename*=UTF-8''${exact}`);
  res.setHeader('Content-Length', contenu.length);
  res.setHeader('Content-Security-Policy', `default-src 'none'; sandbox`);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  res.setHeader('Cache-Control', 'no-store');
  res.end(contenu);
}
