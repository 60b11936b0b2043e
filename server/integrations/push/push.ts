import { type Cles, clesGardees } from './cles.ts';
import type { ConfigurationPush } from './configuration.ts';
import { endpointAdmis } from './hotes.ts';
import { service } from './service.ts';

/** What a browser gave so that its screen can be reached; keys in base64url. */
export interface Abonnement {
  endpoint: string;
  /** Its point of P-256: 65 bytes. */
  p256dh: string;
  /** 16 bytes. */
  auth: string;
}

/** What a telephone shows, and which of our pages a touch opens. Nothing of a person: it may be shown on a lock screen. */
export interface Contenu {
  titre: string;
  texte: string;
  /** Below `/espace`. */
  chemin: string;
  sujet: string;
}

/** What became of a message. `parti`: the subscription exists no more. */
export type Remise =
  | { issue: 'envoye' }
  | { issue: 'parti' }
  | { issue: 'refuse'; pourquoi: string; statut?: number }
  /** `attente`: seconds that the service asks for. */
  | { issue: 'plus_tard'; pourquoi: string; attente?: number };

/** The way out to the screens of telephones. */
export interface PushPort {
  /** How push stands, for the one who starts the server; no key. */
  lieu: string;
  /** With which a browser subscribes; none when push is off. */
  cle: string | undefined;
  /** The address as it is called, if messages may go there. */
  admettre(endpoint: string): string | undefined;
  envoyer(abonnement: Abonnement, contenu: Contenu): Promise<Remise>;
}

interface Settings extends ConfigurationPush {
  /** Where a pair of keys is made and kept when none is given; in production none is. */
  folder?: string;
}

/** Push with the keys that are given, else with kept ones, else a port that is off. */
export function openPush({ folder, ...config }: Settings): PushPort {
  const cles = given(config) ?? (folder === undefined ? undefined : clesGardees(folder));
  const admettre = (endpoint: string) => endpointAdmis(endpoint, config.PUSH_HOTES);
  const subject = config.GUICHET_VAPID_SUBJECT ?? 'mailto:guichet@example.org';
  if (cles) return service({ ...cles, subject, admettre });
  return {
    lieu: OFF,
    cle: undefined,
    admettre,
    envoyer: async () => ({ issue: 'refuse', pourquoi: OFF }),
  };
}

const OFF = 'aucune notification ne part vers les téléphones : GUICHET_VAPID_PUBLIC n’est pas donné';

const given = ({ GUICHET_VAPID_PUBLIC, GUICHET_VAPID_PRIVATE }: ConfigurationPush): Cles | undefined =>
  GUICHET_VAPID_PUBLIC && GUICHET_VAPID_PRIVATE
    ? { publique: GUICHET_VAPID_PUBLIC, privee: GUICHET_VAPID_PRIVATE }
    : undefined;
