import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Standard, standard } from '../../features/borne/conversation/conversation.fixture.ts';
import { readPasserelles } from '../../integrations/passerelles/configuration.ts';
import { handleProblem } from '../problem.ts';
import { enter } from '../request.ts';
import { conversationRoutes } from './routes.ts';

const USSD = 'u'.repeat(32);
const CHAT = 'c'.repeat(32);
const TEL = '+242064440001';

let ici: Standard;
const servers: { close(): void }[] = [];

/** The routes alone, on a port of their own. */
async function ouvrir(env: Record<string, string>) {
  const app = express();
  app.use(enter);
  app.use('/api/v1', conversationRoutes(ici.db.database, { ...ici.moyens, configuration: readPasserelles(env) }));
  app.use(handleProblem);
  const server = app.listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
}

let base: string;
beforeAll(async () => {
  ici = await standard();
  base = await ouvrir({ USSD_SECRET: USSD, CHATBOT_SECRET: CHAT });
});
afterAll(async () => {
  for (const server of servers) server.close();
  await ici.close();
});

const form = async (path: string, body: Record<string, string>, at = base) => {
  const response = await fetch(at + path, { method: 'POST', body: new URLSearchParams(body) });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};
const json = async <T>(path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as T };
};

describe('Africa’s Talking', () => {
  const at = (sessionId: string, text: string, phoneNumber = TEL) =>
    form(`/ussd/africas-talking/${USSD}`, {
      sessionId,
      phoneNumber,
      text,
      serviceCode: '*384*1#',
      networkCode: '62901',
    });

  test('sends all that was typed each time, and gets one souscription however often it sends', async () => {
    const saisies = ['', '1', '1*2', '1*2*500', '1*2*500*1', '1*2*500*1*NGOMA', '1*2*500*1*NGOMA*Rose'];
    for (const text of saisies) {
      const { status, type, text: said } = await at('at1', text);
      expect([status, type]).toEqual([200, 'text/plain; charset=utf-8']);
      expect(said).toMatch(/^CON /);
    }
    const confirmer = `${saisies.at(-1)}*1`;
    await at('at1', confirmer);
    const fins = await Promise.all([1, 2, 3].map(() => at('at1', `${confirmer}*1`)));
    for (const { text } of fins) {
      expect(text).toBe('END Vous allez recevoir une demande de paiement de 500 FCFA. Composez votre code.');
    }
    expect(ici.demandes.filter(({ telephone }) => telephone === TEL)).toHaveLength(1);
    expect(await ici.db.rows('select from souscriptions')).toHaveLength(1);
    expect((await at('at1', '1*2*500')).text, 'a late repetition of an earlier step').toMatch(/^CON 500 FCFA/);
  });

  test('a code dialled straight through leads to what must be read before it is agreed to', async () => {
    const { text } = await at('at2', '1*2*700*1*1*1');
    expect(text).toMatch(/^CON PASS KIMIA : 700 FCFA par mois.*J'accepte/);
    expect(ici.demandes).toHaveLength(1);
  });

  test('the notice of the end breaks the session off', async () => {
    await at('at3', '');
    await at('at3', '1');
    await at('at3', '1*2');
    const notice = { sessionId: 'at3', phoneNumber: TEL, status: 'Incomplete', durationInMillis: '9000', cost: '0' };
    expect((await form(`/ussd/africas-talking/${USSD}/fin`, notice)).status).toBe(204);
    expect((await at('at4', '')).text).toContain('\n1. Reprendre\n');
  });

  test.each([
    ['without a session', { phoneNumber: TEL, text: '' }, 400],
    ['without a telephone', { sessionId: 'x', text: '' }, 400],
    ['with a name nobody gives', { sessionId: '<script>\u0000', phoneNumber: TEL, text: '' }, 400],
    ['with far too much', { sessionId: 'x', phoneNumber: TEL, text: '1*'.repeat(10_000) }, 413],
    ['with a long text', { sessionId: 'x', phoneNumber: TEL, text: '1'.repeat(5000) }, 400],
  ])('a request %s is refused', async (_what, body, status) => {
    const answer = await form(`/ussd/africas-talking/${USSD}`, body as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain(USSD);
  });

  test.each(['+33612345678', 'Robert’); drop table clients', '+2420', ''])(
    'a number that we do not serve (%s) is told so',
    async (phoneNumber) => {
      expect((await at('etranger', '', phoneNumber)).text).toMatch(/^END Ce service est réservé/);
    },
  );

  test.each([
    "'; drop table clients; --",
    '\u0000\u0001\ud800',
    '１',
    '%00',
    '<b>1</b>',
    '*'.repeat(200),
    'é'.repeat(300),
  ])('whatever is typed (%j) gets a screen', async (saisie) => {
    const { text } = await at(`hostile${saisie.length}${saisie.codePointAt(0)}`, saisie, '+242064440099');
    expect(text).toMatch(/^(CON|END) /);
    expect([...text].length).toBeLessThanOrEqual(164);
  });
});

describe('MADAPI', () => {
  interface Reponse {
    statusCode: string;
    transactionId: string;
    data: {
      inboundResponse: string;
      userInputRequired: boolean;
      messageType: number;
      serviceCode: string;
      msisdn: string;
    };
    _link: { self: { href: string } };
  }
  let n = 0;
  const madapi = (sessionId: string, messageType: string, ussdString: string, transactionId?: string) => {
    n += 1;
    const body = { sessionId, messageType, msisdn: '242064440002', serviceCode: '*128#', ussdString, cellId: 'x' };
    return json<Reponse>(`/ussd/madapi/${USSD}`, body, { transactionId: transactionId ?? `t${n}` });
  };

  test('sends the last input alone, in its own envelope', async () => {
    const debut = await madapi('m1', '0', '*128*6*6*1#', 'tx-1');
    expect(debut.status).toBe(200);
    expect(debut.body).toEqual({
      statusCode: '0000',
      statusMessage: '',
      transactionId: 'tx-1',
      data: {
        inboundResponse: 'Assurance PASS\n1. Souscrire un PASS\n2. Mes contrats\n3. English\n0. Quitter',
        userInputRequired: true,
        messageType: 1,
        serviceCode: '*128#',
        msisdn: '242064440002',
      },
      _link: { self: { href: '/api/v1/ussd/madapi' } },
    });
    for (const saisie of ['1', '1', '900', 'OKO', 'Luc', '1']) await madapi('m1', '1', saisie);
    const fins = await Promise.all([madapi('m1', '1', '1', 'fin'), madapi('m1', '1', '1', 'fin')]);
    for (const { body } of fins) {
      expect(body.data).toMatchObject({ userInputRequired: false, messageType: 2 });
      expect(body.data.inboundResponse).toMatch(/^Vous allez recevoir une demande de paiement de 900 FCFA/);
    }
    expect(ici.demandes.filter(({ telephone }) => telephone === '+242064440002')).toHaveLength(1);
  });

  test.each(['2', '4', '5'])('message type %s breaks the session off, which can be taken up again', async (type) => {
    await madapi(`c${type}`, '0', '');
    for (const saisie of ['1', '2']) await madapi(`c${type}`, '1', saisie);
    expect((await madapi(`c${type}`, type, '')).body.data).toMatchObject({
      inboundResponse: '',
      userInputRequired: false,
    });
    expect((await madapi(`d${type}`, '0', '')).body.data.inboundResponse).toContain('1. Reprendre');
    expect((await madapi(`c${type}`, '3', '')).status).toBe(200);
  });

  test.each([['{'], ['[]'], ['null'], [{ sessionId: 'x', messageType: '9', msisdn: '242064440002' }]])(
    'what is no request (%j) is refused',
    async (body) => {
      expect((await json(`/ussd/madapi/${USSD}`, body)).status).toBe(400);
    },
  );
});

describe('the chatbot', () => {
  interface Reply {
    reply: string;
    options: { touche: string; libelle: string }[];
    ended: boolean;
  }
  const chat = (message_id: string, text: string) =>
    json<Reply>(`/chatbot/${CHAT}`, { from: '+242064440003', message_id, text, profile: 'ignored' });

  test('answers a message once, however often it comes, in proper French', async () => {
    const bonjour = await chat('c0', 'Bonjour');
    expect(bonjour.body).toMatchObject({
      ended: false,
      options: [{ touche: '1', libelle: 'Souscrire un PASS' }, {}, {}],
    });
    for (const [i, text] of ['1', '1', '800', 'MAKOSSO', 'Gisèle'].entries()) await chat(`c${i + 1}`, text);
    expect((await chat('c6', '1')).body.reply).toContain('Payer 800 FCFA avec MTN Money');
    const fins = await Promise.all([chat('c7', '1'), chat('c7', '1'), chat('c7', '1')]);
    expect(new Set(fins.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(fins[0]?.body).toMatchObject({ ended: true, options: [] });
    const [preuve] = await ici.db.rows<{ texte: string }>(`select texte from consentements where canal = 'chatbot'`);
    expect(preuve?.texte).toContain('J’accepte les conditions');
    expect((await chat('c8', 'Bonjour')).body.ended, 'the next message begins anew').toBe(false);
    expect((await chat('c7', '1')).body, 'an old message that comes once more').toEqual(fins[0]?.body);
    expect(await ici.db.rows(`select from souscriptions where canal = 'chatbot'`)).toHaveLength(1);
  });
});

describe('who may call', () => {
  const debut = { sessionId: 'q', phoneNumber: TEL, text: '' };

  test('nobody without the secret, nor with the other gateway’s', async () => {
    for (const secret of ['x', CHAT, `${USSD}x`, USSD.slice(1), '%20']) {
      expect((await form(`/ussd/africas-talking/${secret}`, debut)).status).toBe(404);
    }
    expect((await json(`/chatbot/${USSD}`, {})).status).toBe(404);
  });

  test('nobody where no secret is set', async () => {
    const ferme = await ouvrir({});
    expect((await form('/ussd/africas-talking/undefined', debut, ferme)).status).toBe(404);
    expect((await form('/ussd/madapi/', debut, ferme)).status).toBe(404);
  });

  test('only from the addresses of the list', async () => {
    const ailleurs = await ouvrir({ USSD_SECRET: USSD, USSD_ADRESSES: '196.201.1.0/24' });
    expect((await form(`/ussd/africas-talking/${USSD}`, debut, ailleurs)).status).toBe(404);
    const ici_meme = await ouvrir({ USSD_SECRET: USSD, USSD_ADRESSES: '196.201.1.0/24, 127.0.0.1' });
    expect((await form(`/ussd/africas-talking/${USSD}`, debut, ici_meme)).status).toBe(200);
  });
});
