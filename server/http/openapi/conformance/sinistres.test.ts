import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Send } from '../../../../tests/api.ts';
import { reglements } from '../../../features/assurance/sinistres/reglements/resource.ts';
import { sinistres } from '../../../features/assurance/sinistres/resource.ts';
import { documents } from '../../../features/documents/resource.ts';
import { bodyExample } from '../examples.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { PAPIER, pdfHeaders } from './papier.fixture.ts';
import { sell } from './sold.fixture.ts';
import { ask, carryOut, make, makeInBatch, type Row, readAndSendBack, refuseWrites } from './steps.ts';
import { allWritten } from './told-elsewhere.ts';

/** The life of a sinistre as the document tells it: each example is sent as it stands there. */
let talk: Conversation;
let paul: Send;
let souscription_id: number;
beforeAll(async () => {
  talk = await openConversation();
  const mireille = await talk.as('mireille');
  paul = await talk.as('paul');
  const client = { nom: 'KONGO', succursale_id: talk.api.people.douala };
  const { id } = (await mireille<{ id: number }>('POST', '/clients', client)).body;
  souscription_id = (await sell(mireille, id)).souscriptions;
  const paid = { montant: 25_000, mode_paiement: 'virement' };
  expect((await mireille('POST', `/souscriptions/${souscription_id}/encaisser`, paid)).status).toBe(200);
});
afterAll(() => talk.close());

interface Sinistre extends Row {
  statut: string;
  accorde: number;
  actions: string[];
  resultat?: { reglement: string };
}

const example = () => ({ ...bodyExample(sinistres), souscription_id });

const act = (id: number, action: string, as?: Send) => carryOut<Sinistre>(talk, sinistres, action, id, { as });
const statusOf = async (id: number, action: string) => (await ask(talk, sinistres, action, id)).status;

test('declared, sent back whole, granted by two, paid in part and taken back', async () => {
  const row = await make(talk, sinistres, example());
  const { id } = row;
  const read = await talk.call<Sinistre>('sinistres_retrieve', { id });
  expect(read.body.actions).toEqual(['modifier', 'affecter', 'rejeter']);
  await readAndSendBack(talk, sinistres, id);
  await refuseWrites(talk, sinistres, row, example());

  for (const action of ['affecter', 'evaluer', 'accepter', 'renvoyer', 'evaluer', 'accepter']) await act(id, action);
  expect(await statusOf(id, 'approuver')).toBe(409);
  expect(await act(id, 'approuver', paul)).toMatchObject({ statut: 'accepte', accorde: 400_000 });
  expect((await act(id, 'payer')).resultat?.reglement).toMatch(/^REG-/);

  const list = await talk.call<{ results: [Row] }>('reglements_list', { query: `?sinistre_id=${id}` });
  const [reglement] = list.body.results;
  await carryOut(talk, reglements, 'contrepasser', reglement.id);
  expect((await ask(talk, reglements, 'contrepasser', reglement.id)).status).toBe(409);
});

test('the same event a second time is refused; rejected and reopened as the forms show it', async () => {
  const again = await talk.call<{ message: string }>('sinistres_create', { body: example() });
  expect(again.status).toBe(409);
  expect(again.body.message).toMatch(/^Ce sinistre est déjà déclaré sous le numéro SIN-\d{4}-\d{5}\.$/);
  const other = { ...example(), lignes: [{ garantie: 'frais_funeraires', demande: 150_000 }] };
  const { id } = await makeInBatch(talk, sinistres, other);
  for (const [action, statut] of [
    ['affecter', 'instruction'],
    ['rejeter', 'rejete'],
    ['rouvrir', 'instruction'],
  ] as const)
    expect((await act(id, action)).statut).toBe(statut);
});

test('a paper is handed in once, and taken back with a reason', async () => {
  const { body } = await talk.call<{ results: [Row] }>('sinistres_list');
  const [sinistre] = body.results;
  const send = async (asked: object) => {
    const headers = { ...pdfHeaders, ...('headers' in asked ? (asked.headers as object) : {}) };
    return talk.call<Row>('sinistres_documents', { id: sinistre.id, body: PAPIER, ...asked, headers });
  };
  const named = { 'x-nom-fichier': 'Facture%20de%20la%20clinique.pdf', 'idempotency-key': 'une-facture' };
  const kept = await send({ headers: named });
  expect([kept.status, kept.body.nom]).toEqual([201, 'Facture de la clinique.pdf']);
  expect((await send({ headers: named })).body.id).toBe(kept.body.id);
  const refusals: [number, object][] = [
    [422, { headers: named, body: `${PAPIER} ` }],
    [400, { body: '' }],
    [400, { headers: { 'x-nom-fichier': '..%2Fx' } }],
    [401, { as: talk.api.anonymous }],
    [403, { as: await talk.as('esther') }],
    [404, { as: await talk.as('chantal') }],
    [404, { id: 999_999_999 }],
    [413, { body: PAPIER.padEnd(5_242_881) }],
    [415, { body: 'GIF89a' }],
    [415, { headers: { 'content-type': 'application/json' } }],
  ];
  for (const [status, asked] of refusals) expect((await send(asked)).status, JSON.stringify(asked)).toBe(status);
  await carryOut(talk, documents, 'retirer', kept.body.id);
  expect((await ask(talk, documents, 'retirer', kept.body.id)).status).toBe(409);
  expect((await talk.call('documents_fichier', { id: kept.body.id })).status).toBe(404);
  await readAndSendBack(talk, documents, kept.body.id);
});

test('every operation that writes has succeeded', () => allWritten(talk, 'sinistres.test.ts'));
