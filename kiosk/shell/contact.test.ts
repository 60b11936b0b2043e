import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ouvrirContact } from './contact.ts';

const noter = vi.fn();
const revoquee = vi.fn(async () => undefined);
const demander = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
let jeton: string | undefined;
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  jeton = 'jeton-de-la-borne';
  demander.mockImplementation(async () => Response.json({ borne: {} }));
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

async function open() {
  end = ouvrirContact({
    serveur: 'https://guichet.example',
    version: '1.4.0',
    jeton: () => jeton,
    imprimante: async () => 'papier',
    revoquee,
    noter,
    demander: demander as unknown as typeof fetch,
  });
  await vi.advanceTimersByTimeAsync(0);
}

test('the server is told at once, and each minute', async () => {
  await open();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(demander).toHaveBeenCalledTimes(3);
  const [url, { method, headers, body, redirect }] = demander.mock.calls[0] as [string, RequestInit];
  expect([url, method, redirect]).toEqual(['https://guichet.example/api/v1/borne/terminal/contact', 'POST', 'error']);
  expect(headers).toMatchObject({ 'X-Borne': 'jeton-de-la-borne' });
  expect(JSON.parse(String(body))).toEqual({ version: '1.4.0', imprimante: 'papier' });
  expect(noter.mock.calls).toEqual([['contact']]);
});

test('a terminal that was revoked learns it', async () => {
  demander.mockImplementation(async () => Response.json({ code: 'borne_revoquee' }, { status: 401 }));
  await open();
  expect(revoquee).toHaveBeenCalledOnce();
});

test.each([
  [401, { code: 'non_identifie' }],
  [403, { code: 'borne_revoquee' }],
  [500, {}],
])('an answer %i is no revocation', async (status, body) => {
  demander.mockImplementation(async () => Response.json(body, { status }));
  await open();
  expect(revoquee).not.toHaveBeenCalled();
  expect(noter).toHaveBeenCalledWith('serveur_injoignable', { raison: `HTTP ${status}`, quoi: 'contact' });
});

test('what was asked as another is no revocation', async () => {
  let answer = (_: Response) => {};
  demander.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  await open();
  jeton = 'jeton-neuf';
  answer(Response.json({ code: 'borne_revoquee' }, { status: 401 }));
  await vi.advanceTimersByTimeAsync(0);
  expect(revoquee).not.toHaveBeenCalled();
});

test('a server that is away is asked again, one question at a time', async () => {
  demander.mockRejectedValueOnce(new Error('fetch failed'));
  await open();
  demander.mockImplementation(() => new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(300_000);
  expect(demander).toHaveBeenCalledTimes(2);
});

test('a terminal that nobody enrolled is silent', async () => {
  jeton = undefined;
  await open();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(demander).not.toHaveBeenCalled();
});
