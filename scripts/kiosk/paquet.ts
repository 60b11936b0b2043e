import { spawn } from 'node:child_process';
import { CannotStart } from '../../server/explain.ts';
import { buildOne, ecrans } from '../bundles/stale.ts';
import type { Progress } from '../setup/progress.mjs';
import { coque } from './coque.ts';

/** Not among our packages: it is needed here alone, and brings three hundred others. */
export const EMPAQUETEUR = 'electron-builder@26.17.0';
const CONFIGURATION = 'kiosk/shell/electron-builder.json';

/** `npm run kiosk:paquet`: a .deb in build/paquet. @returns the exit code */
export async function pack(progress: Progress, args: readonly string[], npx = 'npx'): Promise<number> {
  await progress.step(EMPAQUETEUR, async () => {
    const { code, said } = await call(npx, ['--version'], 'pipe');
    if (code !== 0)
      throw new CannotStart(`${EMPAQUETEUR} ne peut pas être obtenu (${reasonOf(said) ?? `code ${code}`})`);
  });
  await buildOne(ecrans, progress);
  await buildOne(coque, progress);
  const { code } = await call(npx, ['--linux', '--config', CONFIGURATION, '--publish', 'never', ...args], 'inherit');
  if (code !== 0) throw new CannotStart('Le paquet n’a pas pu être fait : voyez ce que dit electron-builder ci-dessus');
  progress.line('Le paquet est dans build/paquet.');
  return 0;
}

const reasonOf = (said: string): string | undefined => /npm error (?:code )?(.+)/.exec(said)?.[1];

function call(npx: string, args: readonly string[], output: 'pipe' | 'inherit') {
  const child = spawn(npx, ['--yes', EMPAQUETEUR, ...args], { stdio: ['ignore', output, output] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on('error', (error) => resolve({ code: null, said: `npm error ${error.message}` }));
    child.on('close', (code) => resolve({ code, said }));
  });
}
