import type { ConfigurationMtn } from '../configuration.ts';
import { demandValid } from '../demande.ts';
import { payable } from '../environnements.ts';
import { openLine } from '../http.ts';
import type { Demande, MobileMoney, Options } from '../mobile-money.ts';
import { motif } from '../motifs.ts';
import { amountIn, objectIn, textIn } from '../reading.ts';
import { externalId, plain } from '../text.ts';
import { keepToken, tokenFrom } from '../token.ts';
import { readEnvoi, readEtat } from './reponses.ts';

const NOTE_MAX = 160;

interface Mtn extends MobileMoney {
  /** Whether this number (E.164) has an active account; undefined when the operator does not say. */
  titulaireActif(telephone: string): Promise<boolean | undefined>;
  /** What our own account holds; undefined when the operator does not say. */
  solde(): Promise<{ montant: number; devise: string } | undefined>;
}

/** MTN MoMo Collections. */
export function mtn(configuration: ConfigurationMtn, { noter, patience, now }: Options): Mtn {
  const { environnement, hote, devise, pays, cle, utilisateur, secret } = configuration;
  const basic = Buffer.from(`${utilisateur}:${secret}`).toString('base64');
  const send = openLine({
    operateur: 'mtn_money',
    hote,
    secrets: [cle, secret, basic, utilisateur],
    noter,
    patience,
  });

  const tokens = keepToken(async () => {
    const reply = await send({
      operation: 'jeton',
      method: 'POST',
      path: '/collection/token/',
      headers: { Authorization: `Basic ${basic}`, 'Ocp-Apim-Subscription-Key': cle },
    });
    return tokenFrom(reply, objectIn(reply.arrived ? reply.body : undefined));
  }, now);

  const headers = (token: string) => ({
    Authorization: `Bearer ${token}`,
    'X-Target-Environment': environnement,
    'Ocp-Apim-Subscription-Key': cle,
  });

  const ask = (operation: string, path: string, about: { reference?: string; phones?: string[] } = {}) =>
    tokens.use((token) =>
      send({ operation, method: 'GET', path, headers: headers(token), secrets: [token], ...about }),
    );

  return {
    operateur: 'mtn_money',
    devise,

    async demander(demande) {
      demandValid(demande);
      if (!payable(demande.telephone, pays)) return { issue: 'refusee', motif: motif('numero_invalide', '') };
      const { reference, telephone, rappel } = demande;
      const reply = await tokens.use((token) =>
        send({
          operation: 'demande',
          method: 'POST',
          path: '/collection/v1_0/requesttopay',
          headers: {
            ...headers(token),
            'X-Reference-Id': reference,
            'Content-Type': 'application/json',
            // An empty one is refused.
            ...(rappel && { 'X-Callback-Url': rappel }),
          },
          body: requestBody(demande, devise),
          reference,
          phones: [msisdn(telephone)],
          secrets: [token],
        }),
      );
      return readEnvoi(reply);
    },

    async consulter(reference) {
      return readEtat(await ask('etat', `/collection/v1_0/requesttopay/${reference}`, { reference }));
    },

    async titulaireActif(telephone) {
      const number = msisdn(telephone);
      const path = `/collection/v1_0/accountholder/msisdn/${number}/active`;
      const reply = await ask('titulaire', path, { phones: [number] });
      const { result } = objectIn(reply.arrived && reply.status === 200 ? reply.body : undefined);
      return typeof result === 'boolean' ? result : undefined;
    },

    async solde() {
      const reply = await ask('solde', '/collection/v1_0/account/balance');
      const answer = objectIn(reply.arrived && reply.status === 200 ? reply.body : undefined);
      const montant = amountIn(answer.availableBalance);
      return montant === undefined ? undefined : { montant, devise: textIn(answer.currency) };
    },
  };
}

const msisdn = (telephone: string) => telephone.replace(/^\+/, '');

/** What is sent to ask for money: amounts are texts, notes plain. */
export const requestBody = ({ montant, externe, telephone, libelle }: Demande, devise: string) => ({
  amount: String(montant),
  currency: devise,
  externalId: externalId(externe),
  payer: { partyIdType: 'MSISDN', partyId: msisdn(telephone) },
  payerMessage: plain(libelle, NOTE_MAX, 'Paiement'),
  payeeNote: plain(externe, NOTE_MAX, 'Paiement'),
});
