import type AdminJS from 'adminjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAdmin } from '../../admin/panel/admin.ts';
import { inMenu, parentsOf, relationsOf } from '../../admin/panel/options/relations.ts';
import { personOf } from '../../admin/panel/person.ts';
import { can } from '../../server/core/access.ts';
import { resources, secondaires } from '../../server/features.ts';
import { dossier } from './dossier.fixture.ts';
import { type TestPanel, testPanel } from './panel.ts';

/** What the panel offers: no more than there is, in the order in which it is wanted. */
let panel: TestPanel;
let admin: AdminJS;

beforeAll(async () => {
  panel = await testPanel();
  admin = createAdmin(panel.guichet);
});
afterAll(() => panel.close());

const known = async ({ id }: { id: number }) => {
  const found = await panel.guichet.actors.find(id);
  if (!found) throw new Error('not active');
  return found;
};

describe('actions', () => {
  const verbs = { new: 'creer', edit: 'modifier', delete: 'supprimer', bulkDelete: 'supprimer' } as const;

  test('a verb that a resource has not is offered to nobody, not to an administrateur', async () => {
    const person = personOf(await known(panel.people.mireille), 'Administrateur', {});
    for (const resource of resources) {
      const { actions } = admin.findResource(resource.name).decorate();
      for (const [name, verb] of Object.entries(verbs)) {
        const there = resource.verbs.includes(verb) && !(resource.behind && verb === 'supprimer');
        expect(actions[name]?.isAccessible(person), `${resource.name}.${name}`).toBe(there);
        expect(actions[name]?.isVisible(person), `${resource.name}.${name}`).toBe(there);
      }
    }
    const without = resources.filter(({ verbs: own }) => !own.includes('supprimer'));
    expect(without.map(({ name }) => name)).toEqual(expect.arrayContaining(['paiements', 'parametres', 'journal']));
  });

  test('come in order: to change it, the verbs, those that ask why, deletion', async () => {
    const { contrat, client } = await dossier(panel, panel.people.douala, 'EBODE');
    const siege = await panel.as(panel.people.mireille);
    const { recordActions } = (await siege.show('contrats', contrat)).json.record;
    const names = recordActions.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['show', 'edit', 'encaisser']);
    expect(names.indexOf('repartir')).toBeLessThan(names.indexOf('suspendre'));
    expect(names).not.toContain('delete');
    const ofClient = (await siege.show('clients', client)).json.record.recordActions.map(({ name }) => name);
    expect(ofClient.at(-1)).toBe('delete');
  });
});

describe('relations', () => {
  const named = (name: string) => {
    const resource = resources.find((each) => each.name === name);
    return resource ? relationsOf(resource).map(({ resource: from, field }) => `${from.name}.${field.name}`) : [];
  };

  test('are the references named after what they refer to, and those within a resource', () => {
    expect(named('agents')).toEqual(
      expect.arrayContaining(['bordereaux.agent_id', 'commissions.agent_id', 'encours_agents.agent_id']),
    );
    expect(named('utilisateurs')).toEqual([
      'agents.utilisateur_id',
      'cles_api.utilisateur_id',
      'rapports_enregistres.utilisateur_id',
      'journal.utilisateur_id',
    ]);
    expect(named('succursales')).toContain('succursales.parent_id');
    expect(named('paiements')).toContain('paiements.corrige_id');
  });

  test('a view has those of the rows behind it, and not itself', () => {
    expect(named('contrats')).toContain('paiements.souscription_id');
    expect(named('contrats')).not.toContain('contrats.souscription_id');
    expect(named('souscriptions')).toContain('contrats.souscription_id');
  });
});

describe('the menu', () => {
  test('leaves out only what is reached from a row of something in it', () => {
    for (const resource of secondaires) expect(parentsOf(resource).length, resource.name).toBeGreaterThan(0);
  });

  test('has everything else, and what is left out where its parents are not read', async () => {
    for (const who of [panel.people.mireille, panel.people.paul, panel.people.awa]) {
      const { actor } = await known(who);
      for (const resource of resources) {
        if (!can(actor, resource, 'lire')) continue;
        expect(inMenu(actor, resource), `${who.email} ${resource.name}`).toBe(!secondaires.includes(resource));
      }
    }
    const { actor } = await known(panel.people.awa);
    const [tentatives] = secondaires.filter(({ name }) => name === 'tentatives');
    const alone = { ...actor, droits: { ...actor.droits, utilisateur: {} as Record<string, Record<string, boolean>> } };
    for (const parent of tentatives ? parentsOf(tentatives) : [])
      alone.droits.utilisateur[parent.name] = { lire: false };
    expect(tentatives && inMenu(alone, tentatives)).toBe(true);
  });

  test('is told to the browser', async () => {
    const { text } = await (await panel.as(panel.people.mireille)).get('/');
    const state = JSON.parse(/window\.REDUX_STATE = (.*);\n/.exec(text)?.[1] ?? '{}');
    const shown = (state.resources as { id: string; navigation: { show?: boolean } }[])
      .filter(({ navigation }) => navigation?.show !== false)
      .map(({ id }) => id);
    expect(shown).toContain('contrats');
    for (const { name } of secondaires) expect(shown).not.toContain(name);
  });
});
