import type { Langue } from '../../core/messages/messages.ts';
import { sujets } from '../../features/borne/push/abonnements.ts';
import { answering, failing, withoutBody } from './answers.ts';
import { about, borne, instant, list, oneOf, shape, text } from './borne-shapes.ts';
import { bodyOf } from './operation.ts';
import { shared } from './parameters.ts';
import type { Operation, Paths, Schema } from './types.ts';
import { words } from './words.ts';

const said = {
  fr: {
    cle: [
      'La clé des notifications',
      'La clé publique avec laquelle un navigateur s’abonne (`applicationServerKey`). 409 si les notifications ne sont pas en service.',
    ],
    abonner: [
      'Accepter les notifications',
      'Le navigateur de ce client est averti des sujets voulus ; à envoyer de nouveau à chaque ouverture : l’accord dure soixante jours après la dernière fois. 201 la première fois, 200 ensuite. Un client a cinq navigateurs au plus, le plus ancien cède sa place ; un navigateur n’est que d’une personne : il passe à celle qui le demande. Les messages ne disent ni nom, ni police, ni montant.',
    ],
    desabonner: ['Refuser les notifications', 'Ce navigateur n’est plus averti. 204 aussi s’il ne l’était pas.'],
    endpoint: 'L’adresse que le navigateur a reçue ; seulement chez un service de notifications connu.',
    sujets: 'Ce dont le client veut être averti ; sans ce champ, rien ne change, et tout pour un nouvel abonnement.',
    consentement: 'La personne a dit oui ; rien d’autre que `true` n’est accepté.',
    fini: 'C’est fait',
  },
  en: {
    cle: [
      'The key of notifications',
      'The public key with which a browser subscribes (`applicationServerKey`). 409 where notifications are not switched on.',
    ],
    abonner: [
      'Accept notifications',
      'The browser of this client is told of the wanted subjects; to be sent again at each opening: consent lasts sixty days after the last time. 201 the first time, then 200. A client has five browsers at most, the oldest gives way; a browser is of one person: it goes over to the one who asks. Messages tell no name, no policy and no amount.',
    ],
    desabonner: ['Refuse notifications', 'This browser is no longer told. 204 also where it was not.'],
    endpoint: 'The address that the browser was given; at a notification service that is known only.',
    sujets: 'What the client wants to be told of; without this field nothing changes, and all for a new subscription.',
    consentement: 'The person said yes; nothing but `true` is accepted.',
    fini: 'Done',
  },
} as const;

const ENDPOINT = 'https://fcm.googleapis.com/fcm/send/4E50xGX5RvHxRjI_tTdb3_b0';

/** What a client’s telephone is told of by web push. */
export function pushPaths(langue: Langue): Paths {
  const { answers } = words(langue);
  const operation = (
    name: 'cle' | 'abonner' | 'desabonner',
    own: Pick<Operation, 'responses'> & Partial<Operation>,
  ) => ({
    operationId: `borne_push_${name}`,
    tags: ['borne'],
    summary: said[langue][name][0],
    description: said[langue][name][1],
    security: [{ borne: [] }],
    ...own,
    parameters: [...(own.parameters ?? []), ...shared('acceptLanguage')],
  });
  const body = (name: string) => bodyOf(borne(name), { required: true });
  const once = shared('idempotencyKey');
  const pris = borne('AbonnementPush');
  return {
    '/borne/push/cle': {
      get: operation('cle', {
        responses: { 200: answering(answers.ok, borne('ClePush')), ...failing(400, 401, 409, 503) },
      }),
    },
    '/borne/push/abonnements': {
      post: operation('abonner', {
        requestBody: body('NouvelAbonnementPush'),
        parameters: once,
        responses: {
          200: answering(answers.ok, pris),
          201: answering(answers.created, pris),
          ...failing(400, 401, 409, 413, 415, 422, 503),
        },
      }),
      delete: operation('desabonner', {
        requestBody: body('FinAbonnementPush'),
        parameters: once,
        responses: { 204: withoutBody(said[langue].fini), ...failing(400, 401, 409, 413, 415, 422, 503) },
      }),
    },
  };
}

/** What these take and give, each under `Borne…` as the others of the client’s surface. */
export function pushSchemas(langue: Langue): Record<string, Schema> {
  const words = said[langue];
  const endpoint = about(text(ENDPOINT, { format: 'uri', maxLength: 2000 }), words.endpoint);
  const keys = shape({
    p256dh: text('BFF6BU-m71SzNlDNDYlkU7D97Nbo7zXp6G0OjWxHiFodlOZ-HPNrAnB88uh3in-AyS0v4nkepOj9xS-PVM6Sxvs'),
    auth: text('cK1ITz8uXrKtjlYJ1ePDGg'),
  });
  const wanted = { ...list(oneOf(sujets)), minItems: 1, maxItems: sujets.length };
  return {
    BorneClePush: shape({
      cle: text('BGoT1ZDc6CkZLk9cdEckxSKMkiins0dJAm6Zt6yv0pTb8tDZKpdM4lTLlUAVfvqZJ9SY2d_EtR-4ZtQfBzPrYDw'),
    }),
    BorneNouvelAbonnementPush: shape(
      {
        endpoint,
        keys,
        sujets: about(wanted, words.sujets),
        consentement: about({ type: 'boolean', examples: [true] }, words.consentement),
      },
      ['endpoint', 'keys', 'consentement'],
    ),
    BorneFinAbonnementPush: shape({ endpoint }),
    BorneAbonnementPush: shape({ sujets: list(oneOf(sujets)), expire_le: instant }),
  };
}
