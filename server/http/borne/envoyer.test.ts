import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Send } from '../../../tests/api.ts';
import { JobError } from '../../core/jobs/job.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import { envoyerJobs } from '../../features/borne/envoyer/jobs.ts';
import type { Mail } from '../../integrations/mail/mail.ts';
import { lignes, lirePdf } from '../../integrations/pdf/lire.fixture.ts';
import type { Sms } from '../../integrations/sms/sms.ts';
import { type Borne, JEAN, MARIE, openBorne } from './borne.fixture.ts';

const URL_PUBLIQUE = 'https://guichet.test';
let borne: Borne;
let jean: Send;
let marie: Send;
const [mails, textes]: [Mail[], Sms[]] = [[], []];

beforeAll(async () => {
  borne = await openBorne();
  jean = await borne.as(JEAN);
  marie = await borne.as(MARIE);
});
beforeEach(async () => {
  await borne.db.rows('delete from envois');
  await borne.db.rows('delete from graphile_worker._private_jobs');
  await borne.db.rows(`update clients set email = 'jean.kongo@exemple.cg' where id = $1`, [borne.jean]);
  await borne.oublier();
  mails.length = 0;
  textes.length = 0;
});
afterAll(() => borne.close());

interface Sent {
  par: string;
  destination: string;
  detail: string;
  attente: number;
  errors: object;
}
const envoyer = (body: object, as = jean, police = 'POL001') => as<Sent>('POST', `/clients/${police}/envoyer`, body);

/** What waits in the queue, as it stands there. */
const waiting = () =>
  borne.db.rows<{ payload: { id: string } }>(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'envoyer-document' order by j.id`,
  );

/** Carries out what waits, twice, as the queue may. */
async function work() {
  const jobs = envoyerJobs({
    mail: { lieu: 'test', send: async (mail) => void mails.push(mail) },
    sms: { lieu: 'test', envoyer: async (sms) => void textes.push(sms) },
    secret: borne.api.guichet.config.GUICHET_SECRET,
    url: URL_PUBLIQUE,
  });
  const { database } = borne.api.guichet;
  const context = { database, caller: systemCaller, signal: new AbortController().signal };
  for (const { payload } of [...(await waiting()), ...(await waiting())])
    await jobs['envoyer-document']?.run(payload, context);
}

/** The path of the link in the last SMS. */
const link = () => new URL(/https:\S+/.exec(textes.at(-1)?.texte ?? '')?.[0] ?? '').pathname;
async function open(path: string) {
  const answer = await fetch(`${borne.api.origin}${path}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const lines = answer.status === 200 ? lirePdf(bytes).flatMap(lignes) : [];
  return { status: answer.status, headers: answer.headers, text: bytes.toString(), lines };
}
const ofJean = async (police: string) =>
  (
    await borne.db.rows<{ numero: string }>(
      `select p.numero from paiements p join numeros_police n on n.souscription_id = p.souscription_id
       where n.numero = $1 and p.statut = 'reussi'`,
      [police],
    )
  )[0]?.numero;

