import { z } from 'zod';
import { parse } from '../../../../core/validation.ts';
import type { Reponse } from '../demande.ts';
import { type Lue, nom, saisie, telephoneDe } from './passerelle.ts';

/** 0 begins, 1 goes on; 2 end, 4 cancel and 5 time-out say that it is over; 3 is but a notice. */
const shape = z.object({
  sessionId: nom,
  messageType: z
    .union([z.string(), z.int()])
    .transform(String)
    .pipe(z.enum(['0', '1', '2', '3', '4', '5'])),
  msisdn: z.union([z.string().max(40), z.int().positive().transform(String)]),
  serviceCode: z.string().max(60).default(''),
  ussdString: saisie,
});

export type DemandeMadapi = z.output<typeof shape>;

/** @throws 400 naming what is missing */
export const entendreMadapi = (body: unknown): DemandeMadapi => parse(shape, body ?? {});

/** @param cle the gateway's `transactionId`, if it names its requests */
export function lireMadapi({ sessionId, messageType, msisdn, ussdString }: DemandeMadapi, cle?: string): Lue {
  const telephone = telephoneDe(msisdn);
  if (messageType === '3') return { genre: 'avis' };
  if (!telephone) return messageType === '0' || messageType === '1' ? { genre: 'numero_refuse' } : { genre: 'avis' };
  const session = { canal: 'ussd', session_id: `madapi:${sessionId}`, telephone } as const;
  if (messageType !== '0' && messageType !== '1') return { genre: 'interruption', session };
  const mode = messageType === '0' ? 'debut' : 'suite';
  return { genre: 'demande', demande: { ...session, mode, saisie: ussdString, ...(cle ? { cle } : {}) } };
}

/** The gateway's envelope around a screen, or around nothing where it only told us something. */
export function direMadapi(
  { msisdn, serviceCode }: DemandeMadapi,
  { texte, fin }: Pick<Reponse, 'texte' | 'fin'>,
  transactionId: string,
  href: string,
) {
  return {
    statusCode: '0000',
    statusMessage: '',
    transactionId,
    data: { inboundResponse: texte, userInputRequired: !fin, messageType: fin ? 2 : 1, serviceCode, msisdn },
    _link: { self: { href } },
  };
}
