import type { Demo } from '../../seeds/demo/index.ts';
import type { Progress } from '../setup/progress.mjs';

const surfaces = [
  ['Panneau', '/admin'],
  ['Borne', '/borne'],
  ['Espace client', '/espace'],
  ['API', '/api/v1'],
  ['Documentation de l’API', '/api/docs'],
] as const;

interface Opened {
  address: string;
  /** The accounts of the demonstration, where there is one. */
  demo: Demo | undefined;
  /** What is to be said of mobile money. */
  caisses: string | undefined;
  /** Whether mail stays here, to be read in the panel. */
  courrier: boolean;
  /** Whether anybody can sign in at all. */
  empty: boolean;
}

/** Says where everything is, and who may sign in. */
export function welcome({ line }: Progress, { address, demo, caisses, courrier, empty }: Opened): void {
  line();
  for (const [name, path] of surfaces) line(`${name.padEnd(24)}${address}${path}`);
  if (courrier) line(`${'Courrier d’essai'.padEnd(24)}${address}/admin/courrier`);
  if (caisses) line(caisses);
  if (demo && demo.accounts.length > 0) {
    line();
    line(`Comptes de démonstration, mot de passe ${demo.password}`);
    for (const { email, qui } of demo.accounts) line(`  ${email.padEnd(28)}${qui}`);
  }
  if (empty) {
    line();
    line('Personne n’a encore de compte ici. Pour créer le premier : npm run first-account');
  }
  line();
  line('Ctrl+C pour arrêter.');
  line();
}
