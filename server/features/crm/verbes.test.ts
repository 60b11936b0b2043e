import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, cast } from '../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import type { Caller } from '../../core/access.ts';
import { plusJours, aujourdhui as today } from '../../core/jours.ts';
import type { Answer } from '../../core/records/write.ts';
import { makeClient } from '../clients/factory.ts';
import { clients } from '../clients/resource.ts';
import { insert, makeUtilisateur } from '../organisation/factory.ts';
import { devis } from './devis/resource.ts';
import { makeDevis, makeOpportunite, makeProjet, makeTache } from './factory.ts';
import { opportunites } from './opportunites/resource.ts';
import { projets } from './projets/resource.ts';
import { taches } from './taches/resource.ts';

let db: TestDatabase;
let people: Cast;
let paul: Caller;
let mireille: Caller;
let ici: { client_id: number; succursale_id: number };
beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
  paul = await people.paul.caller();
  mireille = await people.mireille.caller();
  const client_id = await makeClient(db.database, { nom: 'TRANSPORTS MBARGA', succursale_id: people.douala });
  ici = { client_id, succursale_id: people.douala };
});
afterAll(() => db.close());

const lignes = [{ libelle: 'Flotte', quantite: 12, prix: 100_000 }];
const fait = (what: Promise<Answer>): Promise<unknown> =>
  what.catch(({ status, said, errors }) => ({ refus: [status, said.key, ...Object.keys(errors)] }));

const opportunite = (more = {}) => makeOpportunite(db.database, { ...ici, nom: 'Flotte', montant: 900_000, ...more });
const offre = async (statut: string) => {
  const opportunite_id = await opportunite();
  const repondu_le = ['accepte', 'refuse'].includes(statut) ? new Date().toISOString() : null;
  return makeDevis(db.database, { ...ici, opportunite_id, lignes, statut: statut as 'envoye', repondu_le });
};
const makers = {
  opportunites: (statut: string) =>
    opportunite(
      { gagnee: { etape: 'conclusion' }, perdue: { perdue_le: today(), motif_perte: 'trop cher' } }[statut] ?? {
        etape: 'qualification',
      },
    ),
  projets: (statut: string) => {
    const ended = { statut: statut as 'termine', termine_le: statut === 'termine' ? today() : null };
    return makeProjet(db.database, { ...ici, ...ended, titre: 'P', date_debut: today() });
  },
  taches: (statut: string) => {
    const ended = { statut: statut as 'terminee', terminee_le: statut === 'terminee' ? new Date() : null };
    return makeTache(db.database, { ...ici, ...ended, titre: 'T', assigne_a_id: people.awa.id });
  },
  devis: offre,
};
const [motif, by] = ['Demande du client', { repondu_par: 'Jean MBARGA' }];

/** From each statut, what each verb leads to; what is missing is refused, and not offered. */
const table = {
  opportunites: {
    en_cours: { 'avancer-etape': 'en_cours', 'revenir-etape': 'en_cours', perdre: 'perdue' },
    gagnee: { rouvrir: 'en_cours' },
    perdue: { rouvrir: 'en_cours' },
  },
  projets: {
    a_faire: { demarrer: 'en_cours', terminer: 'termine' },
    en_cours: { terminer: 'termine' },
    termine: { rouvrir: 'en_cours' },
  },
  taches: {
    a_faire: { commencer: 'en_cours', complete: 'terminee', reassigner: 'a_faire' },
    en_cours: { complete: 'terminee', reassigner: 'en_cours' },
    terminee: { rouvrir: 'a_faire' },
  },
  devis: {
    brouillon: { 'nouvelle-version': 'brouillon' },
    envoye: { accepter: 'accepte', refuser: 'refuse', 'nouvelle-version': 'envoye' },
    consulte: { accepter: 'accepte', refuser: 'refuse', 'nouvelle-version': 'consulte' },
    accepte: { souscrire: 'accepte' },
    refuse: { 'nouvelle-version': 'refuse' },
  },
} as Record<string, Record<string, Record<string, string>>>;
const forms: Record<string, object> = {
  'revenir-etape': { motif, etape: 'prospect' },
  perdre: { motif },
  'opportunites rouvrir': { motif },
  accepter: by,
  refuser: { ...by, motif },
};
const cases = [opportunites, projets, taches, devis].flatMap((resource) =>
  Object.entries(table[resource.name] ?? {}).flatMap(([statut, verbs]) =>
    resource.actions
      .filter(({ name }) => !['souscrire', 'envoyer'].includes(name))
      .map(({ name }) => [resource.name, statut, name, verbs[name], resource] as const),
  ),
);

