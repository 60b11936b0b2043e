import type { Langue } from '../../core/messages/messages.ts';
import { answering, failing, withoutBody } from './answers.ts';
import { conversationWords } from './conversation-words.ts';
import type { Answer, Operation, Parameter, Paths, Schema } from './types.ts';
import { words } from './words.ts';

const text = (example: string, own: Schema = {}): Schema => ({ type: 'string', examples: [example], ...own });
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
});

const session = text('ATUid_7f3a', { maxLength: 180 });
const screen = text('Assurance PASS\n1. Souscrire un PASS\n2. Mes contrats\n3. English\n0. Quitter');

const messageType = text('1', { enum: ['0', '1', '2', '3', '4', '5'] });
const madapiRequest = object(
  {
    sessionId: session,
    messageType,
    msisdn: text('242061234567'),
    serviceCode: text('*128#'),
    ussdString: text('1', { maxLength: 4000 }),
  },
  ['sessionId', 'messageType', 'msisdn'],
);
const madapiAnswer = object({
  statusCode: text('0000'),
  statusMessage: text(''),
  transactionId: text('5b0f1c9e'),
  data: object({
    inboundResponse: screen,
    userInputRequired: { type: 'boolean' },
    messageType: { type: 'integer', enum: [1, 2] },
    serviceCode: text('*128#'),
    msisdn: text('242061234567'),
  }),
  _link: object({ self: object({ href: text('/api/v1/ussd/madapi') }) }),
});
const chatRequest = object(
  {
    from: text('+242061234567'),
    message_id: text('wamid.1', { maxLength: 180 }),
    text: text('Bonjour', { maxLength: 4000 }),
  },
  ['from', 'message_id'],
);
const chatAnswer = object({
  reply: screen,
  options: { type: 'array', items: object({ touche: text('1'), libelle: text('Souscrire un PASS') }) },
  ended: { type: 'boolean' },
});
const atRequest = object(
  {
    sessionId: session,
    phoneNumber: text('+242061234567'),
    text: text('1*2*500', { maxLength: 4000 }),
    serviceCode: text('*384*128#'),
    networkCode: text('62910'),
  },
  ['sessionId', 'phoneNumber'],
);

/** Where USSD gateways and the chatbot call, as the hand-written routes answer them. */
export function conversationPaths(langue: Langue): Paths {
  const said = conversationWords(langue);
  const { answers } = words(langue);
  const secret: Parameter = {
    name: 'secret',
    in: 'path',
    description: said.secret,
    required: true,
    schema: { type: 'string', minLength: 24, maxLength: 200 },
  };
  const transactionId: Parameter = {
    name: 'transactionId',
    in: 'header',
    description: said.transactionId,
    schema: { type: 'string', maxLength: 180 },
  };
  const post = (
    name: string,
    summary: string,
    description: string,
    [type, schema]: [type: string, schema: Schema],
    ok: Record<string, Answer>,
    parameters: Parameter[] = [],
  ): { post: Operation } => ({
    post: {
      operationId: `conversation_${name}`,
      tags: ['conversation'],
      summary,
      description,
      security: [],
      parameters: [secret, ...parameters],
      requestBody: { required: true, content: { [type]: { schema } } },
      responses: { ...ok, ...failing(400, 404, 413, 415) },
    },
  });
  const form = 'application/x-www-form-urlencoded';
  const asText: Answer = {
    ...answering(said.screen, {}),
    content: { 'text/plain': { schema: { type: 'string', pattern: '^(CON|END) ' } } },
  };
  const notice = object({ ...(atRequest.properties as Record<string, Schema>), status: text('Success') }, [
    'sessionId',
    'phoneNumber',
  ]);
  return {
    '/ussd/africas-talking/{secret}': post(
      'africas_talking',
      said.africasTalking,
      said.africasTalkingText,
      [form, atRequest],
      { 200: asText },
    ),
    '/ussd/africas-talking/{secret}/fin': post('africas_talking_fin', said.fin, said.finText, [form, notice], {
      204: withoutBody(answers.done),
    }),
    '/ussd/madapi/{secret}': post(
      'madapi',
      said.madapi,
      said.madapiText,
      ['application/json', madapiRequest],
      { 200: answering(said.screen, madapiAnswer) },
      [transactionId],
    ),
    '/chatbot/{secret}': post('chatbot', said.chatbot, said.chatbotText, ['application/json', chatRequest], {
      200: answering(said.screen, chatAnswer),
    }),
  };
}
