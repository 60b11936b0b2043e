import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Send } from '../../../../tests/api.ts';
import { reglements } from '../../../features/assurance/sinistres/reglements/resource.ts';
import { sinistres } from '../../../features/assurance/sinistres/resource.ts';
import { bodyExample, inputExampleOf } from '../examples.ts';
import { type Conversation, openConversation, wholeRow } from './conversation.ts';
import { sell } from './sold.fixture.ts';

/** The life of a sinistre as the document tells it: each example is sent as it stands there. */
let talk: Conversation;
let mireille: Send;
let paul: Send;
let souscription_id: number;
beforeAll(async () => {
  talk = await openConversation();
  mireille = await talk.api.as(talk.api.people.mireille);
  paul = await talk.api.as(talk.api.people.paul);
  const client = { nom: 'KONGO', succursale_id: talk.api.people.douala };
  const { id } = (await mireille<{ id: number }>('POST', '/clients', client)).body;
  souscription_id = (await sell(mireille, id)).souscriptions;
  const paid = { montant: 25_000, mode_paiement: 'virement' };
  expect((await mireille('POST', `/souscriptions/${souscription_id}/encaisser`, paid)).status).toBe(200);
});
afterAll(() => talk.close());

interface Row {
  id: number;
  statut: string;
  accorde: number;
  actions: string[];
  resultat?: { reglement: string };
}

const example = () => ({ ...bodyExample(sinistres), souscription_id });

const act = (id: number, action: string, as: Send = mireille) => {
  const { input } = sinistres.actions.find(({ name }) => name === action) as (typeof sinistres.actions)[number];
  const body = Object.fromEntries(
    Object.keys(input.shape).map((each) => [each, inputExampleOf(sinistres, action, each)]),
  );
  return talk.call<Row>(`sinistres_${action}`, { id, body, as });
};

test('declared, sent back whole, granted by two, paid in part and taken back', async () => {
  const made = await talk.call<Row>('sinistres_create', { body: example() });
  expect(made.status, made.text).toBe(201);
  expect(Object.keys(made.body).sort()).toEqual(wholeRow('Sinistre'));
  const { id } = made.body;
  const read = await talk.call<Row>('sinistres_retrieve', { id });
  expect(read.body.actions).toEqual(['modifier', 'supprimer', 'affecter', 'rejeter']);
  expect((await talk.call('sinistres_update', { id, body: read.body })).status).toBe(200);
  expect((await talk.call('sinistres_delete', { id })).status).toBe(409);

  for (const action of ['affecter', 'evaluer', 'accepter', 'renvoyer', 'evaluer', 'accepter']) {
    const done = await act(id, action);
    expect(done.status, done.text).toBe(200);
  }
  expect((await act(id, 'approuver')).status).toBe(409);
  expect((await act(id, 'approuver', paul)).body).toMatchObject({ statut: 'accepte', accorde: 400_000 });
  const paid = await act(id, 'payer');
  expect(paid.body.resultat?.reglement).toMatch(/^REG-/);

  const list = await talk.call<{ results: [{ id: number }] }>('reglements_list', { query: `?sinistre_id=${id}` });
  const body = { motif: inputExampleOf(reglements, 'contrepasser', 'motif') };
  const [reglement] = list.body.results;
  expect((await talk.call('reglements_contrepasser', { id: reglement.id, body })).status).toBe(200);
  expect((await talk.call('reglements_contrepasser', { id: reglement.id, body })).status).toBe(409);
});

test('the same event a second time is refused; rejected and reopened as the forms show it', async () => {
  const again = await talk.call<{ message: string }>('sinistres_create', { body: example() });
  expect(again.status).toBe(409);
  expect(again.body.message).toMatch(/^Ce sinistre est déjà déclaré sous le numéro SIN-\d{4}-\d{5}\.$/);
  const other = { ...example(), lignes: [{ garantie: 'frais_funeraires', demande: 150_000 }] };
  const { id } = (await talk.call<Row>('sinistres_create', { body: other })).body;
  for (const [action, statut] of [
    ['affecter', 'instruction'],
    ['rejeter', 'rejete'],
    ['rouvrir', 'instruction'],
  ] as const) {
    const done = await act(id, action);
    expect(done.body.statut, done.text).toBe(statut);
  }
});
