import { isIP } from 'node:net';
import { z } from 'zod';
import { type EnvironnementAirtel, type EnvironnementMtn, environnements, type Lieu } from './environnements.ts';

const settings = {
  MOMO_MTN: z.enum(['sandbox', 'mtncongo', 'mtncameroon']).optional(),
  MOMO_MTN_CLE: z.string().min(1).optional(),
  MOMO_MTN_UTILISATEUR: z.uuid().optional(),
  MOMO_MTN_SECRET: z.string().min(1).optional(),
  MOMO_AIRTEL: z.enum(['sandbox', 'uat_cg', 'cg']).optional(),
  MOMO_AIRTEL_CLIENT: z.string().min(1).optional(),
  MOMO_AIRTEL_SECRET: z.string().min(1).optional(),
  /** Signs Airtel's callbacks, where that is switched on in its portal. */
  MOMO_AIRTEL_CLE_RAPPEL: z.string().min(1).optional(),
  MOMO_MTN_HOTE: z.url().optional(),
  MOMO_MTN_DEVISE: z.string().optional(),
  MOMO_AIRTEL_HOTE: z.url().optional(),
  MOMO_AIRTEL_DEVISE: z.string().optional(),
  /** Where operators send their hints: `https://pay.example.cg`; without it they are only asked. */
  MOMO_RAPPEL: z.url().optional(),
};

/** The settings of mobile money, to be spread into the environment's schema. */
export const mobileMoneyShape = settings;

type Env = Record<string, string | undefined>;
type Settings = z.output<z.ZodObject<typeof settings>>;

/** What a setting that cannot be read should have been. */
export const mobileMoneyMeaning: Record<keyof Settings, string> = {
  MOMO_MTN: 'MOMO_MTN doit être sandbox, mtncongo ou mtncameroon',
  MOMO_MTN_CLE: 'MOMO_MTN_CLE manque : donnez la clé d’abonnement du produit Collections',
  MOMO_MTN_UTILISATEUR: 'MOMO_MTN_UTILISATEUR manque ou n’est pas un UUID : donnez l’utilisateur d’API de MTN',
  MOMO_MTN_SECRET: 'MOMO_MTN_SECRET manque : donnez la clé d’API de cet utilisateur',
  MOMO_MTN_HOTE: 'MOMO_MTN_HOTE doit être une adresse (https://…)',
  MOMO_MTN_DEVISE: 'MOMO_MTN_DEVISE doit être une devise (XAF)',
  MOMO_AIRTEL: 'MOMO_AIRTEL doit être sandbox, uat_cg ou cg',
  MOMO_AIRTEL_CLIENT: 'MOMO_AIRTEL_CLIENT manque : donnez le client_id d’Airtel',
  MOMO_AIRTEL_SECRET: 'MOMO_AIRTEL_SECRET manque : donnez le client_secret d’Airtel',
  MOMO_AIRTEL_CLE_RAPPEL: 'MOMO_AIRTEL_CLE_RAPPEL ne doit pas être vide',
  MOMO_AIRTEL_HOTE: 'MOMO_AIRTEL_HOTE doit être une adresse (https://…)',
  MOMO_AIRTEL_DEVISE: 'MOMO_AIRTEL_DEVISE doit être une devise (XAF)',
  MOMO_RAPPEL: 'MOMO_RAPPEL doit être une adresse (https://…)',
};

interface Place extends Pick<Lieu, 'devise' | 'pays'> {
  /** Without a slash at the end: a double one is refused by the operators. */
  hote: string;
  /** Where hints are sent, without a slash at the end. */
  rappel?: string;
}

export interface ConfigurationMtn extends Place {
  environnement: EnvironnementMtn;
  /** Subscription key of the product. */
  cle: string;
  utilisateur: string;
  /** The API user's key. */
  secret: string;
}

export interface ConfigurationAirtel extends Place {
  environnement: EnvironnementAirtel;
  client: string;
  secret: string;
  cle_rappel?: string;
}

/** The operators that are switched on. */
export interface ConfigurationMobileMoney {
  mtn?: ConfigurationMtn;
  airtel?: ConfigurationAirtel;
}

/** Every mistake in the settings of mobile money, as French sentences for the one who starts the server. */
export function mobileMoneyMistakes(env: Env): string[] {
  const read = z.object(settings).safeParse(env);
  if (!read.success) {
    return [...new Set(read.error.issues.map(({ path }) => mobileMoneyMeaning[path[0] as keyof Settings]))];
  }
  return [...missing(read.data), ...mixtures(read.data)];
}

