import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contrats } from '../../../features/assurance/contrats/resource.ts';
import { openSandbox } from '../../../features/assurance/mobile-money/caisse.fixture.ts';
import { poser } from '../../../features/assurance/mobile-money/caisses.ts';
import { produits } from '../../../features/assurance/produits/resource.ts';
import { souscriptions } from '../../../features/assurance/souscriptions/resource.ts';
import { bodyExample } from '../examples.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { ask, carryOut, make, makeInBatch, type Row, readAndSendBack, refuseWrites, removal } from './steps.ts';
import { allWritten } from './told-elsewhere.ts';

/** The life of a souscription, and of the contrat that it is under its police: each example is sent as it stands there. */
let talk: Conversation;
let sandbox: Awaited<ReturnType<typeof openSandbox>>;
let sold: { client_id: number; produit_id: number };
beforeAll(async () => {
  talk = await openConversation();
  sandbox = await openSandbox();
  talk.api.guichet.caisses = poser(talk.api.db.database, sandbox.caisses(talk.api.db.database));
  const send = await talk.as('mireille');
  const made = async (path: string, body: object) => (await send<Row>('POST', path, body)).body.id;
  const client = { nom: 'KONGO', telephone: '06 123 45 67', succursale_id: talk.api.people.douala };
  sold = {
    client_id: await made('/clients', client),
    produit_id: await made('/produits', { ...bodyExample(produits), montant_max: 100_000_000 }),
  };
});
afterAll(async () => {
  await sandbox.stop();
  await talk.close();
});

interface Result extends Row {
  resultat: { beneficiaire_id: number; avenant_id: number; derogation_id: number; paiement: string };
}

describe.each([souscriptions, contrats].map((each) => [each.name, each] as const))('%s', (name, resource) => {
  const example = () => ({ ...bodyExample(resource), ...sold, agent_id: null });
  /** A new one, a police chosen by the series. */
  const fresh = async (more: object = {}) => {
    const { police: _, ...body } = example() as Record<string, unknown>;
    return (await make(talk, resource, { ...body, ...more })).id;
  };
  const act = (action: string, id: number, body?: object) => carryOut<Result>(talk, resource, action, id, { body });
  const impossible = async (action: string, id: number) =>
    expect((await ask(talk, resource, action, id)).status).toBe(409);

  test('made as the example shows, in a batch, sent back whole; and what is wrong with a write', async () => {
    const row = await make(talk, resource, example());
    const { police: _, ...body } = example() as Record<string, unknown>;
    const second = await makeInBatch(talk, resource, body);
    expect(second.id).not.toBe(row.id);
    await readAndSendBack(talk, resource, row.id);
    await refuseWrites(talk, resource, row, example());
  });

  test('given up, turned down, or given a police, before it is paid for', async () => {
    const given = await fresh();
    await act('annuler', given);
    await impossible('annuler', given);
    await impossible('encaisser', given);
    await act('rejeter', await fresh());
    const offered = resource.actions.some((action) => action.name === 'attribuer-police');
    expect(offered).toBe(name === 'souscriptions');
    if (offered) await act('attribuer-police', await fresh());
  });

  test('paid for, shared, changed, renewed, suspended and ended', async () => {
    const id = await fresh();
    await impossible('renouveler', id);
    await act('encaisser', id, { reference_operateur: `REC-${name}` });
    const beneficiaire_id = (await act('ajouter-beneficiaire', id)).resultat.beneficiaire_id;
    const second = (await act('ajouter-beneficiaire', id, { prenom: 'Merveille' })).resultat.beneficiaire_id;
    const parts = [
      { beneficiaire_id, part: 60 },
      { beneficiaire_id: second, part: 40 },
    ];
    await act('repartir', id, { parts });
    await act('retirer-beneficiaire', id, { beneficiaire_id });
    expect((await act('demander-avenant', id)).resultat.avenant_id).toBeGreaterThan(0);
    await impossible('demander-avenant', id);
    await act('renouveler', id, { reference_operateur: `VIR-${name}` });
    await act('suspendre', id);
    await impossible('suspendre', id);
    await act('reactiver', id);
    await act('resilier', id);
    await impossible('resilier', id);
  });

  test('asked to be paid by telephone', async () => {
    const id = await fresh();
    expect((await act('demander-paiement', id)).resultat.paiement).toMatch(/^PAI-/);
    await impossible('demander-paiement', id);
  });

  test('covered in advance where the premium is high', async () => {
    const id = await fresh({ montant: 10_000_000 });
    await act('encaisser', id, {
      montant: 10_000_000,
      mode_paiement: 'virement',
      reference_operateur: `VIR-${name}-2`,
    });
    expect((await act('demander-derogation', id)).resultat.derogation_id).toBeGreaterThan(0);
  });
});

test('a contrat that is deleted ends, with its reason, and stays', async () => {
  const { police: _, ...body } = { ...bodyExample(contrats), ...sold, agent_id: null } as Record<string, unknown>;
  const { id } = await make(talk, contrats, body);
  expect((await talk.call('contrats_delete', { id })).status).toBe(400);
  expect((await talk.call('contrats_delete', { id, ...removal(contrats) })).status).toBe(204);
  expect((await talk.call('contrats_delete', { id, ...removal(contrats) })).status).toBe(409);
  expect((await talk.call('contrats_retrieve', { id })).body.statut).toBe('annulee');
});

test('every operation that writes has succeeded', () => allWritten(talk, 'souscriptions.test.ts'));