describe('by e-mail', () => {
  test.each([
    ['releve', {}, 'Votre relevé de compte', /^REL-\d{8}-POL00\d\.pdf$/, 'Total payé | 700 000 FCFA'],
    ['releve', { police: 'pol002' }, 'Votre relevé de compte', /POL002\.pdf$/, 'Total payé | 300 000 FCFA'],
    ['attestation', { police: 'POL002' }, 'Votre attestation d’assurance', /^ATT-/, 'Police | POL002'],
    ['recu', { paiement: 'POL001' }, 'Votre reçu de paiement', /^RECU-/, 'Quatre cent mille francs CFA'],
  ])('the %s leaves with its PDF, made when it leaves: %o', async (document, more, sujet, nom, line) => {
    const paiement = 'paiement' in more ? { paiement: await ofJean('POL001') } : {};
    const { status, body, text } = await envoyer({ document, par: 'email', ...more, ...paiement });
    expect([status, body], text).toEqual([202, { par: 'email', destination: 'j•••@exemple.cg' }]);
    expect(mails).toEqual([]);
    await work();
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail).toMatchObject({ a: 'jean.kongo@exemple.cg', sujet, texte: expect.stringContaining('KONGO') });
    const [piece] = mail?.pieces ?? [];
    expect(piece).toMatchObject({ nom: expect.stringMatching(nom), type: 'application/pdf' });
    expect(lirePdf(piece?.contenu as Buffer).flatMap(lignes)).toContain(line);
  });

  test('nothing personal waits, and the journal has its line from the same moment', async () => {
    await envoyer({ document: 'releve', par: 'email' });
    const rows = await borne.db.rows<{ text: string }>(
      `select e::text as text from envois e union all select j::text from graphile_worker._private_jobs j`,
    );
    expect(rows).toHaveLength(2);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/kongo|jean|exemple|6123/i);
    const [line] = await borne.db.rows(
      `select auteur, objet, details from journal where action = 'envoyer_document' order by id desc limit 1`,
    );
    const details = { document: 'releve', par: 'email', destination: 'j•••@exemple.cg' };
    expect(line).toEqual({ auteur: 'KONGO Jean Baptiste', objet: 'POL001', details });
  });

  test('without an address on file it is refused in plain words, and the dashboard says so before', async () => {
    const dashboard = async () =>
      (await jean<{ client: { email: string | null } }>('GET', '/clients/POL001/dashboard')).body.client.email;
    expect(await dashboard()).toBe('j•••@exemple.cg');
    await borne.db.rows('update clients set email = null where id = $1', [borne.jean]);
    expect(await dashboard()).toBeNull();
    const { status, body } = await envoyer({ document: 'releve', par: 'email' });
    expect([status, body.detail]).toEqual([409, expect.stringContaining('n’a pas d’adresse e-mail')]);
    expect(await waiting()).toEqual([]);
  });

  test('nothing goes to an address that took the place of the one it was promised to', async () => {
    await envoyer({ document: 'releve', par: 'email' });
    await borne.db.rows(`update clients set email = 'autre@exemple.cg' where id = $1`, [borne.jean]);
    await expect(work()).rejects.toMatchObject({ again: false, message: expect.stringContaining('a changé') });
    expect(mails).toEqual([]);
  });

  test('an attestation whose cover ended before it left is given up, with the reason', async () => {
    await envoyer({ document: 'attestation', police: 'POL002', par: 'email' });
    await borne.db.rows('insert into interruptions (souscription_id, debut) values ($1, date_metier())', [
      borne.souscriptions.POL002,
    ]);
    const error = await work().catch((caught) => caught);
    await borne.db.rows('delete from interruptions');
    expect(error).toBeInstanceOf(JobError);
    expect(error).toMatchObject({ again: false, message: expect.stringContaining('Pas d’attestation') });
  });
});

