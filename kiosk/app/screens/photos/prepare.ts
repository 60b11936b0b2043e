/** How many files a sinistre takes, and how large one may be, in bytes. */
export const FILES_MAX = 10;
const SIZE_MAX = 5 * 1024 * 1024;

/** The longest side of what is sent, in pixels: enough to read a bill. */
const SIDE = 2000;
const QUALITY = 0.85;

/** A file that is ready to be sent. */
export interface Photo {
  id: string;
  nom: string;
  file: Blob;
  /** Where it can be looked at; nothing for a PDF. To be revoked. */
  url?: string;
}

export type Refused = 'trop_grand' | 'illisible';

/**
 * Makes a file ready: a picture is turned upright and made smaller here, so that little goes over the line.
 * @throws {Refused} in words of its own
 */
export async function prepare(given: File): Promise<Photo> {
  const id = crypto.randomUUID();
  if (given.type === 'application/pdf') {
    if (given.size > SIZE_MAX) throw refusal('trop_grand');
    return { id, nom: safe(given.name), file: given };
  }
  const file = await smaller(given);
  if (file.size > SIZE_MAX) throw refusal('trop_grand');
  return { id, nom: safe(given.name), file, url: URL.createObjectURL(file) };
}

class Refusal extends Error {
  constructor(readonly why: Refused) {
    super(why);
  }
}

const refusal = (why: Refused) => new Refusal(why);

/** Why a file was not taken. @throws what is no refusal */
export function whyNot(error: unknown): Refused {
  if (error instanceof Refusal) return error.why;
  throw error;
}

async function smaller(given: File): Promise<Blob> {
  const picture = await createImageBitmap(given, { imageOrientation: 'from-image' }).catch(() => {
    throw refusal('illisible');
  });
  try {
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const brush = canvas.getContext('2d');
    if (!brush) throw refusal('illisible');
    // What lies behind a transparent picture is paper.
    brush.fillStyle = '#ffffff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (!made) throw refusal('illisible');
    return made;
  } finally {
    picture.close();
  }
}

/** Without what no name of a file may have. */
const safe = (name: string): string =>
  [
    ...name
      .normalize('NFC')
      .replace(/[/\\\p{Cc}\p{Cf}]/gu, '')
      .toWellFormed(),
  ]
    .slice(0, 80)
    .join('') || 'photo';
