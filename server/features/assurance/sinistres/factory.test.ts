import { afterAll, beforeAll, expect, test } from 'vitest';
import { aujourdhui, plusJours } from '../../../core/jours.ts';
import { statuts } from './etats.ts';
import { partlyPaid } from './exemple.fixture.ts';
import { makeSinistre, type SinistreOptions } from './factory.ts';
import { garantie, refusal, type SinistresTest, sinistresTest } from './sinistres.fixture.ts';

let all: SinistresTest;
beforeAll(async () => {
  all = await sinistresTest();
});
afterAll(() => all.db.close());

const made = async (more: Partial<SinistreOptions> & Pick<SinistreOptions, 'statut'>, daysAgo = 200) => {
  const effet = plusJours(aujourdhui(), -300);
  const souscription_id = await all.contrat([garantie('soins', 100_000, { franchise: 1000 })], { effet });
  const options = {
    souscription_id,
    date_survenance: plusJours(aujourdhui(), -daysAgo),
    lignes: [{ garantie: 'soins', demande: 200_000 }],
    declarant_nom: 'KONGO',
    instructeur_id: all.people.irene.id,
    approbateur_id: all.people.paul.id,
    ...more,
  };
  return all.within((tx) => makeSinistre(tx, options));
};

test.each(statuts)('one in the state « %s » keeps every rule of the database', async (statut) => {
  const { id } = await made({ statut, seuil: 50_000 });
  const [row] = await all.db.rows('select statut, accorde, paye, approbateur_id from sinistres where id = $1', [id]);
  const granted = ['a_approuver', 'accepte', 'paye'].includes(statut) ? 100_000 : 0;
  expect(row).toEqual({
    statut,
    accorde: granted,
    paye: statut === 'paye' ? granted : 0,
    approbateur_id: ['accepte', 'paye'].includes(statut) ? all.people.paul.id : null,
  });
});

test('one that was not covered is not accepted', async () => {
  expect(await refusal(made({ statut: 'paye' }, 301))).toMatchObject({ key: 'sinistre_non_couvert' });
});

test('the example of a sinistre that is partly paid', async () => {
  const [client] = await all.db.rows<{ id: number }>('select id from clients limit 1');
  const { sinistres } = await partlyPaid(all.db, client?.id as number, all.people.douala, 'DOUALA');
  const [row] = await all.db.rows('select statut, paye from sinistres where id = $1', [sinistres]);
  expect(row).toEqual({ statut: 'accepte', paye: 10_000 });
});
