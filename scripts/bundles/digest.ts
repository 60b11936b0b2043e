import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** One digest of the contents and names of files, and of all files below folders. */
export function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesBelow).sort()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesBelow(at: string): string[] {
  if (!statSync(at).isDirectory()) return [at];
  const below = readdirSync(at, { recursive: true, withFileTypes: true });
  return below.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name));
}
