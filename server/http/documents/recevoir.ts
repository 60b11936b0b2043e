import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Envoi } from '../../features/documents/deposer.ts';
import { TAILLE_MAX, typeAnnonce } from '../../features/documents/examiner.ts';
import { NOM_FICHIER, nomDonne } from '../../features/documents/nom.ts';
import { fichierRefuse } from '../../features/documents/refus.ts';

/** Whoever sends more than this is not listened to until the end, only to be told that it was too much. */
const ECOUTE_MAX = 32 * 1024 * 1024;

const paths = /^\/(contrats\/[^/]+\/sinistres|sinistres)\/[^/]+\/documents\/?$/i;

/** A request that brings a file: its body is not read before it is known who sends it. */
export const apporteFichier = ({ method, path }: Request): boolean => method === 'POST' && paths.test(path);

/** Before anything is known of a request that brings a file: the line is cut after the answer, unless it is short. */
export function ecouterPeu(req: Request, res: Response): void {
  const announced = Number(req.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  if (!(announced <= ECOUTE_MAX)) res.setHeader('Connection', 'close');
}

/**
 * The file that a request brings, for somebody who is known by now. From here on its `body` is what tells it from other
 * requests: that is enough for a second sending to be recognised.
 * @throws 400, 413, 415 naming what is wrong: `fichier`, `Content-Type`, `X-Nom-Fichier`
 */
export async function recevoirFichier(req: Request): Promise<Envoi> {
  const type = typeAnnonce(req.headers['content-type']);
  const nom = nomDonne(req.get(NOM_FICHIER));
  const contenu = await bodyOf(req);
  req.body = { type, nom, empreinte: createHash('sha256').update(contenu).digest('hex') };
  return { type, nom, contenu };
}

/** What is too much is not read to its end before it is refused: the answer leaves at once. */
function bodyOf(req: Request): Promise<Buffer> {
  const { 'content-encoding': encoding = 'identity', 'content-length': announced = '0' } = req.headers;
  if (encoding !== 'identity') throw fichierRefuse(415, 'document_encodage', {}, 'Content-Encoding');
  if (Number(announced) > TAILLE_MAX) throw fichierRefuse(413, 'document_trop_grand');
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const cut = () => reject(fichierRefuse(400, 'document_incomplet', {}, 'Content-Length'));
    const take = (part: Buffer) => {
      size += part.length;
      if (size <= TAILLE_MAX) return void parts.push(part);
      req.off('data', take).pause();
      reject(fichierRefuse(413, 'document_trop_grand'));
    };
    req.on('data', take).once('end', () => resolve(Buffer.concat(parts)));
    req.once('error', cut).once('close', cut);
    // Who left while this request waited says so no more.
    if (req.destroyed) cut();
  });
}
