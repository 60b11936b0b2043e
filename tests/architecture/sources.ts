import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Source {
  /** From the root of the checkout. */
  file: string;
  lines: number;
  /** The files of ours that it imports, from the root too. */
  imports: string[];
}

const root = path.resolve(import.meta.dirname, '../..');

const IMPORT =
  /^\s*(?:import|export)\b[^;'"]*?from\s*'(\.[^']*)'|\bimport\(\s*'(\.[^']*)'\s*\)|^import\s*'(\.[^']*)'/gm;

/** All of our own code, as git knows it or would. */
export function sources(): Source[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'], {
    cwd: root,
  });
  const files = listed.toString().trim().split('\n');
  return files.filter((file) => existsSync(path.join(root, file))).map(read);
}

function read(file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8');
  return { file, lines: text.trimEnd().split('\n').length, imports: importsOf(file, text) };
}

export const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(IMPORT)]
    .map(([, from, dynamic, bare]) => path.posix.join(path.posix.dirname(file), from ?? dynamic ?? bare ?? ''))
    .filter((target) => !target.endsWith('.json'));