/** @throws {TypeError} with every mistake at once */
export function readMobileMoney(env: Env = process.env): ConfigurationMobileMoney {
  const mistakes = mobileMoneyMistakes(env);
  if (mistakes.length > 0) throw new TypeError(mistakes.join(' ; '));
  const read = z.object(settings).parse(env);
  const rappel = read.MOMO_RAPPEL && bare(read.MOMO_RAPPEL);
  const configuration: ConfigurationMobileMoney = {};
  if (read.MOMO_MTN) {
    const { devise, pays, hote } = environnements.mtn[read.MOMO_MTN];
    configuration.mtn = {
      environnement: read.MOMO_MTN,
      devise,
      pays,
      hote: bare(read.MOMO_MTN_HOTE ?? hote),
      cle: read.MOMO_MTN_CLE ?? '',
      utilisateur: read.MOMO_MTN_UTILISATEUR ?? '',
      secret: read.MOMO_MTN_SECRET ?? '',
      rappel,
    };
  }
  if (read.MOMO_AIRTEL) {
    const { devise, pays, hote } = environnements.airtel[read.MOMO_AIRTEL];
    configuration.airtel = {
      environnement: read.MOMO_AIRTEL,
      devise,
      pays,
      hote: bare(read.MOMO_AIRTEL_HOTE ?? hote),
      client: read.MOMO_AIRTEL_CLIENT ?? '',
      secret: read.MOMO_AIRTEL_SECRET ?? '',
      cle_rappel: read.MOMO_AIRTEL_CLE_RAPPEL,
      rappel,
    };
  }
  return configuration;
}

const bare = (url: string) => url.replace(/\/+$/, '');

function missing(read: Settings): string[] {
  const needs: [boolean, keyof Settings][] = [
    [Boolean(read.MOMO_MTN), 'MOMO_MTN_CLE'],
    [Boolean(read.MOMO_MTN), 'MOMO_MTN_UTILISATEUR'],
    [Boolean(read.MOMO_MTN), 'MOMO_MTN_SECRET'],
    [Boolean(read.MOMO_AIRTEL), 'MOMO_AIRTEL_CLIENT'],
    [Boolean(read.MOMO_AIRTEL), 'MOMO_AIRTEL_SECRET'],
  ];
  return needs.filter(([needed, name]) => needed && !read[name]).map(([, name]) => mobileMoneyMeaning[name]);
}

/** Settings that are each right and do not go together. */
function mixtures(read: Settings): string[] {
  const chosen = [
    { name: 'MOMO_MTN', value: read.MOMO_MTN, place: read.MOMO_MTN && environnements.mtn[read.MOMO_MTN] },
    {
      name: 'MOMO_AIRTEL',
      value: read.MOMO_AIRTEL,
      place: read.MOMO_AIRTEL && environnements.airtel[read.MOMO_AIRTEL],
    },
  ] as const;
  return chosen.flatMap(({ name, value, place }) => {
    const [hote, devise] = [read[`${name}_HOTE`], read[`${name}_DEVISE`]];
    if (!place) {
      return hote || devise ? [`${name}_HOTE et ${name}_DEVISE ne valent qu’avec ${name} : donnez ${name}`] : [];
    }
    const setting = `${name}=${value}`;
    const wrong: string[] = [];
    if (hote && !place.accepte(new URL(hote))) wrong.push(`${name}_HOTE (${hote}) ne va pas avec ${setting}`);
    if (!hote && !place.hote) wrong.push(`${setting} demande ${name}_HOTE : donnez l’adresse du simulateur`);
    if (devise && devise !== place.devise) {
      wrong.push(`${name}_DEVISE=${devise} ne va pas avec ${setting}, qui compte en ${place.devise}`);
    }
    if (read.MOMO_RAPPEL && !callable(new URL(read.MOMO_RAPPEL), place.essai)) {
      wrong.push(`MOMO_RAPPEL (${read.MOMO_RAPPEL}) ne va pas avec ${setting} : il faut https et un nom de domaine`);
    }
    return wrong;
  });
}

/** Operators call back a name, not an address, and over https where money is real. */
const callable = ({ protocol, hostname }: URL, trial: boolean) =>
  isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && (trial || (protocol === 'https:' && hostname.includes('.')));
