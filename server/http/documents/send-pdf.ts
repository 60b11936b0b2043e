import type { Response } from 'express';

/** Sends a document to be shown or kept under its number. */
export function sendPdf(res: Response, file: Buffer, numero: string): void {
  const name = `${numero.replace(/[^\w.-]/g, '-')}.pdf`;
  res.statusCode = 200;
  res.setHeader('Content-Type', 'application/pdf');
  res.setHeader('Content-Disposition', `inline; filename="${name}"`);
  res.setHeader('Content-Length', file.length);
  res.setHeader('Cache-Control', 'no-store');
  res.end(file);
}
