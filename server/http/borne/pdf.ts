import type { Response } from 'express';
import type { Sceau } from '../../features/borne/lecture/attestation.ts';
import type { Edition } from '../../features/borne/lecture/edition.ts';
import type { Guichet } from '../../guichet.ts';

/** What documents are signed with. */
export const sceauDe = ({ config }: Guichet): Sceau => ({ secret: config.GUICHET_SECRET, url: config.GUICHET_URL });

/** A document that nobody keeps on the way. @param comment shown at once, or saved */
export function envoyerPdf(
  res: Response,
  { pdf, fichier }: Edition,
  comment: 'attachment' | 'inline' = 'attachment',
): void {
  res.statusCode = 200;
  res.setHeader('Content-Type', 'application/pdf');
  res.setHeader('Content-Disposition', `${comment}; filename="${fichier}"`);
  res.setHeader('Content-Length', pdf.length);
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.end(pdf);
}
