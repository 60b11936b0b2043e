import { parseArgs } from 'node:util';
import { ConfigurationFausse, verifier } from '../../kiosk/shell/identite/configuration.ts';
import { CannotStart } from '../../server/explain.ts';

export interface Demande {
  serveur: string;
  sens: 'portrait' | 'paysage';
}

/** What is asked on the command line, above what the environment says. @throws {CannotStart} in French */
export function lireDemande(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Demande {
  const asked = mots(args);
  const serveur = asked.serveur ?? (env.GUICHET_BORNE_SERVEUR || `http://localhost:${env.PORT || 3000}`);
  const sens = asked.paysage ? 'paysage' : env.GUICHET_BORNE_SENS;
  try {
    return verifier({ serveur, sens: sens || undefined }, 'npm run kiosk');
  } catch (error) {
    if (error instanceof ConfigurationFausse) throw new CannotStart(error.message);
    throw error;
  }
}

const USAGE = 'Usage : npm run kiosk [-- --serveur https://guichet.exemple.cg] [--paysage]';

function mots(args: readonly string[]) {
  try {
    const options = { serveur: { type: 'string' }, paysage: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const word = /--?[\w-]+/.exec((error as Error).message)?.[0] ?? 'un mot';
    throw new CannotStart(`${word} est de trop, ou incomplet. ${USAGE}`);
  }
}
