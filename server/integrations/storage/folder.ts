import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { StoragePort } from './storage.ts';

const KEY = /^[0-9a-f]{64}$/;
const UNFINISHED = '.partiel';

/** Files in a folder of this machine, spread over 256 folders, readable by this account alone. */
export function openFolder(root: string): StoragePort {
  const place = (key: string) => {
    if (!KEY.test(key)) throw new RangeError('not a key of the storage');
    return path.join(root, key.slice(0, 2), key);
  };

  return {
    async put(content) {
      const key = randomBytes(32).toString('hex');
      const file = place(key);
      await makeFolder(path.dirname(file));
      try {
        await writeFile(file + UNFINISHED, content, { mode: 0o600, flag: 'wx', flush: true });
        await rename(file + UNFINISHED, file);
      } catch (error) {
        await rm(file + UNFINISHED, { force: true });
        throw error;
      }
      await flush(path.dirname(file));
      return key;
    },

    async get(key) {
      try {
        return await readFile(place(key));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },

    async read(key) {
      const handle = await open(place(key), 'r').catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
      return handle && { taille: (await handle.stat()).size, contenu: handle.createReadStream() };
    },
    remove: (key) => rm(place(key), { force: true }),

    async *keptBefore(instant) {
      for (const folder of (await namesIn(root)).toSorted()) {
        for (const name of await namesIn(path.join(root, folder))) {
          const file = path.join(root, folder, name);
          if ((await ageOf(file)) >= instant.getTime()) continue;
          if (name.endsWith(UNFINISHED)) await rm(file, { force: true });
          else if (KEY.test(name)) yield name;
        }
      }
    },
  };
}

/** The name of a new file is safe once the folder is written, and a new folder once its parent is. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) await flush(path.dirname(made));
}

async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What stands in a folder; nothing where there is none. One folder at a time: all files together are too many. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === 'ENOTDIR') return [];
    throw error;
  }
}

/** When a file was last written, in milliseconds; one that is gone meanwhile is of no age. */
async function ageOf(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (isMissing(error)) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
