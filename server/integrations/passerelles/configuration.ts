import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

const operateur = z.enum(['mtn', 'airtel']);
export type Operateur = z.output<typeof operateur>;

const words = (list: string) =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

const settings = {
  /** The last part of the address that a USSD gateway calls. */
  USSD_SECRET: z
    .string()
    .regex(/^[\w-]{24,200}$/)
    .optional(),
  CHATBOT_SECRET: z
    .string()
    .regex(/^[\w-]{24,200}$/)
    .optional(),
  /** From where USSD gateways call: addresses and networks (`196.201.1.0/24`), with commas between; empty: anywhere. */
  USSD_ADRESSES: z
    .string()
    .transform(words)
    .refine((list) => list.every((each) => readNetwork(each)))
    .default([]),
  /** Code of the succursale that clients belong to who subscribe by themselves; the head office unless given. */
  USSD_SUCCURSALE: z.string().min(1).max(40).optional(),
  /** Minutes in which a conversation that broke off can be taken up again. */
  USSD_REPRISE_MINUTES: z.coerce.number().int().min(0).max(1440).default(30),
  /** Seconds after which a USSD session that says nothing is over. */
  USSD_SESSION_SECONDES: z.coerce.number().int().min(20).max(600).default(180),
  /** Which operator a number seems to belong to, by its beginning: `+24206=mtn,+24205=airtel`. */
  OPERATEUR_PREFIXES: z
    .string()
    .default('+24206=mtn,+24205=airtel,+24204=airtel')
    .transform((list) => words(list).map((each) => each.split('=')))
    .pipe(z.array(z.tuple([z.string().regex(/^\+(242|237)\d{0,8}$/), operateur]))),
};

export type ConfigurationPasserelles = z.output<z.ZodObject<typeof settings>>;

/** What a setting that cannot be read should have been. */
const meaning: Record<keyof ConfigurationPasserelles, string> = {
  USSD_SECRET: 'USSD_SECRET doit avoir de 24 à 200 lettres, chiffres, tirets ou soulignés',
  CHATBOT_SECRET: 'CHATBOT_SECRET doit avoir de 24 à 200 lettres, chiffres, tirets ou soulignés',
  USSD_ADRESSES: 'USSD_ADRESSES doit être une liste d’adresses IP ou de réseaux (196.201.1.0/24)',
  USSD_SUCCURSALE: 'USSD_SUCCURSALE doit être le code d’une succursale',
  USSD_REPRISE_MINUTES: 'USSD_REPRISE_MINUTES doit être un nombre entre 0 et 1440',
  USSD_SESSION_SECONDES: 'USSD_SESSION_SECONDES doit être un nombre entre 20 et 600',
  OPERATEUR_PREFIXES: 'OPERATEUR_PREFIXES doit être une liste comme +24206=mtn,+24205=airtel',
};

type Env = Record<string, string | undefined>;

/** Every mistake in the settings of USSD and chatbot, as French sentences for the one who starts the server. */
export function passerellesMistakes(env: Env): string[] {
  const issues = z.object(settings).safeParse(env).error?.issues ?? [];
  return [...new Set(issues.map(({ path }) => meaning[path[0] as keyof ConfigurationPasserelles]))];
}

/** Without a secret a gateway is switched off. @throws {TypeError} with every mistake at once */
export function readPasserelles(env: Env = process.env): ConfigurationPasserelles {
  const mistakes = passerellesMistakes(env);
  if (mistakes.length > 0) throw new TypeError(mistakes.join(' ; '));
  return z.object(settings).parse(env);
}

interface Network {
  address: string;
  bits: number;
  family: 'ipv4' | 'ipv6';
}

function readNetwork(text: string): Network | undefined {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const count = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (!version || more.length > 0 || count < 0 || count > most) return undefined;
  return { address, bits: count, family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** Whether a gateway may call from there; from anywhere when the list is empty. */
export function allowedFrom(list: readonly string[]): (address: string | undefined) => boolean {
  if (list.length === 0) return () => true;
  const networks = new BlockList();
  for (const each of list) {
    const { address, bits, family } = readNetwork(each) as Network;
    networks.addSubnet(address, bits, family);
  }
  return (address = '') => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    const version = isIP(plain);
    return version !== 0 && networks.check(plain, version === 4 ? 'ipv4' : 'ipv6');
  };
}
