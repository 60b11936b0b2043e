import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Send } from '../../../../tests/api.ts';
import type { Resource } from '../../../core/resource.ts';
import { avenants } from '../../../features/assurance/avenants/resource.ts';
import { derogations } from '../../../features/assurance/derogations/resource.ts';
import { souscriptions } from '../../../features/assurance/souscriptions/resource.ts';
import { makeUtilisateur } from '../../../features/organisation/factory.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { dear } from './lived.fixture.ts';
import { ask as askFor, carryOut, type Row, readAndSendBack } from './steps.ts';
import { allWritten } from './told-elsewhere.ts';

/** Bénéficiaires, avenants and dérogations as the document tells of them: each example is sent as it stands there. */
let talk: Conversation;
let mireille: Send;
let paul: Send;
let brice: Send;
let id: number;
beforeAll(async () => {
  talk = await openConversation();
  const { people, db } = talk.api;
  mireille = await talk.as('mireille');
  paul = await talk.as('paul');
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

interface Decided extends Row {
  statut: string;
}
interface Sold extends Row {
  resultat: { beneficiaire_id: number; avenant_id: number; derogation_id: number };
}

const ask = async (action: string, body: object = {}) => {
  const done = await carryOut<Sold>(talk, souscriptions, action, id, { body });
  return done.resultat;
};
const refused = async (resource: Resource, action: string, key: number, as: Send) =>
  expect((await askFor(talk, resource, action, key, { as })).status).toBe(409);
const decide = (resource: Resource, action: string, key: number, as: Send = paul) =>
  carryOut<Decided>(talk, resource, action, key, { as });

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
  await ask('retirer-beneficiaire', { beneficiaire_id: b });
  expect((await talk.call('beneficiaires_restaurer', { id: b })).status).toBe(200);
});

test('an avenant is rejected, another approved, by somebody else', async () => {
  const rejected = (await ask('demander-avenant')).avenant_id;
  await refused(avenants, 'rejeter', rejected, mireille);
  expect((await talk.call('avenants_rejeter', { id: rejected, body: {}, as: paul })).status).toBe(400);
  expect((await decide(avenants, 'rejeter', rejected)).statut).toBe('rejete');
  const approved = (await ask('demander-avenant')).avenant_id;
  await refused(avenants, 'approuver', approved, mireille);
  expect((await decide(avenants, 'approuver', approved)).statut).toBe('approuve');
  await readAndSendBack(talk, avenants, approved);
});

test('a dérogation is rejected, another granted by two others', async () => {
  const dearer = { montant: 10_000_000 };
  const change = (await ask('demander-avenant', { ...dearer, motif: 'comme avant' })).avenant_id;
  await decide(avenants, 'approuver', change);
  const rejected = (await ask('demander-derogation')).derogation_id;
  expect((await decide(derogations, 'rejeter', rejected)).statut).toBe('rejetee');
  const granted = (await ask('demander-derogation')).derogation_id;
  expect((await decide(derogations, 'approuver', granted)).statut).toBe('approuvee');
  await refused(derogations, 'approuver', granted, paul);
  expect((await decide(derogations, 'approuver', granted, brice)).statut).toBe('accordee');
  await readAndSendBack(talk, derogations, granted);
});

test('every operation that writes has succeeded', () => allWritten(talk, 'avenants.test.ts'));
