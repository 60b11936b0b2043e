import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

export interface Fichier {
  contenu: Uint8Array;
  type: string;
}

/** All that a build of ours contains; what is of another kind is not given out. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * A file below a folder, named by the path of an address as it was sent; undefined for what is not there or not below
 * it, be it by `..`, by an encoded slash or by a link.
 * @param chemin still encoded: `/assets/index-1a2b.js`
 */
export async function lireFichier(dossier: string, chemin: string): Promise<Fichier | undefined> {
  const segments = decode(chemin);
  const name = segments?.at(-1);
  const type = name && types[path.extname(name).toLowerCase()];
  if (!segments || !type) return undefined;
  try {
    const [root, found] = await Promise.all([realpath(dossier), realpath(path.join(dossier, ...segments))]);
    return found.startsWith(root + path.sep) ? { contenu: await readFile(found), type } : undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code && absent.has(code)) return undefined;
    throw error;
  }
}

const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG']);

/** Each step of a path on its own; undefined when one of them is none. */
function decode(chemin: string): string[] | undefined {
  try {
    const segments = chemin.split('/').filter(Boolean).map(decodeURIComponent);
    return segments.every((each) => !/[/\\\0]/.test(each) && !each.startsWith('.')) ? segments : undefined;
  } catch {
    return undefined;
  }
}