test.each(cases)('%s %s: %s', async (name, statut, verb, vers, resource) => {
  const id = await makers[name as 'taches'](statut);
  const form =
    verb === 'reassigner' ? { assigne_a_id: people.paul.id } : { ...forms[verb], ...forms[`${name} ${verb}`] };
  const { actions } = JSON.parse((await db.records.get(paul, resource, id)).json);
  expect(actions.includes(verb)).toBe(vers !== undefined);
  const answer = await fait(db.records.act(paul, resource, id, verb, form));
  if (vers) expect(answer).toMatchObject({ statut: vers });
  else expect(answer).toMatchObject({ refus: [409, expect.stringMatching(/^(opportunite|projet|tache|devis)_/)] });
});

test('étapes go forward and back, with the probability of each; named ones must lie there', async () => {
  const id = await opportunite();
  const avancer = (body: object) => fait(db.records.act(paul, opportunites, id, 'avancer-etape', body));
  expect(await avancer({})).toMatchObject({ etape: 'qualification', probabilite: 25, valeur_ponderee: 225_000 });
  expect(await avancer({ etape: 'negociation' })).toMatchObject({ etape: 'negociation', probabilite: 75 });
  expect(await avancer({ etape: 'prospect' })).toEqual({ refus: [400, 'invalide', 'etape'] });
  expect(await fait(db.records.update(paul, opportunites, id, { probabilite: 101 }))).toEqual({
    refus: [400, 'invalide', 'probabilite'],
  });
  expect(await avancer({})).toMatchObject({ statut: 'gagnee', conclue_le: today(), probabilite: 100 });
  expect(await fait(db.records.update(paul, opportunites, id, { montant: 1 }))).toMatchObject({
    refus: [409, 'opportunite_gagnee'],
  });
});

describe('work is given to who can see it', () => {
  const someone = (name: string) => ({ email: `${name}@guichet.test`, nom: name, role: 'agent' });
  test('a tâche, an opportunité and a projet of Douala are not for Yaoundé, nor for who left or reads none', async () => {
    const visiteur = await makeUtilisateur(db.database, { ...someone('visiteur'), succursale_id: people.douala });
    await db.rows(`update utilisateurs set droits = '{"taches":{"lire":false}}' where id = $1`, [visiteur]);
    const parti = await makeUtilisateur(db.database, { ...someone('parti'), succursale_id: people.douala });
    await db.rows('update utilisateurs set actif = false where id = $1', [parti]);
    for (const assigne_a_id of [people.chantal.id, visiteur, parti])
      expect(
        await fait(db.records.create(mireille, taches, { titre: 'T', client_id: ici.client_id, assigne_a_id })),
      ).toEqual({ refus: [400, 'invalide', 'assigne_a_id'] });
    const ailleurs = { client_id: await makeClient(db.database, { nom: 'Y', succursale_id: people.yaounde }) };
    const { id } = await db.records.create(mireille, taches, { titre: 'T', assigne_a_id: people.awa.id });
    const moved = fait(db.records.update(mireille, taches, id, ailleurs));
    expect(await moved).toEqual({ refus: [400, 'invalide', 'assigne_a_id'] });
    const responsable_id = people.chantal.id;
    const suivi = { client_id: ici.client_id, responsable_id };
    expect(await fait(db.records.create(mireille, opportunites, { ...suivi, nom: 'O', montant: 1 }))).toEqual({
      refus: [400, 'invalide', 'responsable_id'],
    });
    expect(await fait(db.records.create(mireille, projets, { ...suivi, titre: 'P', date_debut: today() }))).toEqual({
      refus: [400, 'invalide', 'responsable_id'],
    });
  });

  test('about nobody, it goes where the person works; left out, it is one’s own', async () => {
    const made = await db.records.create(mireille, taches, { titre: 'Inventaire', assigne_a_id: people.awa.id });
    expect(made).toMatchObject({ succursale_id: people.douala });
    const given = await db.records.act(mireille, taches, made.id, 'reassigner', { assigne_a_id: people.chantal.id });
    expect(given).toMatchObject({ succursale_id: people.yaounde, assigne_a_id: people.chantal.id });
    const own = await db.records.create(await people.awa.caller(), taches, { titre: 'Rappeler' });
    expect(own).toMatchObject({ assigne_a_id: people.awa.id, assigne_a: { libelle: 'Awa NDIAYE' } });
  });

  test('it takes its client from its projet or opportunité, and keeps to it', async () => {
    const projet_id = await makers.projets('a_faire');
    const made = await db.records.create(paul, taches, { titre: 'T', projet_id });
    expect(made).toMatchObject({ client_id: ici.client_id });
    const autre = await makeClient(db.database, { nom: 'AUTRE', succursale_id: people.douala });
    expect(await fait(db.records.update(paul, taches, made.id, { client_id: autre }))).toEqual({
      refus: [400, 'invalide', 'projet_id'],
    });
  });
});
test('days: a projet ends after it begins, a devis is not born past its validity', async () => {
  const days = { titre: 'P', client_id: ici.client_id, date_debut: today(), date_fin: today() };
  expect(await fait(db.records.create(paul, projets, days))).toEqual({ refus: [400, 'invalide', 'date_fin'] });
  const late = { opportunite_id: await opportunite(), lignes, valide_jusqu_au: plusJours(today(), -1) };
  expect(await fait(db.records.create(paul, devis, late))).toEqual({ refus: [400, 'invalide', 'valide_jusqu_au'] });
  const whole = await db.records.create(paul, devis, { ...late, valide_jusqu_au: undefined });
  expect(whole).toMatchObject({ valide_jusqu_au: plusJours(today(), 30), montant: 1_200_000, version: 1 });
});

