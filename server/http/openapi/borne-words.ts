import type { Langue } from '../../core/messages/messages.ts';
import { documents } from './words-documents.ts';

/** What the document says of the client's surface: each operation by its name, then its fields. */
const fr = {
  tag: 'Borne et espace client',
  tagDescription:
    'Les écrans des clients, à la borne et sur le téléphone. Un jeton de client (`POST /auth/login` avec `police` et `telephone`) n’ouvre que ces adresses, et seulement pour ses propres polices : toute autre répond 404. Rien n’est gardé en cache, sauf les produits et les annonces.',
  security:
    'Le jeton d’un client : 30 minutes, renouvelable au plus une heure à la borne, deux heures sur un téléphone.',
  police: 'Une police du client, en majuscules ou en minuscules.',
  policeFiltre: 'Une seule police du client.',
  terminal: 'Le nom du terminal : les essais sont comptés pour lui aussi.',
  borne:
    'Le jeton d’une borne enrôlée : la session lui est liée. Révoquée ou inconnue, toute demande répond 401 `borne_revoquee`.',
  beneficiaire: 'Le numéro du bénéficiaire.',
  code: 'Le code du produit.',
  suivi: 'Le nom du paiement, reçu avec la demande.',
  pdf: 'Le relevé, en PDF.',
  ...documents.fr.own,
  accepted: 'La demande est partie vers le téléphone.',
  promised: 'Un code est parti par SMS, si la police et le téléphone vont ensemble.',
  login:
    ' Un client s’identifie par `police` et `telephone`. Police inconnue, mauvais téléphone, contrat qui n’est pas actif : la même réponse 401. Si l’institution demande un code à chaque connexion (`borne.code` = `toujours`), la première demande répond 202 ; la seconde porte le code. Avec `cookie` (seulement `espace`, depuis la même origine), ce qui renouvelle la session va dans un cookie que les scripts ne lisent pas.',
  refresh:
    ' Sans `refresh`, le cookie d’un client renouvelle sa session ; `canal` = `espace` dit que c’est elle qui est visée.',
  logout: ' Le cookie d’un client suffit : la session prend fin même quand le jeton d’accès a expiré.',
  detail:
    ' Avec le jeton d’un client, `id` est le numéro d’une de ses polices, et la réponse est le contrat en détail.',
  renouveler:
    ' Avec le jeton d’un client, `id` est le numéro d’une de ses polices : le montant est calculé, et la demande part vers son téléphone.',
  operations: {
    terminal_enroler: [
      'Enrôler une borne',
      'Avec le code qu’un administrateur a reçu : il sert une fois, pendant un quart d’heure. L’ancienne borne à cette place n’est plus connue. Code faux, expiré ou déjà utilisé : la même réponse 401.',
    ],
    terminal_contact: [
      'Dire qu’une borne est là',
      'Toutes les minutes environ : sans nouvelles pendant cinq minutes, elle est montrée comme muette.',
    ],
    reglages: ['Les réglages des écrans', 'Sans connexion. Peut être gardé une minute.'],
    presence: [
      'Dire que quelqu’un est là',
      'À la borne, la session prend fin d’elle-même quand rien n’est demandé. Sans corps, elle continue ; avec `reste_secondes`, elle prend fin avec le compte à rebours de l’écran (5 secondes de plus).',
    ],
    codes: [
      'Demander un code par SMS',
      'Un code à usage unique, pour cette session et pour ce but. Pour `connexion`, donnez `police` et `telephone` à la place d’un jeton.',
    ],
    souscrire: [
      'Souscrire',
      'Avec un jeton, pour ce client ; sans jeton, en disant `nom`, `prenom` et `telephone`. La réponse est la même que le téléphone soit connu ou non.',
    ],
    produits: ['Les produits en vente', 'Sans connexion. Peut être gardé cinq minutes.'],
    annonces: [
      'Les annonces',
      'Sans connexion, celles qui s’adressent à tous ; peut être gardé une minute. Avec un jeton, aussi celles de la succursale et des produits du client. La plus urgente d’abord, puis la plus récente.',
    ],
    produit: ['Un produit en vente', 'Sans connexion. Peut être gardé cinq minutes.'],
    suivi: [
      'Où en est un paiement',
      'Sans connexion : qui a le `suivi` peut le lire, par exemple le téléphone qui prend le relais de la borne.',
    ],
    dashboard: [
      'Tableau de bord',
      'Tous les contrats du client, le solde global, les cotisations des trois derniers mois, les prochaines échéances.',
    ],
    contrats: ['Ses contrats', 'Tous les contrats du client.'],
    cotisations: ['Ses cotisations', 'La dernière d’abord.'],
    paiements: ['Ses paiements', 'Le dernier d’abord.'],
    rattrapage: [
      'Rattraper un retard',
      'La plus petite somme qui rétablit la couverture, de quel jour à quel jour elle couvre et ce qu’elle paie.',
    ],
    renouvellement: ['Ce que coûte un renouvellement', 'Ce qui reste dû, plus la première période du nouveau terme.'],
    payer: [
      'Payer',
      'La demande part vers le téléphone du client, ou vers celui qui est donné. Un seul paiement à la fois par contrat.',
    ],
    beneficiaires_ajouter: [
      'Ajouter un bénéficiaire',
      'Demande un code (`beneficiaire`). Sans `part`, tous ont la même.',
    ],
    beneficiaires_retirer: ['Retirer un bénéficiaire', 'Demande un code (`beneficiaire`). Sa part revient aux autres.'],
    sinistres: ['Ses sinistres', 'Le dernier d’abord.'],
    sinistres_declarer: [
      'Déclarer un sinistre',
      'Demande un code (`sinistre`). `alertes` dit ce qui parle contre la déclaration, sans la refuser.',
    ],
    telephone: [
      'Changer de téléphone',
      'Demande un code (`telephone`), envoyé à l’ancien numéro. Les autres sessions du client prennent fin.',
    ],
    contrat_releve: ['Relevé d’un contrat', 'En PDF.'],
    client_releve: ['Relevé de tous les contrats', 'En PDF.'],
    ...documents.fr.operations,
  },
  fields: {
    canal: 'Où se trouve le client : à la borne, ou sur son téléphone.',
    codeConnexion: 'Le code reçu, si l’institution en demande un à la connexion.',
    demonstration: 'Le texte du SMS, quand un simulateur tient lieu de passerelle ; jamais en production.',
    telephonePayeur: 'Le téléphone qui paie ; celui du client s’il n’est pas donné.',
    suivi: 'Le nom du paiement, impossible à deviner : `GET /borne/paiements/{suivi}`.',
    consentement: 'Le texte même que la personne a vu et accepté : gardé comme preuve.',
    inconnu: 'Seulement sans jeton.',
    expire: 'Fin de la session, si elle n’est pas renouvelée.',
    fin: 'Fin de la session, quoi qu’il arrive.',
    inactif: 'Fin de la session à la borne si rien n’est demandé ; `null` sur un téléphone.',
    reste: 'Le compte à rebours que l’écran montre, en secondes.',
    cookie: 'Seulement sur un téléphone (`espace`).',
    espace: 'Le cookie du client est visé, quoi que ce navigateur garde d’autre.',
    version: 'Du logiciel de la borne.',
    jetonBorne: 'À envoyer dans `X-Borne` ; montré une seule fois.',
    solde: 'Somme des paiements réussis, tous contrats ensemble, en francs.',
    recentes: 'Les périodes qui ont commencé dans les trois derniers mois.',
    rattrapage: 'La plus petite somme qui rétablit la couverture, en francs ; 0 s’il n’y a rien à rattraper.',
    renouvellement: 'À payer maintenant, en francs.',
    ...documents.fr.fields,
    etat: '`verification` : le paiement est peut-être passé ; ne pas payer une seconde fois.',
  },
};