describe('by SMS', () => {
  test('a private link reaches the telephone on file and opens the PDF', async () => {
    const { status, body } = await envoyer({ document: 'releve', par: 'sms' });
    expect([status, body]).toEqual([202, { par: 'sms', destination: '+242 06 *** ** 67' }]);
    await work();
    expect(textes).toHaveLength(1);
    expect(textes[0]?.telephone).toBe(JEAN.telephone);
    expect(textes[0]?.texte).toMatch(
      /^Votre relevé de compte : https:\/\/guichet\.test\/api\/v1\/borne\/liens\/[\w-]{22}\.pdf /,
    );
    const { lines, headers } = await open(link());
    expect(lines).toContain('Total payé | 700 000 FCFA');
    const said = ['content-type', 'cache-control', 'x-content-type-options', 'referrer-policy'];
    expect(said.map((name) => headers.get(name))).toEqual(['application/pdf', 'no-store', 'nosniff', 'no-referrer']);
  });

  test('the database alone does not give the link away', async () => {
    await envoyer({ document: 'releve', par: 'sms' });
    await work();
    const jeton = link().split('/').at(-1)?.replace('.pdf', '') as string;
    const rows = await borne.db.rows<{ text: string }>(
      `select e::text as text from envois e union all select s::text from sms s
       union all select j::text from graphile_worker._private_jobs j union all select l::text from journal l`,
    );
    expect(rows.map(({ text }) => text).join()).not.toContain(jeton);
  });

  test('it opens five times; wrong, used up and expired links answer the same', async () => {
    await envoyer({ document: 'attestation', police: 'POL002', par: 'sms' });
    await work();
    const first = link();
    for (let n = 0; n < 5; n++) expect((await open(first)).status).toBe(200);
    const usedUp = await open(first);
    await envoyer({ document: 'releve', par: 'sms' });
    await work();
    const second = link();
    vi.useFakeTimers({ now: Date.now() + 48 * 3_600_000 - 60_000, toFake: ['Date'] });
    expect((await open(second)).status).toBe(200);
    vi.setSystemTime(Date.now() + 120_000);
    const expired = await open(second);
    vi.useRealTimers();
    const wrong = await open('/api/v1/borne/liens/aaaaaaaaaaaaaaaaaaaaaa.pdf');
    const like = ({ status, text, headers }: typeof wrong) => [
      status,
      text.replaceAll(/liens\/[\w-]+/g, 'liens/x'),
      headers.get('cache-control'),
    ];
    expect(wrong.status).toBe(404);
    expect(like(usedUp)).toEqual(like(wrong));
    expect(like(expired)).toEqual(like(wrong));
  });

  test('it closes when another telephone is on file', async () => {
    await envoyer({ document: 'releve', par: 'sms' });
    await work();
    await borne.db.rows(`update clients set telephone = '+242064445566' where id = $1`, [borne.jean]);
    const { status } = await open(link());
    await borne.db.rows('update clients set telephone = $2 where id = $1', [borne.jean, JEAN.telephone]);
    expect(status).toBe(404);
    expect((await open(link())).status).toBe(200);
  });

  test('guessing links is slowed down', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 40; n++) statuses.push((await open(`/api/v1/borne/liens/${n}.pdf`)).status);
    expect(statuses).toContain(429);
  });
});

describe('it is refused', () => {
  test.each<[string, object, number]>([
    ['to another telephone', { document: 'releve', par: 'sms', telephone: '06 444 55 66' }, 400],
    ['for no known document', { document: 'contrat', par: 'sms' }, 400],
    ['by pigeon', { document: 'releve', par: 'pigeon' }, 400],
    ['for a reçu of nothing', { document: 'recu', par: 'sms' }, 400],
    ['for a relevé of a payment', { document: 'releve', par: 'sms', paiement: 'P-1' }, 400],
    ['for the police of another', { document: 'releve', par: 'sms', police: 'POL003' }, 404],
    ['for a payment that is not there', { document: 'recu', par: 'sms', paiement: 'P-0' }, 404],
    ['for an attestation without cover', { document: 'attestation', par: 'sms' }, 409],
  ])('%s', async (_, body, status) => {
    expect((await envoyer(body)).status).toBe(status);
    expect(await waiting()).toEqual([]);
  });

  test('for the payment of another', async () => {
    const paiement = await ofJean('POL001');
    expect((await envoyer({ document: 'recu', par: 'sms', paiement }, marie, 'POL003')).status).toBe(404);
  });

  test('after five in an hour, all at once or one by one; another client is not held up', async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => envoyer({ document: 'releve', par: 'sms' })));
    expect(asked.map(({ status }) => status).sort()).toEqual([202, 202, 202, 202, 202, 429, 429, 429]);
    const { body } = await envoyer({ document: 'releve', par: 'sms' });
    expect(body.attente).toBeGreaterThan(3500);
    expect(body.attente).toBeLessThanOrEqual(3600);
    expect((await envoyer({ document: 'releve', par: 'sms' }, marie, 'POL003')).status).toBe(202);
    await borne.db.rows(`update envois set cree_le = cree_le - interval '1 hour'`);
    expect((await envoyer({ document: 'releve', par: 'sms' })).status).toBe(202);
  });

  test('twice by a screen that asks again with the same key: one leaves', async () => {
    const headers = { 'idempotency-key': 'envoi-1' };
    const ask = () => jean('POST', '/clients/POL001/envoyer', { document: 'releve', par: 'sms' }, headers);
    expect([(await ask()).status, (await ask()).status]).toEqual([202, 202]);
    await work();
    expect(textes).toHaveLength(1);
  });
});
