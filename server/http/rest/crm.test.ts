import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../tests/api.ts';

/** The line CRM-6 of what is asked for, as its clients will call it. */
let api: TestApi;
let awa: Send;
let chantal: Send;
let paul: Send;
const ids: Record<string, number> = {};

interface Made {
  id: number;
  revision: number;
}
interface Paged {
  count: number;
  next: string | null;
  results: Made[];
}

const bodies: Record<string, () => Record<string, unknown>> = {
  clients: () => ({ nom: 'TRANSPORTS MBARGA', societe: 'Mbarga et Fils', categorie: 'entreprise' }),
  opportunites: () => ({ nom: 'Flotte', client_id: ids.clients, montant: 2_400_000 }),
  devis: () => ({
    opportunite_id: ids.opportunites,
    lignes: [{ libelle: 'Camion', quantite: 12, prix: 200_000 }],
  }),
  projets: () => ({ titre: 'Mise en place', client_id: ids.clients, date_debut: '2026-01-05', date_fin: '2026-03-01' }),
  taches: () => ({
    titre: 'Cartes grises',
    client_id: ids.clients,
    projet_id: ids.projets,
    opportunite_id: ids.opportunites,
  }),
};
const names = Object.keys(bodies);

beforeAll(async () => {
  api = await testApi();
  awa = await api.as(api.people.awa);
  paul = await api.as(api.people.paul);
  chantal = await api.as(api.people.chantal);
  for (const name of names) {
    const made = await awa<Made>('POST', `/api/${name}/`, bodies[name]?.());
    expect(made.status, made.text).toBe(201);
    ids[name] = made.body.id;
  }
});
afterAll(() => api.close());

const searched: Record<string, string> = {
  clients: 'societe__icontains=mbarga',
  opportunites: 'valeur_ponderee__gte=240000&etape=prospect',
  devis: 'montant=2400000&statut__in=brouillon,envoye',
  projets: 'en_retard=true&duree__gt=50',
  taches: 'tranche=sans_date&priorite=moyenne',
};

describe.each(names)('%s', (name) => {
  test.each(['/api', '/api/v1'])(
    'listed, filtered and paginated at %s, with and without a trailing slash',
    async (base) => {
      for (const path of [`${base}/${name}`, `${base}/${name}/`]) {
        const page = await awa<Paged>('GET', `${path}?${searched[name]}&page_size=1`);
        expect(page.status, page.text).toBe(200);
        expect(page.body).toMatchObject({ count: 1, next: null, results: [{ id: ids[name] }] });
        expect((await awa<Paged>('GET', `${path}?page=2&page_size=1`)).body.results).toEqual([]);
        expect((await awa('GET', `${path}?inconnu=1`)).status).toBe(400);
        expect((await chantal<Paged>('GET', path)).body.count).toBe(0);
        expect((await api.anonymous('GET', path)).status).toBe(401);
      }
    },
  );

  test('read, replaced as it was read, changed, and deleted by who may', async () => {
    const { body } = await paul<Made>('POST', `/${name}`, bodies[name]?.());
    const path = `/api/${name}/${body.id}/`;
    const read = await paul<Made & { actions: unknown }>('GET', path);
    const again = await paul<Made>('PUT', path, read.body);
    expect(again.status, again.text).toBe(200);
    expect(again.body.revision).toBe(read.body.revision);
    expect((await paul('PATCH', path, { revision: 99 })).status).toBe(412);
    expect((await paul('PATCH', path, {})).status).toBe(200);
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'])
      expect((await chantal(method, path, method === 'GET' ? undefined : {})).status, method).toBeOneOf([400, 404]);
    expect((await awa('DELETE', path)).status).toBe(403);
    expect((await paul('DELETE', path)).status).toBe(204);
    expect((await paul('GET', path)).status).toBe(404);
  });
});

test.each([
  'clients/projets',
  'clients/opportunites',
  'clients/devis',
  'clients/taches',
  'projets/taches',
  'opportunites/devis',
  'opportunites/taches',
])('the list below a row: %s', async (both) => {
  const [parent = '', child = ''] = both.split('/');
  for (const base of ['/api', '/api/v1']) {
    const path = `${base}/${parent}/${ids[parent]}/${child}`;
    for (const each of [path, `${path}/`]) {
      const { status, body } = await awa<Paged>('GET', `${each}?${searched[child]}&page_size=1&ordering=-id`);
      expect([status, body.count, body.results[0]?.id]).toEqual([200, 1, ids[child]]);
    }
    expect((await awa<Paged>('GET', `${path}?${child === 'devis' ? 'version=9' : 'id__lt=1'}`)).body.count).toBe(0);
    expect((await chantal('GET', path)).status).toBe(404);
    expect((await awa('GET', `${base}/${parent}/999999/${child}`)).status).toBe(404);
    expect((await api.anonymous('GET', path)).status).toBe(401);
  }
});

