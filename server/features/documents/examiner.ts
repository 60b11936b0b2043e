import sharp from 'sharp';
import { turns } from '../../core/turns.ts';
import type { TypeDocument } from './document.ts';
import { fichierRefuse } from './refus.ts';

/** What may be sent, at most, in bytes. */
export const TAILLE_MAX = 5 * 1024 * 1024;

const PIXELS_MAX = 40_000_000;
const COTE_MAX = 3000;
const QUALITE = 85;

/** What is taken, by the name it travels under, and how each begins. */
const taken = {
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'application/pdf': Buffer.from('%PDF-'),
};
export type TypeEnvoye = keyof typeof taken;
export const typesEnvoyes = Object.keys(taken) as TypeEnvoye[];

export interface Examine {
  type: TypeDocument;
  contenu: Buffer;
}

/** What a `Content-Type` says is coming. @throws 415 */
export function typeAnnonce(header: string | undefined): TypeEnvoye {
  const said = header?.split(';')[0]?.trim().toLowerCase();
  const found = typesEnvoyes.find((type) => type === said);
  if (!found) throw fichierRefuse(415, 'document_type', {}, 'Content-Type');
  return found;
}

/**
 * What a file is by its content, as it will be kept. A photo is written anew: turned upright, at most 3000 pixels wide
 * and high, without anything else that came with it (place, camera, what hides behind the picture).
 * @throws 400 for what cannot be read, 413 for what is too large, 415 for what is not taken or not what was announced
 */
export async function examiner(sent: Buffer, announced: TypeEnvoye): Promise<Examine> {
  if (sent.length === 0) throw fichierRefuse(400, 'document_vide');
  if (sent.length > TAILLE_MAX) throw fichierRefuse(413, 'document_trop_grand');
  const is = typesEnvoyes.find((type) => sent.subarray(0, taken[type].length).equals(taken[type]));
  if (!is) throw fichierRefuse(415, 'document_type');
  if (is !== announced) throw fichierRefuse(415, 'document_autre_type', {}, 'Content-Type');
  if (is === 'application/pdf') return { type: 'pdf', contenu: sent };
  return { type: 'jpeg', contenu: await inTurn(() => rewritten(sent)) };
}

async function rewritten(sent: Buffer): Promise<Buffer> {
  const { width, height } = await read(() => sharp(sent, { limitInputPixels: false }).metadata());
  if (width * height > PIXELS_MAX) throw fichierRefuse(413, 'document_trop_de_pixels');
  return read(() =>
    sharp(sent, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
      .rotate()
      .resize({ width: COTE_MAX, height: COTE_MAX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITE })
      .toBuffer(),
  );
}

/** The library says what is wrong with a picture in words of its own, which nobody here is helped by. */
async function read<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw Object.assign(fichierRefuse(400, 'document_illisible'), { cause });
  }
}

/** A picture of 40 million pixels takes much memory while it is open: two at a time, the others wait. */
const inTurn = turns(2);