const en: typeof fr = {
  tag: 'Kiosk and client space',
  tagDescription:
    'The screens of clients, at the kiosk and on the telephone. A client token (`POST /auth/login` with `police` and `telephone`) opens these addresses alone, and only for their own policies: any other answers 404. Nothing is cached, except products and announcements.',
  security:
    'The token of a client: 30 minutes, to be renewed for an hour at most at a kiosk, two hours on a telephone.',
  police: 'A policy of the client, in capitals or small letters.',
  policeFiltre: 'One policy of the client alone.',
  terminal: 'The name of the terminal: attempts are counted for it as well.',
  borne:
    'The token of an enrolled terminal: the session is bound to it. Revoked or unknown, every request answers 401 `borne_revoquee`.',
  beneficiaire: 'The number of the beneficiary.',
  code: 'The code of the product.',
  suivi: 'The name of the payment, received with the request.',
  pdf: 'The statement, as a PDF.',
  ...documents.en.own,
  accepted: 'The request is on its way to the telephone.',
  promised: 'A code was sent by SMS, if the policy and the telephone belong together.',
  login:
    ' A client signs in by `police` and `telephone`. Unknown policy, wrong telephone, policy that is not active: the same answer 401. If the institution asks for a code at each sign-in (`borne.code` = `toujours`), the first request answers 202; the second carries the code. With `cookie` (`espace` only, from the same origin), what renews the session goes into a cookie that scripts do not read.',
  refresh: ' Without `refresh`, the cookie of a client renews their session; `canal` = `espace` says that it is meant.',
  logout: ' The cookie of a client is enough: the session ends even when the access token has expired.',
  detail:
    ' With the token of a client, `id` is the number of a policy of theirs, and the answer is the contract in detail.',
  renouveler:
    ' With the token of a client, `id` is the number of a policy of theirs: the amount is computed, and the request goes to their telephone.',
  operations: {
    terminal_enroler: [
      'Enrol a terminal',
      'With the code that an administrator was given: it works once, for a quarter of an hour. The terminal that stood there before is not known any more. Wrong, expired or used code: the same answer 401.',
    ],
    terminal_contact: [
      'Say that a terminal is there',
      'About every minute: not heard of for five minutes, it is shown as silent.',
    ],
    reglages: ['The settings of the screens', 'Without signing in. May be kept for a minute.'],
    presence: [
      'Say that somebody is there',
      'At a terminal, the session ends by itself when nothing is asked. Without a body it goes on; with `reste_secondes` it ends with the countdown of the screen (5 seconds more).',
    ],
    codes: [
      'Ask for a code by SMS',
      'A one-time code, for this session and this purpose. For `connexion`, give `police` and `telephone` in place of a token.',
    ],
    souscrire: [
      'Take out a policy',
      'With a token, for that client; without one, by telling `nom`, `prenom` and `telephone`. The answer is the same whether the telephone is known or not.',
    ],
    produits: ['Products on sale', 'Without signing in. May be kept for five minutes.'],
    annonces: [
      'Announcements',
      'Without signing in, those for everybody; may be kept for a minute. With a token, also those of the client’s branch and products. The most urgent first, then the newest.',
    ],
    produit: ['A product on sale', 'Without signing in. May be kept for five minutes.'],
    suivi: [
      'Where a payment stands',
      'Without signing in: whoever has the `suivi` may read it, as the telephone that takes over from the kiosk.',
    ],
    dashboard: [
      'Dashboard',
      'All policies of the client, the overall balance, the instalments of the last three months, what is due next.',
    ],
    contrats: ['Own policies', 'All policies of the client.'],
    cotisations: ['Own instalments', 'The latest first.'],
    paiements: ['Own payments', 'The latest first.'],
    rattrapage: [
      'Catch up',
      'The smallest sum that restores cover, from which day to which day it covers and what it pays.',
    ],
    renouvellement: ['What a renewal costs', 'What is still due, and the first period of the new term.'],
    payer: [
      'Pay',
      'The request goes to the telephone of the client, or to the one that is given. One payment at a time for a policy.',
    ],
    beneficiaires_ajouter: [
      'Add a beneficiary',
      'Asks for a code (`beneficiaire`). Without `part`, all have the same share.',
    ],
    beneficiaires_retirer: ['Remove a beneficiary', 'Asks for a code (`beneficiaire`). The others get the share.'],
    sinistres: ['Own claims', 'The latest first.'],
    sinistres_declarer: [
      'Make a claim',
      'Asks for a code (`sinistre`). `alertes` tells what speaks against the claim, without refusing it.',
    ],
    telephone: [
      'Change the telephone',
      'Asks for a code (`telephone`), sent to the former number. The other sessions of the client end.',
    ],
    contrat_releve: ['Statement of one policy', 'As a PDF.'],
    client_releve: ['Statement of all policies', 'As a PDF.'],
    ...documents.en.operations,
  },
  fields: {
    canal: 'Where the client is: at the kiosk, or on their telephone.',
    codeConnexion: 'The code received, if the institution asks for one at sign-in.',
    demonstration: 'The text of the SMS, where a simulator stands for the gateway; never in production.',
    telephonePayeur: 'The telephone that pays; that of the client unless given.',
    suivi: 'The name of the payment, which cannot be guessed: `GET /borne/paiements/{suivi}`.',
    consentement: 'The very text that the person saw and agreed to: kept as proof.',
    inconnu: 'Without a token only.',
    expire: 'End of the session, unless it is renewed.',
    fin: 'End of the session, whatever happens.',
    inactif: 'End of the session at a terminal unless something is asked; `null` on a telephone.',
    reste: 'The countdown that the screen shows, in seconds.',
    cookie: 'On a telephone (`espace`) only.',
    espace: 'The cookie of the client is meant, whatever else this browser keeps.',
    version: 'Of the software of the terminal.',
    jetonBorne: 'To be sent in `X-Borne`; shown once.',
    solde: 'Sum of the successful payments, all policies together, in francs.',
    recentes: 'The periods that began in the last three months.',
    rattrapage: 'The smallest sum that restores cover, in francs; 0 where there is nothing to catch up.',
    renouvellement: 'To be paid now, in francs.',
    ...documents.en.fields,
    etat: '`verification`: it may have been paid; do not pay a second time.',
  },
};

const all: Record<Langue, typeof fr> = { fr, en };

export const borneWords = (langue: Langue) => all[langue];
export type NomOperation = keyof typeof fr.operations;