test('what others stand on is not deleted, and comes back after what it stands on', async () => {
  const client_id = await makeClient(db.database, { nom: 'PASSAGER', succursale_id: people.douala });
  const { id } = await db.records.create(paul, opportunites, { nom: 'O', montant: 1, client_id });
  const refused = { status: 409, said: { key: 'dependances' } };
  await expect(db.records.remove(paul, clients, client_id)).rejects.toMatchObject(refused);
  await db.records.remove(paul, opportunites, id);
  await db.records.remove(paul, clients, client_id);
  const back = () => fait(db.records.restore(paul, opportunites, id));
  expect(await back()).toEqual({ refus: [409, 'restaurer_dabord', 'client_id'] });
  await db.records.restore(paul, clients, client_id);
  expect(await back()).toMatchObject({ id });
});

test('what was sent is neither rewritten nor deleted, by the engine or below it', async () => {
  const id = await offre('envoye');
  const contenu = { contenu: 'autre' };
  expect(await fait(db.records.update(paul, devis, id, contenu))).toEqual({ refus: [409, 'devis_fige'] });
  await expect(db.rows(`update devis set contenu = 'x' where id = $1`, [id])).rejects.toThrow();
  await expect(db.rows('delete from devis where id = $1', [id])).rejects.toThrow();
});

describe('the client’s yes', () => {
  test('wins the opportunité for what was accepted, even one that was given up', async () => {
    const opportunite_id = await makers.opportunites('perdue');
    const sent = await makeDevis(db.database, { ...ici, opportunite_id, lignes, statut: 'envoye' });
    await db.records.act(paul, devis, sent, 'accepter', by);
    const [won] = await db.rows('select statut, montant, motif_perte from opportunites where id = $1', [
      opportunite_id,
    ]);
    expect(won).toEqual({ statut: 'gagnee', montant: 1_200_000, motif_perte: null });
  });

  test('is not for an offer that expired or was replaced, which is not offered either', async () => {
    const id = await offre('brouillon');
    const yesterday = plusJours(today(), -1);
    await db.rows(`update devis set valide_jusqu_au = $2, statut = 'envoye' where id = $1`, [id, yesterday]);
    expect(await fait(db.records.act(paul, devis, id, 'accepter', by))).toEqual({ refus: [409, 'devis_expire'] });
    expect(JSON.parse((await db.records.get(paul, devis, id)).json).actions).not.toContain('accepter');
    await db.records.act(paul, devis, id, 'nouvelle-version', {});
    expect(await fait(db.records.act(paul, devis, id, 'refuser', { ...by, motif }))).toEqual({
      refus: [409, 'devis_remplace'],
    });
    expect(JSON.parse((await db.records.get(paul, devis, id)).json).actions).not.toContain('refuser');
  });

  test.each([
    ['accepter', 'accepter', 'devis_accepte'],
    ['nouvelle-version', 'nouvelle-version', 'devis_remplace'],
    ['accepter', 'nouvelle-version', 'devis_(accepte|remplace)'],
  ])('%s and %s at once: one of them, and the other is told why', async (a, b, why) => {
    const id = await offre('envoye');
    const act = (verb: string) => fait(db.records.act(paul, devis, id, verb, verb === 'accepter' ? by : {}));
    const answers = (await Promise.all([act(a), act(b)])) as { id?: number; refus?: unknown[] }[];
    expect(answers.filter((answer) => answer.id)).toHaveLength(1);
    const refus = answers.find((answer) => answer.refus)?.refus ?? [];
    expect(refus).toEqual([409, expect.stringMatching(new RegExp(`^${why}$`))]);
  });

  test('becomes a souscription once', async () => {
    const produit_id = await insert(db.database, 'produits', {
      ...{ code: 'A', nom: 'Auto', branche: 'AUT', montant_min: 100, montant_max: 9_000_000 },
      ...{ periodicites: '["annuelle"]', garanties: '[]', duree: 12, duree_unite: 'mois' },
    });
    const id = await offre('accepte');
    const asked = { produit_id, montant: 1_200_000, periodicite: 'annuelle' };
    const souscrire = () => fait(db.records.act(paul, devis, id, 'souscrire', asked));
    const [one, two] = await Promise.all([souscrire(), souscrire()]);
    expect([one, two]).toContainEqual(expect.objectContaining({ souscription_id: expect.any(Number) }));
    expect([one, two]).toContainEqual({ refus: [409, 'devis_deja_souscrit'] });
  });
});
