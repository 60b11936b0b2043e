import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, Send } from '../../../../tests/api.ts';
import { aujourdhui } from '../../../core/jours.ts';
import { makeProduit } from '../../../features/assurance/factory.ts';
import { jetonDe } from '../../../features/borne/envoyer/liens.ts';
import { type Borne, JEAN, type Login, openBorne } from '../../borne/borne.fixture.ts';
import { abonnementDuNavigateur } from '../../borne/push.fixture.ts';
import { answerCheck } from './check-answer.ts';
import { document, operations } from './conversation.ts';
import { PAPIER, pdfHeaders } from './papier.fixture.ts';

let borne: Borne;
let jean: Send;
beforeAll(async () => {
  borne = await openBorne();
  await makeProduit(borne.api.guichet.database, { code: 'PASS-ESSAI', branche: 'ACC' });
  jean = await borne.as(JEAN);
});
afterAll(() => borne.close());

const mistakesIn = answerCheck(document);
const succeeded = new Set<string>();

/** Asks as the document says; the answer must be one that it foresees. @param at what stands first in the path */
async function call<T = Record<string, unknown>>(
  operationId: string,
  {
    body,
    at = 'POL001',
    as = jean,
    beneficiaire = 0,
    numero = '',
    papier = 0,
    headers,
  }: {
    body?: unknown;
    at?: string;
    as?: Send;
    beneficiaire?: number;
    numero?: string;
    papier?: number;
    headers?: Record<string, string>;
  } = {},
): Promise<Answer<T>> {
  const found = operations.find(({ id }) => id === operationId);
  if (!found) throw new Error(`there is no operation ${operationId}`);
  const path = found.path
    .replace('{beneficiaire}', String(beneficiaire))
    .replace('/sinistres/{numero}/', `/sinistres/${numero}/`)
    .replace('{document}', String(papier))
    .replace(/\{\w+\}/, at);
  const answer = await as<T>(found.method.toUpperCase(), path, body, headers);
  const came = { ...answer, body: answer.text === '' ? undefined : (answer.body ?? answer.text) };
  expect(mistakesIn(found.operation, came), `${found.path} ${answer.text.slice(0, 400)}`).toEqual([]);
  if (answer.status < 300) succeeded.add(operationId);
  return answer;
}
const status = async (...asked: Parameters<typeof call>) => (await call(...asked)).status;
const anonymous: Send = (...asked) => borne.api.anonymous(...asked);

test('signing in and out are answered as the document says', async () => {
  const opened = await call<Login>('auth_login', { as: anonymous, body: JEAN });
  expect(opened.status).toBe(200);
  const refresh = { refresh: opened.body.tokens.refresh };
  const renewed = await call<Login>('auth_refresh', { as: anonymous, body: refresh });
  expect(renewed.status).toBe(200);
  const send = borne.api.withToken(renewed.body.tokens.access);
  expect(await status('auth_logout', { as: send })).toBe(204);
  expect(await status('auth_logout', { as: send })).toBe(401);
  expect(await status('auth_login', { as: anonymous, body: { ...JEAN, police: 'POL9' } })).toBe(401);
  expect(await status('auth_login', { as: anonymous, body: { police: 'POL9' } })).toBe(400);
  await borne.parametre('borne.code', 'toujours');
  expect(await status('auth_login', { as: anonymous, body: JEAN })).toBe(202);
  expect(await status('borne_codes', { as: anonymous, body: { but: 'connexion', ...JEAN } })).toBe(202);
  await borne.parametre('borne.code', 'ecritures');
});

test('reading, too', async () => {
  for (const name of ['dashboard', 'contrats', 'cotisations', 'paiements', 'rattrapage', 'renouvellement', 'sinistres'])
    for (const [at, expected] of [
      ['POL001', 200],
      ['POL003', 404],
    ] as const)
      expect(await status(`borne_${name}`, { at }), name).toBe(expected);
  for (const name of ['contrat_releve', 'client_releve']) expect(await status(`borne_${name}`)).toBe(200);
  expect(await status('contrats_retrieve')).toBe(200);
  expect(await status('borne_produits', { as: anonymous })).toBe(200);
  for (const as of [anonymous, jean]) expect(await status('borne_annonces', { as })).toBe(200);
  expect(await status('borne_produit', { as: anonymous, at: 'PASS-ESSAI' })).toBe(200);
  expect(await status('borne_produit', { as: anonymous, at: 'RIEN' })).toBe(404);
});

