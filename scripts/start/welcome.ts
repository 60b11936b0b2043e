import type { Demo } from '../../seeds/demo/index.ts';
import type { Progress } from '../setup/progress.mjs';

const surfaces = [
  ['Panneau', '/admin'],
  ['API', '/api/v1'],
  ['Documentation de l’API', '/api/docs'],
] as const;

/** Says where everything is, and who may sign in to a demonstration. */
export function welcome({ line }: Progress, address: string, demo: Demo | undefined): void {
  line();
  for (const [name, path] of surfaces) line(`${name.padEnd(24)}${address}${path}`);
  if (demo && demo.accounts.length > 0) {
    line();
    line(`Comptes de démonstration, mot de passe ${demo.password}`);
    for (const { email, qui } of demo.accounts) line(`  ${email.padEnd(28)}${qui}`);
  }
  line();
  line('Ctrl+C pour arrêter.');
  line();
}
