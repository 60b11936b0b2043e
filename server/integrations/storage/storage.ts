import type { Readable } from 'node:stream';

/** A file that is kept, to be read piece by piece. `taille` in bytes. */
export interface Garde {
  taille: number;
  contenu: Readable;
}

/** Where files are kept. A key is 64 hexadecimal digits, guessed by nobody, and says nothing of what it stands for. */
export interface StoragePort {
  /** Keeps a whole file; once it answers, the file outlives a power cut. */
  put(content: Buffer | AsyncIterable<Buffer>): Promise<string>;
  /** undefined when there is no such file. */
  get(key: string): Promise<Buffer | undefined>;
  /** The same without holding all of it; whoever does not read it to its end destroys it. */
  read(key: string): Promise<Garde | undefined>;
  /** Harmless when there is no such file. */
  remove(key: string): Promise<void>;
  /** The keys of files that were kept before an instant; what was never finished is thrown away on the way. */
  keptBefore(instant: Date): AsyncIterable<string>;
}