test('documents, too', async () => {
  const [paiement] = await borne.db.rows<{ numero: string }>(
    `select numero from paiements where souscription_id = $1 and statut = 'reussi'`,
    [borne.souscriptions.POL001],
  );
  expect(await status('borne_attestation', { at: 'POL002' })).toBe(200);
  expect(await status('borne_attestation', { at: 'POL001' })).toBe(409);
  expect(await status('borne_recu', { at: paiement?.numero })).toBe(200);
  expect(await status('borne_recu', { at: 'P-0' })).toBe(404);
  expect(await status('borne_authenticite', { as: anonymous, at: '7KQ4-M2XH-9D3T' })).toBe(200);
  expect(await status('borne_envoyer', { body: { document: 'releve', par: 'sms' } })).toBe(202);
  expect(await status('borne_envoyer', { body: { document: 'releve', par: 'email' } })).toBe(409);
  expect(await status('borne_envoyer', { body: { document: 'releve' } })).toBe(400);
  const [envoi] = await borne.db.rows<{ id: string }>(`select id from envois where par = 'sms'`);
  const jeton = jetonDe(borne.api.guichet.config.GUICHET_SECRET, envoi?.id ?? '');
  expect(await status('borne_lien', { as: anonymous, at: jeton })).toBe(200);
  expect(await status('borne_lien', { as: anonymous, at: 'x' })).toBe(404);
});

test('changing, too', async () => {
  const code = async (but: string) => {
    // More than anybody needs in an hour.
    await borne.db.rows('delete from codes where utilise_le is not null or but <> $1', [but]);
    return borne.code(jean, but);
  };
  expect(await status('borne_codes', { body: { but: 'sinistre' } })).toBe(201);
  expect(await status('borne_codes', { body: { but: 'autre' } })).toBe(400);
  const enfant = { nom: 'KONGO', prenom: 'Grâce', relation: 'enfant', telephone: '06 700 00 00' };
  expect(await status('borne_beneficiaires_ajouter', { body: enfant })).toBe(403);
  const added = await call<{ id: number }>('borne_beneficiaires_ajouter', {
    body: { ...enfant, code: await code('beneficiaire') },
  });
  expect(added.status).toBe(201);
  const lignes = [{ garantie: 'deces', demande: 1000 }];
  const declared = { date_survenance: aujourdhui(), lignes, code: await code('sinistre') };
  const sinistre = await call<{ numero: string }>('borne_sinistres_declarer', { body: declared });
  expect(sinistre.status).toBe(201);
  await papiers(sinistre.body.numero);
  expect(await status('borne_sinistres', {})).toBe(200);
  expect(await status('contrats_retrieve')).toBe(200);
  const beneficiaire = added.body.id;
  expect(await status('borne_beneficiaires_retirer', { beneficiaire })).toBe(403);
  const gone = { beneficiaire, body: { code: await code('beneficiaire') } };
  expect(await status('borne_beneficiaires_retirer', gone)).toBe(200);
  const telephone = { telephone: '06 444 55 66', code: await code('telephone') };
  expect(await status('borne_telephone', { body: telephone })).toBe(200);
});

/** Papers of a sinistre, sent, read of and taken back. */
async function papiers(numero: string) {
  const sent = { numero, body: PAPIER, headers: pdfHeaders };
  const depose = await call<{ id: number }>('borne_documents_deposer', sent);
  expect(depose.status).toBe(201);
  const refusals: [number, object][] = [
    [400, { body: '' }],
    [413, { body: PAPIER.padEnd(5_242_881) }],
    [415, { body: 'GIF89a' }],
    [404, { at: 'POL003' }],
    [401, { as: anonymous }],
  ];
  for (const [expected, asked] of refusals)
    expect(await status('borne_documents_deposer', { ...sent, ...asked }), String(expected)).toBe(expected);
  const list = await call<{ results: { id: number }[] }>('borne_documents', { numero });
  expect(list.body.results.map(({ id }) => id)).toEqual([depose.body.id]);
  expect(await status('borne_documents', { numero, at: 'POL003' })).toBe(404);
  expect(await status('borne_documents_retirer', { numero, papier: depose.body.id })).toBe(200);
  expect(await status('borne_documents_retirer', { numero, papier: depose.body.id })).toBe(404);
  expect(await status('borne_documents_retirer', { numero, as: anonymous })).toBe(401);
}

