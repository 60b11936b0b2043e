import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Received {
  headers: IncomingHttpHeaders;
  form: Record<string, string>;
}

/** What Africa’s Talking answers for one recipient. */
export const said = (statusCode: number, status: string) => ({
  SMSMessageData: {
    Message: 'Sent to 1/1 Total Cost: XAF 15.0000',
    Recipients: [{ statusCode, status, number: '+242061234567', cost: 'XAF 15.0000', messageId: 'ATXid_1' }],
  },
});

/** An SMS gateway for tests: it keeps what it is given and answers what it is told to. */
export async function smsGateway() {
  const received: Received[] = [];
  const state = { answer: (_request: IncomingMessage, response: ServerResponse) => taken(response) };
  const taken = (response: ServerResponse) => json(response, 201, said(101, 'Success'));
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, form: Object.fromEntries(new URLSearchParams(body)) });
    state.answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/version1/messaging`,
    received,
    /** From now on it answers this. */
    answers(status: number, body: unknown, headers: Record<string, string> = {}) {
      state.answer = (_request, response) => json(response, status, body, headers);
    },
    /** From now on it does this instead of answering. */
    does(answer: (request: IncomingMessage, response: ServerResponse) => void) {
      state.answer = answer;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
