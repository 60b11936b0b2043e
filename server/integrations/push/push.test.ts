import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import webpush from 'web-push';
import { openPush } from './push.ts';
import { type ServicePush, servicePush } from './service.fixture.ts';
import { service } from './service.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-push-'));
const contenu = { titre: 'Échéance', texte: 'À payer demain.', chemin: '/espace/contrats', sujet: 'echeances' };
let there: ServicePush;
beforeEach(async () => {
  there = await servicePush();
});
afterEach(() => there.close());

const open = () => openPush({ PUSH_HOTES: [there.origin], folder });

test('a browser decrypts what it is sent, with a signature of our key; on the way nothing can be read', async () => {
  const { abonnement, recus } = there.telephone();
  const other = there.telephone();
  const push = open();
  expect(await push.envoyer(abonnement, contenu)).toEqual({ issue: 'envoye' });
  expect(recus).toHaveLength(1);
  expect(recus[0]).toMatchObject({
    contenu,
    ttl: '86400',
    cle: push.cle,
    jeton: { aud: there.origin, sub: 'mailto:guichet@example.org' },
  });
  const hours = (Number(recus[0]?.jeton.exp) - Date.now() / 1000) / 3600;
  expect(hours).toBeGreaterThan(1);
  expect(hours).toBeLessThan(24);
  expect(recus[0]?.octets.toString('latin1')).not.toMatch(/payer|espace/);
  expect(other.recus).toEqual([]);
});

test('the pair that is made once stays, and nobody else on the machine reads it', async () => {
  const own = mkdtempSync(path.join(tmpdir(), 'guichet-push-'));
  const first = openPush({ PUSH_HOTES: [], folder: path.join(own, 'neuf') }).cle;
  expect(openPush({ PUSH_HOTES: [], folder: path.join(own, 'neuf') }).cle).toBe(first);
  const file = path.join(own, 'neuf', 'vapid.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ publique: first, privee: expect.any(String) });
});

test('the pair of the environment comes before it; without any, push is off and says so', async () => {
  const { publicKey, privateKey } = webpush.generateVAPIDKeys();
  const keys = { GUICHET_VAPID_PUBLIC: publicKey, GUICHET_VAPID_PRIVATE: privateKey };
  expect(openPush({ ...keys, PUSH_HOTES: [], folder }).cle).toBe(publicKey);
  const off = openPush({ PUSH_HOTES: [there.origin] });
  expect(off.cle).toBeUndefined();
  expect(off.lieu).toContain('GUICHET_VAPID_PUBLIC');
  expect(await off.envoyer(there.telephone().abonnement, contenu)).toMatchObject({ issue: 'refuse' });
  expect(there.appels()).toBe(0);
});

describe('a service that answers', () => {
  test.each([
    [200, { issue: 'envoye' }],
    [202, { issue: 'envoye' }],
    [404, { issue: 'parti' }],
    [410, { issue: 'parti' }],
    [301, { issue: 'refuse', pourquoi: 'HTTP 301', statut: 301 }],
    [400, { issue: 'refuse', pourquoi: 'HTTP 400', statut: 400 }],
    [401, { issue: 'refuse', pourquoi: 'HTTP 401', statut: 401 }],
    [403, { issue: 'refuse', pourquoi: 'HTTP 403', statut: 403 }],
    [413, { issue: 'refuse', pourquoi: 'HTTP 413', statut: 413 }],
    [429, { issue: 'plus_tard', pourquoi: 'HTTP 429' }],
    [500, { issue: 'plus_tard', pourquoi: 'HTTP 500' }],
    [503, { issue: 'plus_tard', pourquoi: 'HTTP 503' }],
  ])('%i', async (status, remise) => {
    there.answers(status);
    expect(await open().envoyer(there.telephone().abonnement, contenu)).toEqual(remise);
  });

  test.each([
    ['120', 120],
    ['999999', 6 * 3600],
    ['0', undefined],
    ['demain', undefined],
    [new Date(Date.now() + 90_000).toUTCString(), 90],
    [new Date(Date.now() - 90_000).toUTCString(), undefined],
  ])('“Retry-After: %s” is waited for', async (said, seconds) => {
    there.answers(429, { 'retry-after': said });
    const remise = await open().envoyer(there.telephone().abonnement, contenu);
    const { attente } = remise as { attente?: number };
    if (seconds === undefined) expect(attente).toBeUndefined();
    else expect(Math.abs((attente as number) - seconds)).toBeLessThanOrEqual(2);
  });

  test('by sending elsewhere is not followed', async () => {
    const elsewhere = await servicePush();
    there.answers(307, { location: elsewhere.telephone().abonnement.endpoint });
    expect(await open().envoyer(there.telephone().abonnement, contenu)).toMatchObject({ issue: 'refuse', statut: 307 });
    expect(elsewhere.appels()).toBe(0);
    await elsewhere.close();
  });
});

test('what does not answer in time, or is not there, is tried later', async () => {
  const { abonnement } = there.telephone();
  there.seTait();
  const { publicKey: publique, privateKey: privee } = webpush.generateVAPIDKeys();
  const admettre = (endpoint: string) => endpoint;
  const hurried = service({ publique, privee, subject: 'mailto:a@b.test', admettre, patience: 100 });
  expect(await hurried.envoyer(abonnement, contenu)).toEqual({ issue: 'plus_tard', pourquoi: 'délai dépassé' });
  await there.close();
  expect(await hurried.envoyer(abonnement, contenu)).toEqual({ issue: 'plus_tard', pourquoi: 'ECONNREFUSED' });
  there = await servicePush();
});

test('an address that was taken once and is no longer allowed is not called', async () => {
  const call = vi.spyOn(globalThis, 'fetch');
  const { abonnement } = there.telephone();
  expect(await openPush({ PUSH_HOTES: [], folder }).envoyer(abonnement, contenu)).toMatchObject({ issue: 'refuse' });
  expect(call).not.toHaveBeenCalled();
  call.mockRestore();
});