test('paying and subscribing, too', async () => {
  const operateur = 'mtn_money';
  const paid = await call<{ suivi: string }>('borne_payer', { body: { operateur, montant: 1000 } });
  expect(paid.status).toBe(202);
  expect(await status('borne_suivi', { as: anonymous, at: paid.body.suivi })).toBe(200);
  expect(await status('borne_payer', { body: { operateur, montant: 1000 } })).toBe(409);
  expect(await status('contrats_renouveler', { at: 'POL002', body: { operateur } })).toBe(202);
  const voulu = { produit: 'PASS-ESSAI', montant: 500, periodicite: 'mensuelle', operateur, consentement: 'Oui' };
  const gisele = { nom: 'MAKOSSO', prenom: 'Gisèle', telephone: '06 700 00 01' };
  expect(await status('borne_souscrire', { as: anonymous, body: { ...voulu, ...gisele } })).toBe(202);
  expect(await status('borne_souscrire', { as: anonymous, body: voulu })).toBe(400);
});

test('a terminal, and whoever stands before it, too', async () => {
  const mireille = await borne.api.as(borne.api.people.mireille);
  const place = { nom: 'Hall d’accueil, Douala', succursale_id: borne.api.people.douala };
  const { id } = (await mireille<{ id: number }>('POST', '/bornes', place)).body;
  const { body } = await mireille<{ resultat: { code: string } }>('POST', `/bornes/${id}/enroler`);
  const asked = { as: anonymous, body: { code: body.resultat.code, version: '1.4.0' } };
  const enrolee = await call<{ jeton: string }>('borne_terminal_enroler', asked);
  expect(enrolee.status).toBe(201);
  expect(await status('borne_terminal_enroler', asked)).toBe(401);
  expect(await status('borne_terminal_enroler', { as: anonymous, body: {} })).toBe(400);
  const known: Send = (method, path, sent) =>
    borne.api.anonymous(method, path, sent, { 'x-borne': enrolee.body.jeton });
  const contact = { version: '1.4.0', imprimante: 'papier' };
  expect(await status('borne_terminal_contact', { as: known, body: contact })).toBe(200);
  expect(await status('borne_terminal_contact', { as: anonymous, body: contact })).toBe(401);
  expect(await status('borne_terminal_contact', { as: known, body: {} })).toBe(400);
  expect(await status('borne_reglages', { as: anonymous })).toBe(200);
  expect(await status('borne_presence', { body: { reste_secondes: 30 } })).toBe(200);
  expect(await status('borne_presence', {})).toBe(200);
  expect(await status('borne_presence', { body: { reste_secondes: -1 } })).toBe(400);
  expect(await status('borne_presence', { as: anonymous })).toBe(401);
});

test('notifications, too', async () => {
  expect(await status('borne_push_cle')).toBe(200);
  const own = abonnementDuNavigateur();
  const agreed = { ...own, consentement: true };
  expect(await status('borne_push_abonner', { body: agreed })).toBe(201);
  expect(await status('borne_push_abonner', { body: { ...agreed, sujets: ['paiements'] } })).toBe(200);
  expect(await status('borne_push_abonner', { body: { ...agreed, endpoint: 'https://10.0.0.1/x' } })).toBe(400);
  expect(await status('borne_push_desabonner', { body: { endpoint: own.endpoint } })).toBe(204);
  expect(await status('borne_push_desabonner', { as: anonymous, body: { endpoint: own.endpoint } })).toBe(401);
});

test('every operation of the client’s surface has succeeded', () => {
  const own = operations.filter(({ operation }) => operation.tags.includes('borne'));
  expect(own.length).toBeGreaterThan(15);
  expect(own.map(({ id }) => id).filter((id) => !succeeded.has(id))).toEqual([]);
});
