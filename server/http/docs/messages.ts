import type { Langue } from '../../core/messages/messages.ts';

/** What the page says around the document. Each error code has an entry: the `type` of a problem leads to it. */
const fr = {
  title: 'Documentation de l’API Guichet',
  product: 'Guichet',
  subtitle: 'Documentation de l’API',
  schema: 'Schéma OpenAPI',
  postman: 'Collection Postman',
  other: 'English',
  otherLangue: 'en' as Langue,
  script: 'Cette page a besoin de JavaScript. Le schéma OpenAPI se lit aussi sans elle.',
  problems: 'Codes d’erreur',
  intro: 'Toute erreur porte un code stable. La phrase qui l’accompagne est faite pour être montrée.',
  codes: {
    invalide: ['400', 'Des valeurs ne sont pas valables : « errors » nomme chaque champ. Corrigez-les et renvoyez.'],
    non_identifie: ['401', 'Personne n’est connecté, ou le jeton a expiré. Connectez-vous, ou renouvelez le jeton.'],
    borne_revoquee: [
      '401',
      'La borne qui parle a été révoquée, ou n’est pas connue. Un administrateur l’enrôle de nouveau avec un code.',
    ],
    interdit: ['403', 'La personne est connue, mais n’a pas ce droit. Un administrateur peut le donner.'],
    code_demande: [
      '403',
      'Cette demande change des droits : un code à usage unique est d’abord envoyé au client (POST /borne/codes).',
    ],
    introuvable: [
      '404',
      'Rien à cette adresse pour cette personne : la ligne n’existe pas, ou elle est hors de son périmètre.',
    ],
    refuse: ['409', 'Une règle du métier s’y oppose ; la raison est dite. La renvoyer telle quelle ne changera rien.'],
    conflit: ['409, 422', 'La clé d’idempotence est en cours d’usage, ou a servi à une autre demande.'],
    perime: [
      '412',
      'La ligne a changé depuis qu’elle a été lue. Rien n’est écrasé : « current » donne la ligne telle qu’elle est.',
    ],
    indisponible: [
      '405, 413, 415, 429, 503',
      'Pas ainsi, ou pas maintenant. « Retry-After » dit combien de secondes attendre.',
    ],
    erreur_interne: ['500', 'Une erreur inattendue. Signalez-la avec sa référence.'],
  },
};

const en: typeof fr = {
  title: 'Guichet API documentation',
  product: 'Guichet',
  subtitle: 'API documentation',
  schema: 'OpenAPI schema',
  postman: 'Postman collection',
  other: 'Français',
  otherLangue: 'fr',
  script: 'This page needs JavaScript. The OpenAPI schema can be read without it.',
  problems: 'Error codes',
  intro: 'Every error has a stable code. The sentence that comes with it is meant to be shown.',
  codes: {
    invalide: ['400', 'Some values are not valid: “errors” names each field. Correct them and send again.'],
    non_identifie: ['401', 'Nobody is signed in, or the token has expired. Sign in, or renew the token.'],
    borne_revoquee: [
      '401',
      'The terminal that speaks was revoked, or is not known. An administrator enrols it again with a code.',
    ],
    interdit: ['403', 'The person is known but does not have this right. An administrator can give it.'],
    code_demande: [
      '403',
      'This request changes rights: a one-time code is sent to the client first (POST /borne/codes).',
    ],
    introuvable: ['404', 'Nothing at this address for this person: the row does not exist, or is beyond their reach.'],
    refuse: ['409', 'A business rule says no, and why. Sending the same again changes nothing.'],
    conflit: ['409, 422', 'The idempotency key is in use, or was used for another request.'],
    perime: [
      '412',
      'The row has changed since it was read. Nothing is overwritten: “current” is the row as it stands.',
    ],
    indisponible: [
      '405, 413, 415, 429, 503',
      'Not like this, or not now. “Retry-After” says how many seconds to wait.',
    ],
    erreur_interne: ['500', 'An unexpected error. Report it with its reference.'],
  },
};

export const pageWords: Record<Langue, typeof fr> = { fr, en };
