import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Session, type TestPanel, testPanel } from './panel.ts';

let panel: TestPanel;
let siege: Session;

beforeAll(async () => {
  panel = await testPanel();
  siege = await panel.as(panel.people.mireille);
});
afterAll(() => panel.close());

const agentOf = async (nom: string, solde = 0) =>
  (
    await panel.db.rows<{ id: number }>(
      `insert into agents (matricule, nom, telephone, succursale_id, solde) values ($1, $1, '+237677000001', $2, $3) returning id`,
      [nom, panel.people.douala, solde],
    )
  )[0]?.id as number;

describe('actions', () => {
  test('a button is there only while the row allows it', async () => {
    const id = await agentOf('AGT500');
    const names = async () => (await siege.show('agents', id)).json.record.recordActions.map(({ name }) => name);
    expect(await names()).toEqual(expect.arrayContaining(['suspendre', 'constater-depart']));
    expect(await names()).not.toContain('reactiver');
    await siege.act('agents', id, 'suspendre', { motif: 'Absence prolongée' });
    expect(await names()).toContain('reactiver');
    expect(await names()).not.toContain('suspendre');
  });

  test('a dangerous one asks why, and the journal keeps it', async () => {
    const id = await agentOf('AGT501');
    const without = await siege.act('agents', id, 'suspendre', { motif: '' });
    expect(without.json.record.errors.motif?.message).toBe('Ce champ est obligatoire.');
    expect((await siege.act('agents', id, 'suspendre', { motif: 'x' })).json.record.errors.motif?.message).toBe(
      'Au moins 3 caractères.',
    );
    const done = await siege.act('agents', id, 'suspendre', { motif: 'Contrôle en cours' });
    expect(done.json).toMatchObject({
      notice: { type: 'success' },
      redirectUrl: `/admin/resources/agents/records/${id}/show`,
    });
    const [line] = await panel.db.rows(
      `select motif, avant, apres from journal where ressource = 'agents' and objet_id = $1 and action = 'suspendre' and resultat = 'reussi'`,
      [id],
    );
    expect(line).toMatchObject({
      motif: 'Contrôle en cours',
      avant: { statut: 'actif' },
      apres: { statut: 'suspendu' },
    });
  });

  test('a refusal says its reason, and nothing is done', async () => {
    const id = await agentOf('AGT502', 25_000);
    const { json } = await siege.act('agents', id, 'constater-depart', { motif: 'Fin de contrat' });
    expect(json.notice).toEqual({
      message: 'Cet agent doit encore reverser des espèces : son solde n’est pas nul.',
      type: 'error',
    });
    const stale = await siege.act('agents', id, 'suspendre', { motif: 'Trop tard', revision: 99 });
    expect(stale.json.notice?.message).toContain('Rien n’a été écrasé.');
    expect(await panel.db.rows('select statut from agents where id = $1', [id])).toEqual([{ statut: 'actif' }]);
  });

  test('a person without the right has neither button nor action', async () => {
    const id = await agentOf('AGT503');
    const awa = await panel.as(panel.people.awa);
    expect((await awa.show('agents', id)).json.record.recordActions.map(({ name }) => name)).toEqual(['show']);
    expect((await awa.act('agents', id, 'suspendre', { motif: 'Sans droit' })).json.notice?.type).toBe('error');
    expect(await panel.db.rows('select statut from agents where id = $1', [id])).toEqual([{ statut: 'actif' }]);
  });

  test('what it answers is shown, and not kept', async () => {
    const { json } = await siege.act('utilisateurs', panel.people.chantal.id, 'envoyer-lien');
    expect(json.resultat?.lien).toMatch(/^\/admin\/mot-de-passe\/[\w-]{40,}$/);
    expect(json.redirectUrl).toBeUndefined();
    const kept = JSON.stringify(await panel.db.rows('select * from journal'));
    expect(kept).not.toContain(json.resultat?.lien?.split('/').at(-1));
  });

  test('its form is made from its input', async () => {
    const { text } = await siege.get('/');
    const state = JSON.parse(/window\.REDUX_STATE = (.*);\n/.exec(text)?.[1] ?? '{}');
    const agents = state.resources.find(({ id }: { id: string }) => id === 'agents');
    const { custom, component } = agents.actions.find(({ name }: { name: string }) => name === 'suspendre');
    expect(component).toBe('ActionForm');
    expect(custom.shape).toEqual({ kind: 'group', parts: { motif: { kind: 'longtext', max: 500 } } });
  });
});
