import express, { type Request, type Response, type Router } from 'express';
import type { Database } from '../../core/database.ts';
import { indisponible } from '../../core/errors.ts';
import {
  direAfricasTalking,
  lireAfricasTalking,
  lireFinAfricasTalking,
} from '../../features/borne/conversation/adapters/africas-talking.ts';
import { direChatbot, lireChatbot } from '../../features/borne/conversation/adapters/chatbot.ts';
import { direMadapi, entendreMadapi, lireMadapi } from '../../features/borne/conversation/adapters/madapi.ts';
import type { Lue } from '../../features/borne/conversation/adapters/passerelle.ts';
import { converser, interrompre } from '../../features/borne/conversation/conversation.ts';
import type { Reponse } from '../../features/borne/conversation/demande.ts';
import type { Moyens } from '../../features/borne/conversation/effets.ts';
import { dire } from '../../features/borne/conversation/messages.ts';
import { enteredBy } from '../request.ts';
import { send } from '../send.ts';
import { gatewayOnly, tellGateway } from './gateway.ts';

const BODY_MAX = '16kb';

const AT = '/ussd/africas-talking/:secret';
const AT_FIN = '/ussd/africas-talking/:secret/fin';
const MADAPI = '/ussd/madapi/:secret';
const CHATBOT = '/chatbot/:secret';

/** Where gateways call. They send no token: the secret in the address is theirs. */
export const conversationPaths = [AT, AT_FIN, MADAPI, CHATBOT];

const last = (cle: 'numero_refuse' | 'panne'): Reponse => ({ texte: dire('fr', cle), options: [], fin: true });

/** USSD gateways in their two dialects, and the chatbot's webhook. */
export function conversationRoutes(database: Database, moyens: Moyens): Router {
  const { USSD_SECRET, USSD_ADRESSES, CHATBOT_SECRET } = moyens.configuration;
  const router = express.Router();
  const ussd = gatewayOnly(USSD_SECRET, USSD_ADRESSES);
  const form = [only('application/x-www-form-urlencoded'), express.urlencoded({ extended: false, limit: BODY_MAX })];
  const json = [only('application/json'), express.json({ limit: BODY_MAX })];

  /** The screen to show, or undefined where the gateway only told us something. */
  async function hear(lue: Lue): Promise<Reponse | undefined> {
    if (lue.genre === 'numero_refuse') return last('numero_refuse');
    if (lue.genre === 'interruption') await interrompre(database, lue.session);
    return lue.genre === 'demande' ? converser(database, lue.demande, moyens) : undefined;
  }

  router.post(AT, ussd, form, async (req: Request, res: Response) => {
    const reponse = await hear(lireAfricasTalking(req.body));
    if (reponse) plain(res, direAfricasTalking(reponse));
  });
  router.post(AT_FIN, ussd, form, async (req: Request, res: Response) => {
    await hear(lireFinAfricasTalking(req.body));
    res.status(204).end();
  });
  router.use(
    [AT, AT_FIN],
    tellGateway((res) => plain(res, direAfricasTalking(last('panne')))),
  );

  router.post(MADAPI, ussd, json, async (req: Request, res: Response) => {
    const demande = entendreMadapi(req.body);
    const id = transactionId(req);
    const reponse = await hear(lireMadapi(demande, id));
    const screen = reponse ?? { texte: '', fin: true };
    const own = id ?? enteredBy(req).requete_id;
    send(res, 200, JSON.stringify(direMadapi(demande, screen, own, here(req))));
  });
  router.use(
    MADAPI,
    tellGateway((res) => {
      const nobody = { sessionId: '', messageType: '1', msisdn: '', serviceCode: '', ussdString: '' } as const;
      const own = enteredBy(res.req).requete_id;
      send(res, 200, JSON.stringify(direMadapi(nobody, last('panne'), own, here(res.req))));
    }),
  );

  router.post(CHATBOT, gatewayOnly(CHATBOT_SECRET), json, async (req: Request, res: Response) => {
    const reponse = await hear(lireChatbot(req.body));
    if (reponse) send(res, 200, JSON.stringify(direChatbot(reponse)));
  });
  router.use(
    CHATBOT,
    tellGateway((res) => send(res, 200, JSON.stringify(direChatbot(last('panne'))))),
  );
  return router;
}

/** @throws 415 */
const only = (type: string) => (req: Request, _res: Response, next: () => void) => {
  if (!req.is(type)) throw indisponible(415, 'type_non_accepte');
  next();
};

function plain(res: Response, text: string): void {
  res.statusCode = 200;
  res.setHeader('Content-Type', 'text/plain; charset=utf-8');
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Content-Length', Buffer.byteLength(text));
  res.end(text);
}

/** How the gateway names this request, if it does. */
function transactionId(req: Request): string | undefined {
  const given = req.get('transactionId');
  return given && /^[\x21-\x7e]{1,180}$/.test(given) ? given : undefined;
}

/** Where this is, without its secret. */
const here = (req: Request) => `${req.baseUrl}/ussd/madapi`;
