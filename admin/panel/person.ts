import type { CurrentAdmin } from 'adminjs';
import type { Caller } from '../../server/core/access.ts';
import { nonIdentifie } from '../../server/core/errors.ts';
import type { Langue } from '../../server/core/messages/messages.ts';
import type { Known } from '../../server/features/organisation/utilisateurs/actor.ts';
import type { Guichet } from '../../server/guichet.ts';

/** The signed-in person as a page of the panel may know them: all of it is written into the page. */
export interface Person extends CurrentAdmin {
  id: string;
  email: string;
  nom: string;
  role: string;
  /** The role in words, under the name. */
  title: string;
  langue: Langue;
}

interface Presence {
  known: Known;
  adresse_ip?: string;
  requete_id?: string;
}

const present = new WeakMap<object, Presence>();

/** Makes the person of one request. Only objects made here can act: a copy, or one from a session, cannot. */
export function personOf(known: Known, role: string, from: Omit<Presence, 'known'>): Person {
  const { actor, langue } = known;
  const person: Person = {
    id: String(actor.id),
    email: actor.email ?? '',
    nom: actor.nom,
    role: actor.role,
    title: role,
    langue,
  };
  present.set(person, { known, ...from });
  return person;
}

/** What decides the look of a page: the rights at the moment the request came in. Undefined for a stranger. */
export const knownAs = (person: CurrentAdmin | undefined): Known | undefined => person && present.get(person)?.known;

export const langueOf = (person: CurrentAdmin | undefined): Langue => knownAs(person)?.langue ?? 'fr';

/** AdminJS hands this to every call of an adapter and every handler; third parties forget it. */
export interface PanelContext {
  currentAdmin?: CurrentAdmin;
}

/**
 * The person behind a call, with the rights of this very moment.
 * @throws 401 without a person, or when the account has been closed or its sessions ended meanwhile
 */
export async function callerIn(guichet: Guichet, context: PanelContext | undefined): Promise<Caller> {
  const person = context?.currentAdmin;
  const presence = person && present.get(person);
  if (!presence) throw nonIdentifie();
  const known = await guichet.actors.find(Number(presence.known.actor.id));
  if (known?.epoque !== presence.known.epoque) throw nonIdentifie('jeton_perime');
  const { adresse_ip, requete_id } = presence;
  return { actor: known.actor, surface: 'panneau', langue: known.langue, adresse_ip, requete_id };
}
