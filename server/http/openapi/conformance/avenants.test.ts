import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Send } from '../../../../tests/api.ts';
import { souscriptions } from '../../../features/assurance/souscriptions/resource.ts';
import { makeUtilisateur } from '../../../features/organisation/factory.ts';
import { inputExampleOf } from '../examples.ts';
import { type Conversation, openConversation, wholeRow } from './conversation.ts';
import { dear } from './lived.fixture.ts';

/** Bénéficiaires, avenants and dérogations as the document tells of them: each example is sent as it stands there. */
let talk: Conversation;
let mireille: Send;
let paul: Send;
let brice: Send;
let id: number;
beforeAll(async () => {
  talk = await openConversation();
  const { people, db } = talk.api;
  mireille = await talk.api.as(people.mireille);
  paul = await talk.api.as(people.paul);
  const [known] = await db.rows<{ mot_de_passe: string }>('select mot_de_passe from utilisateurs where id = $1', [
    people.paul.id,
  ]);
  const person = { email: 'brice@guichet.test', nom: 'BRICE', role: 'gestionnaire', succursale_id: people.douala };
  await makeUtilisateur(db.database, { ...person, ...known });
  brice = await talk.api.as(person);
  const client = await mireille<{ id: number }>('POST', '/clients', { nom: 'KONGO', succursale_id: people.douala });
  id = await dear(mireille, client.body.id);
});
afterAll(() => talk.close());

interface Row {
  id: number;
  statut: string;
  resultat: { beneficiaire_id: number; avenant_id: number; derogation_id: number };
}

const example = (action: string) => {
  const { input } = souscriptions.actions.find(({ name }) => name === action) as (typeof souscriptions.actions)[number];
  return Object.fromEntries(
    Object.keys(input.shape).map((each) => [each, inputExampleOf(souscriptions, action, each)]),
  );
};
const ask = async (action: string, body: object = {}) => {
  const operation = `souscriptions_${action.replaceAll('-', '_')}`;
  const done = await talk.call<Row>(operation, { id, body: { ...example(action), ...body }, as: mireille });
  expect(done.status, done.text).toBe(200);
  return done.body.resultat;
};
const decide = (operation: string, key: number, as: Send, body: object = {}) =>
  talk.call<Row>(operation, { id: key, body, as });

test('bénéficiaires come, share and go', async () => {
  const first = await ask('ajouter-beneficiaire');
  const second = await ask('ajouter-beneficiaire', { prenom: 'Merveille' });
  const [a, b] = [first.beneficiaire_id, second.beneficiaire_id];
  await ask('repartir', {
    parts: [
      { beneficiaire_id: a, part: 60 },
      { beneficiaire_id: b, part: 40 },
    ],
  });
  const read = await talk.call<{ part: number }>('beneficiaires_retrieve', { id: b });
  expect(read.body.part).toBe(40);
  expect(Object.keys(read.body).sort()).toEqual([...wholeRow('Beneficiaire'), 'actions'].sort());
  await ask('retirer-beneficiaire', { beneficiaire_id: b });
  expect((await talk.call('beneficiaires_restaurer', { id: b })).status).toBe(200);
});

test('an avenant is rejected, another approved, by somebody else', async () => {
  const rejected = (await ask('demander-avenant')).avenant_id;
  const motif = { motif: 'trop cher' };
  expect((await decide('avenants_rejeter', rejected, mireille, motif)).status).toBe(409);
  expect((await decide('avenants_rejeter', rejected, paul)).status).toBe(400);
  expect((await decide('avenants_rejeter', rejected, paul, motif)).body.statut).toBe('rejete');
  const approved = (await ask('demander-avenant')).avenant_id;
  expect((await decide('avenants_approuver', approved, mireille)).status).toBe(409);
  expect((await decide('avenants_approuver', approved, paul)).body.statut).toBe('approuve');
  const read = await talk.call('avenants_retrieve', { id: approved });
  expect(Object.keys(read.body).sort()).toEqual([...wholeRow('Avenant'), 'actions'].sort());
});

test('a dérogation is rejected, another granted by two others', async () => {
  const dearer = { montant: 10_000_000 };
  const change = (await ask('demander-avenant', { ...dearer, motif: 'comme avant' })).avenant_id;
  expect((await decide('avenants_approuver', change, paul)).status).toBe(200);
  const rejected = (await ask('demander-derogation')).derogation_id;
  expect((await decide('derogations_rejeter', rejected, paul, { motif: 'deux fois déjà' })).body.statut).toBe(
    'rejetee',
  );
  const granted = (await ask('demander-derogation')).derogation_id;
  expect((await decide('derogations_approuver', granted, paul)).body.statut).toBe('approuvee');
  expect((await decide('derogations_approuver', granted, paul)).status).toBe(409);
  expect((await decide('derogations_approuver', granted, brice)).body.statut).toBe('accordee');
  const read = await talk.call('derogations_retrieve', { id: granted });
  expect(Object.keys(read.body).sort()).toEqual([...wholeRow('Derogation'), 'actions'].sort());
});
