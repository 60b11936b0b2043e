import type { ConfigurationAirtel } from '../configuration.ts';
import { demandValid } from '../demande.ts';
import { payable } from '../environnements.ts';
import { openLine } from '../http.ts';
import type { Demande, MobileMoney, Options } from '../mobile-money.ts';
import { motif } from '../motifs.ts';
import { objectIn } from '../reading.ts';
import { plain } from '../text.ts';
import { keepToken, tokenFrom } from '../token.ts';
import { readEnvoi, readEtat } from './reponses.ts';

const REFERENCE_MAX = 64;

/** Airtel Money's collections. Its callbacks go where its portal says: `rappel` is not sent. */
export function airtel(configuration: ConfigurationAirtel, { noter, patience, now }: Options): MobileMoney {
  const { hote, devise, pays, client, secret, cle_rappel = '' } = configuration;
  const country = pays ?? 'CG';
  const send = openLine({
    operateur: 'airtel_money',
    hote,
    secrets: [client, secret, cle_rappel],
    noter,
    patience,
  });

  const tokens = keepToken(async () => {
    const reply = await send({
      operation: 'jeton',
      method: 'POST',
      path: '/auth/oauth2/token',
      headers: { 'Content-Type': 'application/json', Accept: '*/*' },
      body: { client_id: client, client_secret: secret, grant_type: 'client_credentials' },
    });
    return tokenFrom(reply, objectIn(reply.arrived ? reply.body : undefined));
  }, now);

  const headers = (token: string) => ({
    Authorization: `Bearer ${token}`,
    'X-Country': country,
    'X-Currency': devise,
    Accept: '*/*',
  });

  return {
    operateur: 'airtel_money',
    devise,

    async demander(demande) {
      demandValid(demande);
      if (!payable(demande.telephone, country)) return { issue: 'refusee', motif: motif('numero_invalide', '') };
      const { reference, telephone } = demande;
      const reply = await tokens.use((token) =>
        send({
          operation: 'demande',
          method: 'POST',
          path: '/merchant/v1/payments/',
          headers: { ...headers(token), 'Content-Type': 'application/json' },
          body: requestBody(demande, country, devise),
          reference,
          phones: [national(telephone)],
          secrets: [token],
        }),
      );
      return readEnvoi(reply);
    },

    async consulter(reference) {
      const reply = await tokens.use((token) =>
        send({
          operation: 'etat',
          method: 'GET',
          path: `/standard/v1/payments/${reference}`,
          headers: headers(token),
          reference,
          secrets: [token],
        }),
      );
      return readEtat(reply, reference);
    },
  };
}

/** Congo's national number keeps its 0: `+242051234567` → `051234567`. */
const national = (telephone: string) => telephone.replace(/^\+242/, '');

/** What is sent to ask for money: the amount is a number, the telephone national. */
export const requestBody = (
  { reference, montant, telephone, libelle }: Demande,
  country: string,
  currency: string,
) => ({
  reference: plain(libelle, REFERENCE_MAX, 'Paiement'),
  subscriber: { country, currency, msisdn: national(telephone) },
  transaction: { amount: montant, country, currency, id: reference },
});
