import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

interface AEnvoyer {
  nom: string;
  type: string;
  contenu: AsyncIterable<Buffer>;
  /** Bytes, where they are known. */
  taille?: number;
}

/** A reader that takes nothing for so long holds a database connection for nothing. */
const STALLED_MS = 60_000;

/**
 * Sends a file while it is written. What is refused before the first byte is thrown and can be answered; if the rest
 * fails the connection is cut, so that half a file never passes for a whole one.
 */
export async function envoyerFichier(res: Response, { nom, type, contenu, taille }: AEnvoyer): Promise<void> {
  const source = contenu[Symbol.asyncIterator]();
  try {
    const first = await source.next();
    res.statusCode = 200;
    res.setHeader('Content-Type', type);
    res.setHeader('Content-Disposition', `attachment; filename="${nom}"; filename*=UTF-8''${encodeURIComponent(nom)}`);
    res.setHeader('Cache-Control', 'no-store');
    if (taille !== undefined) res.setHeader('Content-Length', taille);
    res.setTimeout(STALLED_MS, () => res.destroy());
    await pipeline(Readable.from(from(first, source)), res);
  } catch (error) {
    // The reader went away: nobody is left to be told.
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  } finally {
    await source.return?.();
  }
}

async function* from(first: IteratorResult<Buffer>, source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  for (let next = first; !next.done; next = await source.next()) yield next.value;
}
