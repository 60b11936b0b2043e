import type { Langue } from '../../core/messages/messages.ts';

/** What the document says of USSD and the chatbot. */
const fr = {
  tag: 'USSD et chatbot',
  tagDescription:
    'Les passerelles appellent ici : le secret à la fin de l’adresse est leur clé. Un envoi répété reçoit la même réponse et n’agit qu’une fois.',
  secret: 'Le secret de la passerelle (`USSD_SECRET` ou `CHATBOT_SECRET`).',
  africasTalking: 'Un écran USSD (Africa’s Talking)',
  africasTalkingText:
    '`text` porte toutes les saisies depuis le début, séparées par `*`. La réponse commence par `CON` tant que la session continue, par `END` à la fin. Un écran a au plus 160 caractères de l’alphabet GSM.',
  fin: 'Fin d’une session USSD (Africa’s Talking)',
  finText: 'L’avis de fin. Une conversation coupée peut être reprise par le même téléphone.',
  madapi: 'Un écran USSD (MTN MADAPI)',
  madapiText:
    '`ussdString` porte la dernière saisie. `messageType` : 0 début, 1 suite, 2 fin, 3 avis, 4 abandon, 5 délai dépassé. L’en-tête `transactionId` nomme la demande : la même n’agit qu’une fois.',
  transactionId: 'Le nom que la passerelle donne à cette demande.',
  chatbot: 'Un message du chatbot',
  chatbotText:
    'La même conversation que par USSD, un message à la fois. `message_id` nomme le message : le même n’agit qu’une fois. `options` : ce que les touches veulent dire.',
  screen: 'L’écran à montrer.',
};

const en: typeof fr = {
  tag: 'USSD and chatbot',
  tagDescription:
    'Gateways call here: the secret at the end of the address is their key. A request sent again gets the same answer and acts once.',
  secret: 'The gateway’s secret (`USSD_SECRET` or `CHATBOT_SECRET`).',
  africasTalking: 'One USSD screen (Africa’s Talking)',
  africasTalkingText:
    '`text` holds all that was typed since the beginning, joined by `*`. The answer begins with `CON` while the session goes on, with `END` at its end. A screen has at most 160 characters of the GSM alphabet.',
  fin: 'End of a USSD session (Africa’s Talking)',
  finText: 'The notice of the end. A conversation that broke off can be taken up again by the same telephone.',
  madapi: 'One USSD screen (MTN MADAPI)',
  madapiText:
    '`ussdString` holds the last input. `messageType`: 0 begins, 1 goes on, 2 end, 3 notice, 4 cancelled, 5 timed out. The header `transactionId` names the request: the same one acts once.',
  transactionId: 'The gateway’s name for this request.',
  chatbot: 'One message of the chatbot',
  chatbotText:
    'The same conversation as by USSD, one message at a time. `message_id` names the message: the same one acts once. `options`: what the keys mean.',
  screen: 'The screen to show.',
};

const all: Record<Langue, typeof fr> = { fr, en };

export const conversationWords = (langue: Langue) => all[langue];
