import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aujourdhui, plusJours } from '../../../core/jours.ts';
import { ANNONCE_PUBLIEE } from '../../annonces/annonce-publiee.ts';
import { type AnnonceOptions, makeAnnonce } from '../../annonces/factory.ts';
import { annoncesPour } from '../../annonces/lire.ts';
import { annoncer } from './annonces.ts';
import { openTelephones, type Telephones } from './telephones.fixture.ts';

type Telephone = Awaited<ReturnType<Telephones['telephone']>>;

let t: Telephones;
let kongo: number;
let moukoko: number;
let produit_id: number;
let succursales: number[];
beforeAll(async () => {
  t = await openTelephones();
  [kongo, moukoko] = [await t.client(), await t.client('MOUKOKO')];
  const souscription = await t.contrat(kongo, aujourdhui());
  const [sold] = await t.db.rows<{ produit_id: number }>('select produit_id from souscriptions where id = $1', [
    souscription,
  ]);
  produit_id = sold?.produit_id as number;
  succursales = (await t.db.rows<{ id: number }>('select id from succursales order by id')).map(({ id }) => id);
  // Another produit, and the same one that is not in force: neither counts.
  await t.contrat(moukoko, aujourdhui());
  const ended = await t.contrat(moukoko, aujourdhui());
  await t.db.rows(`update souscriptions set produit_id = $2, statut = 'resiliee' where id = $1`, [ended, produit_id]);
  await t.db.rows('update clients set succursale_id = $2 where id = $1', [moukoko, succursales.at(-1)]);
});
afterAll(() => t.close());
beforeEach(() => t.db.rows('delete from abonnements_push'));

const now = new Date().toISOString();
const made = (more: Partial<AnnonceOptions> = { publiee_le: now }) =>
  makeAnnonce(t.db.database, {
    titre: 'Fermeture de Douala',
    contenu: 'Samedi matin.',
    debut: aujourdhui(),
    ...more,
  });
const both = async (): Promise<[Telephone, Telephone]> => [await t.telephone(kongo), await t.telephone(moukoko)];
const publish = (id: number) =>
  t.db.rows(`select graphile_worker.add_job($1, json_build_object('id', $2::bigint))`, [ANNONCE_PUBLIEE, id]);
const told = ({ recus }: Telephone) => recus.length > 0;

test.each<[string, () => Partial<AnnonceOptions>, boolean, boolean]>([
  ['for everybody', () => ({ publiee_le: now }), true, true],
  ['for a succursale', () => ({ publiee_le: now, succursale_id: succursales.at(-1) }), false, true],
  ['for a produit', () => ({ publiee_le: now, produit_id }), true, false],
  ['for those of both', () => ({ publiee_le: now, produit_id, succursale_id: succursales.at(-1) }), false, false],
  ['that was withdrawn', () => ({ publiee_le: now, retiree_le: now, motif_retrait: 'erreur' }), false, false],
  [
    'that is over',
    () => ({ publiee_le: now, debut: plusJours(aujourdhui(), -9), fin: plusJours(aujourdhui(), -1) }),
    false,
    false,
  ],
  ['that is still to come', () => ({ publiee_le: now, debut: plusJours(aujourdhui(), 1) }), false, false],
  ['that is a draft', () => ({}), false, false],
])('one %s is told to those who see it in their space', async (_name, own, first, second) => {
  const [one, other] = await both();
  const id = await made(own());
  await publish(id);
  await t.fini();
  expect([told(one), told(other)]).toEqual([first, second]);
  const query = <T extends object>(text: string, values: unknown[] = []) => t.db.rows<T>(text, values);
  const shown = async (client: number) => (await annoncesPour({ query }, client)).some((each) => each.id === id);
  expect([await shown(kongo), await shown(moukoko)]).toEqual([first, second]);
});

test('it says that there is one, not what it says', async () => {
  const [{ recus }] = await both();
  await publish(await made());
  await t.fini();
  expect(recus.map(({ contenu }) => contenu)).toEqual([
    {
      titre: 'Annonce',
      texte: 'Une nouvelle annonce vous attend dans votre espace.',
      chemin: '/espace/annonces',
      sujet: 'annonces',
    },
  ]);
});

test('each telephone that wants it, a few at a time, once however often the work is done', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => t.telephone(kongo)));
  const unwilling = await t.telephone(moukoko, { sujets: ['echeances'] });
  const id = await made();
  const signal = new AbortController().signal;
  await annoncer(t.db.database, id, signal, 2);
  await Promise.all([annoncer(t.db.database, id, signal, 5), annoncer(t.db.database, id, signal)]);
  await t.fini();
  expect(all.map(({ recus }) => recus.length)).toEqual([1, 1, 1, 1, 1]);
  expect(unwilling.recus).toEqual([]);
});
