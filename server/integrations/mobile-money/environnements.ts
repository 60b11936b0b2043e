import { isIP } from 'node:net';

export type EnvironnementMtn = 'sandbox' | 'mtncongo' | 'mtncameroon';
export type EnvironnementAirtel = 'sandbox' | 'uat_cg' | 'cg';

/** What one setting stands for. */
export interface Lieu {
  /** Empty where it must be given. */
  hote: string;
  devise: 'EUR' | 'XAF';
  /** The only country whose numbers can pay; all of them where it is null. */
  pays: 'CG' | 'CM' | null;
  /** No money is moved here. */
  essai: boolean;
  /** Whether another host, given by hand, can be this place. */
  accepte(url: URL): boolean;
}

const MTN_SANDBOX = 'sandbox.momodeveloper.mtn.com';

/** A name without a dot, this machine, or a private network: where a simulator of ours may stand. */
function nearby({ hostname }: URL): boolean {
  const name = hostname.replace(/^\[|\]$/g, '');
  if (isIP(name) === 6) return name === '::1' || /^f[cd]/i.test(name);
  if (isIP(name) === 4) return /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(name);
  return !name.includes('.') || name.endsWith('.localhost') || name.endsWith('.internal');
}

const real = ({ protocol, hostname }: URL, domain: RegExp) => protocol === 'https:' && domain.test(hostname);
const isMtn = (url: URL) => real(url, /(^|\.)mtn\.com$/) && url.hostname !== MTN_SANDBOX;
const isAirtel = (url: URL) => real(url, /(^|\.)airtel\.(cg|africa)$/);
const isUat = ({ hostname }: URL) => /uat/.test(hostname);

const mtnLive = { hote: 'https://proxy.momoapi.mtn.com', devise: 'XAF', essai: false, accepte: isMtn } as const;

/** The places that can be chosen. Airtel's hosts for Congo are to be confirmed by the contract with Airtel. */
export const environnements: {
  mtn: Record<EnvironnementMtn, Lieu>;
  airtel: Record<EnvironnementAirtel, Lieu>;
} = {
  mtn: {
    sandbox: {
      hote: `https://${MTN_SANDBOX}`,
      devise: 'EUR',
      pays: null,
      essai: true,
      accepte: (url) => nearby(url) || (url.hostname === MTN_SANDBOX && url.protocol === 'https:'),
    },
    mtncongo: { ...mtnLive, pays: 'CG' },
    mtncameroon: { ...mtnLive, pays: 'CM' },
  },
  airtel: {
    sandbox: { hote: '', devise: 'XAF', pays: 'CG', essai: true, accepte: nearby },
    uat_cg: {
      hote: 'https://openapiuat.airtel.cg',
      devise: 'XAF',
      pays: 'CG',
      essai: true,
      accepte: (url) => isAirtel(url) && isUat(url),
    },
    cg: {
      hote: 'https://openapi.airtel.cg',
      devise: 'XAF',
      pays: 'CG',
      essai: false,
      accepte: (url) => isAirtel(url) && !isUat(url),
    },
  },
};

const prefixes = { CG: '+242', CM: '+237' } as const;

/** Whether a number (E.164) can pay here. */
export const payable = (telephone: string, pays: Lieu['pays']): boolean =>
  pays === null || telephone.startsWith(prefixes[pays]);
