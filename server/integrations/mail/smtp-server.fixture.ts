import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What the server answers where it would say yes: `{ 'RCPT TO': '550 5.1.1 no such user' }`. */
type Refusals = Partial<Record<'MAIL FROM' | 'RCPT TO' | 'DATA' | 'END' | 'CONNECT', string>>;

/** A mail server of the smallest kind, for tests: it keeps what it is given, or refuses as it is told. */
export async function smtpServer() {
  const messages: string[] = [];
  const recipients: string[] = [];
  const refusals: Refusals = {};
  const sockets = new Set<Socket>();

  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
    let message: string[] | undefined;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);

    function hear(line: string) {
      if (message && line !== '.') return void message.push(line.replace(/^\.\./, '.'));
      if (message) {
        if (!refusals.END) messages.push(message.join('\r\n'));
        message = undefined;
        return say(refusals.END ?? '250 taken');
      }
      if (/^(EHLO|HELO)/.test(line)) return say('250 here');
      if (/^QUIT/.test(line)) return socket.end('221 bye\r\n');
      if (line.startsWith('RCPT TO:')) recipients.push(line.slice('RCPT TO:'.length));
      for (const step of ['MAIL FROM', 'RCPT TO'] as const) {
        if (line.startsWith(step)) return say(refusals[step] ?? '250 ok');
      }
      if (line !== 'DATA' || refusals.DATA) return say(refusals.DATA ?? '502 what?');
      message = [];
      return say('354 go on');
    }

    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(hear);
    });
    say(refusals.CONNECT ?? '220 ready');
  });

  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The messages as they came, headers and all, and to whom. */
    messages,
    recipients,
    refusals,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