test('what does not belong below a row has no list there', async () => {
  for (const path of [
    `clients/${ids.clients}/clients`,
    `clients/${ids.clients}/journal`,
    `taches/${ids.taches}/projets`,
  ])
    expect((await paul('GET', `/${path}`)).status, path).toBe(404);
});

describe('the verbs', () => {
  test.each(['/api', '/api/v1'])('avancer-etape at %s', async (base) => {
    const { body } = await awa<Made>('POST', '/opportunites', bodies.opportunites?.());
    const path = `${base}/opportunites/${body.id}/avancer-etape/`;
    expect((await chantal('POST', path, {})).status).toBe(404);
    expect((await awa('POST', path)).body).toMatchObject({ etape: 'qualification', valeur_ponderee: 600_000 });
    expect((await awa('PATCH', path, {})).status).toBe(404);
    for (const etape of ['proposition', 'negociation', 'conclusion'])
      expect((await awa('POST', path)).body).toMatchObject({ etape });
    expect(await awa('POST', path)).toMatchObject({ status: 409, body: { code: 'refuse' } });
  });

  test.each(['PATCH', 'POST'])('complete by %s', async (method) => {
    const { body } = await awa<Made>('POST', '/taches', bodies.taches?.());
    const path = `/api/taches/${body.id}/complete/`;
    expect((await chantal(method, path)).status).toBe(404);
    expect((await awa(method, path)).body).toMatchObject({ statut: 'terminee', tranche: 'terminee' });
    expect((await awa(method, path)).status).toBe(409);
  });

  test('envoyer, nouvelle-version and what it changed', async () => {
    const { body } = await awa<Made>('POST', '/devis', bodies.devis?.());
    expect((await chantal('POST', `/devis/${body.id}/envoyer`, {})).status).toBe(404);
    const sent = await awa('POST', `/api/devis/${body.id}/envoyer/`, { destinataire: 'client@exemple.cm' });
    expect([sent.status, sent.body.statut], sent.text).toEqual([200, 'envoye']);
    const next = await awa<{ resultat: { devis_id: number; version: number } }>(
      'POST',
      `/api/devis/${body.id}/nouvelle-version/`,
    );
    const { devis_id, version } = next.body.resultat;
    expect([next.status, version]).toEqual([200, 2]);
    expect((await awa('POST', `/devis/${body.id}/nouvelle-version`)).status).toBe(409);
    const lignes = [
      { libelle: 'Camion', quantite: 10, prix: 200_000 },
      { libelle: 'Assistance', quantite: 10, prix: 20_000 },
    ];
    expect((await awa('PATCH', `/devis/${devis_id}`, { lignes })).body).toMatchObject({ montant: 2_200_000 });
    const told = await awa<{ lignes: object[] }>('GET', `/api/devis/${devis_id}/comparer/`);
    expect(told.body).toMatchObject({ ecart: -200_000, avant: { version: 1 }, apres: { version: 2 } });
    expect(told.body.lignes).toMatchObject([
      { libelle: 'Camion', changement: 'modifiee', avant: { quantite: 12 }, apres: { quantite: 10 }, ecart: -400_000 },
      { libelle: 'Assistance', changement: 'ajoutee', avant: null, ecart: 200_000 },
    ]);
    expect((await awa('GET', `/devis/${devis_id}/comparer?avec=${ids.devis}`)).status).toBe(200);
    expect((await awa('GET', `/devis/${body.id}/comparer`)).body.errors).toHaveProperty('avec');
    const { body: other } = await awa<Made>('POST', '/opportunites', bodies.opportunites?.());
    const elsewhere = await awa<Made>('POST', '/devis', { ...bodies.devis?.(), opportunite_id: other.id });
    expect((await awa('GET', `/devis/${devis_id}/comparer?avec=${elsewhere.body.id}`)).status).toBe(400);
    expect((await chantal('GET', `/devis/${devis_id}/comparer`)).status).toBe(404);
  });
});

test('agents see their colleagues, by name alone', async () => {
  const { body } = await awa<{ results: Record<string, unknown>[] }>('GET', '/utilisateurs?search=paul');
  expect(body.results).toMatchObject([{ prenom: 'Paul', succursale_id: api.people.douala }]);
  for (const hidden of ['telephone', 'droits', 'derniere_connexion'])
    expect(body.results[0]).not.toHaveProperty(hidden);
  expect((await awa('GET', '/utilisateurs?ordering=derniere_connexion')).status).toBe(400);
  expect((await awa('GET', `/utilisateurs/${api.people.chantal.id}`)).status).toBe(404);
  await api.db.rows(`update utilisateurs set telephone = '+237671230000' where id = $1`, [api.people.paul.id]);
  expect((await awa<Paged>('GET', '/utilisateurs?search=671230000')).body.count).toBe(0);
});
