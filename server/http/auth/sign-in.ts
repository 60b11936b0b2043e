import { z } from 'zod';
import { type Caller, unknownActor } from '../../core/access.ts';
import { nonIdentifie } from '../../core/errors.ts';
import { journalizeAlone } from '../../core/journal/journal.ts';
import { filled } from '../../core/kinds.ts';
import { parse } from '../../core/validation.ts';
import type { Known } from '../../features/organisation/utilisateurs/actor.ts';
import { passwordFits } from '../../features/organisation/utilisateurs/mot-de-passe.ts';
import type { Guichet } from '../../guichet.ts';
import { forgetFailures, giveTurnBack, takeTurn } from './throttle.ts';

const credentials = z.object({
  email: filled({ max: 254 }).toLowerCase(),
  password: z.string().min(1).max(128),
});

export interface From {
  adresse_ip?: string;
  requete_id?: string;
  surface?: Caller['surface'];
}

interface Account {
  id: number;
  mot_de_passe: string | null;
  actif: boolean;
}

/**
 * Who this e-mail and password are. Unknown account, wrong password and closed account get the same answer after
 * the same time; each attempt is in the journal.
 * @throws 400 for missing fields, 401 `identifiants_faux`, 429 with `attente` in seconds
 */
export async function signIn(guichet: Guichet, body: unknown, from: From): Promise<Known> {
  const { database, actors } = guichet;
  const { email, password } = parse(credentials, body);
  const address = from.adresse_ip ?? 'inconnue';
  await takeTurn(database, 'adresse', address);
  await takeTurn(database, 'compte', email);
  const [account] = await database.read<Account>({
    text: 'select id, mot_de_passe, actif from utilisateurs where email = $1',
    values: [email],
    stable: true,
  });
  const fits = await passwordFits(account?.mot_de_passe, password);
  const known = fits && account?.actif ? await actors.find(account.id) : undefined;
  if (!known) {
    await journalizeAlone(database, stranger(email, from), {
      action: 'connexion',
      ressource: 'utilisateurs',
      objet_id: account?.id,
      objet: email,
      resultat: 'refuse',
    });
    throw nonIdentifie('identifiants_faux');
  }
  await forgetFailures(database, 'compte', email);
  await giveTurnBack(database, 'adresse', address);
  await database.read({
    text: 'update utilisateurs set derniere_connexion = now() where id = $1',
    values: [known.actor.id],
    stable: true,
  });
  const caller: Caller = { actor: known.actor, surface: 'api', langue: known.langue, ...from };
  await journalizeAlone(database, caller, {
    action: 'connexion',
    ressource: 'utilisateurs',
    objet_id: known.actor.id,
    objet: known.actor.nom,
  });
  return known;
}

/** An attempt by nobody we know. */
function stranger(email: string, from: From): Caller {
  return { actor: unknownActor(email, email), surface: 'api', langue: 'fr', ...from };
}
