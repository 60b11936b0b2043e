import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recue {
  methode: string;
  url: string;
  headers: IncomingHttpHeaders;
  corps: string;
}

/** A server on this machine that keeps what it received, and answers as the test says. */
export async function openServeur() {
  const recues: Recue[] = [];
  let answer: (recue: Recue, res: ServerResponse) => void = (_, res) => void res.end('{}');
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => void parts.push(part));
    req.on('end', () => {
      const corps = Buffer.concat(parts).toString();
      const recue = { methode: req.method ?? '', url: req.url ?? '', headers: req.headers, corps };
      recues.push(recue);
      answer(recue, res);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    recues,
    origine: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    repondre(how: (recue: Recue, res: ServerResponse) => void) {
      answer = how;
    },
    json(body: unknown, status = 200, headers: Record<string, string | string[]> = {}) {
      answer = (_, res) => {
        res.writeHead(status, { 'Content-Type': 'application/json', ...headers });
        res.end(JSON.stringify(body));
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
