import { expect, test } from 'vitest';
import { ADMINISTRATEUR, unknownActor } from '../../core/access.ts';
import type { Known } from '../../features/organisation/utilisateurs/actor.ts';
import { resources } from '../../features.ts';
import { whoAmI } from '../auth/who-am-i.ts';
import { openapiDocument } from './document.ts';

const schemas = openapiDocument(resources, { url: '/api/v1', version: '1', langue: 'fr' }).components.schemas;
const field = (schema: string, name: string) =>
  (schemas[schema] as { properties: Record<string, object> }).properties[name];

test('a document is described part by part, with names, units, codes and an example', () => {
  expect(field('ProduitInput', 'garanties')).toMatchObject({
    type: 'array',
    items: {
      required: ['code', 'libelle', 'plafond'],
      properties: {
        plafond: { title: 'Plafond', type: 'integer', 'x-unit': 'francs' },
        carence_jours: { title: 'Délai de carence', default: 0, 'x-unit': 'jours' },
        frequence: { title: 'Recours par terme', description: 'Vide : sans limite.' },
      },
    },
    examples: [[{ code: 'deces_accident', plafond: 500_000 }, {}]],
  });
  expect(field('ProduitInput', 'periodicites')).toMatchObject({
    items: {
      enum: expect.arrayContaining(['mensuelle']),
      description: expect.stringContaining('`mensuelle` Mensuelle'),
    },
  });
  expect(field('Souscription', 'termes')).toMatchObject({
    properties: { garanties: { title: 'Garanties', items: { properties: { plafond: { title: 'Plafond' } } } } },
  });
});

test('so is what an action asks for', () => {
  expect(field('SouscriptionEncaisser', 'mode_paiement')).toMatchObject({
    title: 'Mode de paiement',
    description: expect.stringContaining('`especes` Espèces'),
  });
});

test('whoever signs in learns the same of the fields and actions that are theirs', () => {
  const actor = { ...unknownActor('Mireille'), id: 1, role: ADMINISTRATEUR, portee: 'toutes' as const };
  const { resources: mine } = whoAmI({ actor, prenom: null, langue: 'fr' } as Known, 'fr');
  const garanties = mine.produits?.fields.find(({ name }) => name === 'garanties');
  expect(garanties).toMatchObject({ schema: { items: { properties: { plafond: { title: 'Plafond' } } } } });
  const encaisser = mine.souscriptions?.actions.find(({ name }) => name === 'encaisser');
  expect(encaisser).toMatchObject({ schema: { properties: { montant: { title: 'Montant', type: 'integer' } } } });
});
