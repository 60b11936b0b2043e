import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caisse, caisse, regle, tous } from '../caisse.fixture.ts';

let c: Caisse;
beforeAll(async () => {
  c = await caisse();
});
afterAll(() => c.close());

const lignes = (bordereau: number) =>
  c.db.rows<{ paiement_id: number; montant: number; vivante: boolean }>(
    'select paiement_id, montant, vivante from bordereau_lignes where bordereau_id = $1 order by paiement_id',
    [bordereau],
  );

describe('a bordereau', () => {
  test('takes all the cash of the agent, corrections with their sign, and nothing else', async () => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    const premier = await c.encaisse(vente, 5000);
    await c.encaisse(vente, 3000, 'virement');
    const second = await c.encaisse(vente, 2000);
    const correction = await c.corriger(premier, -500);

    const { status, body } = await c.etablir(agent);
    expect(status).toBe(201);
    expect(body).toMatchObject({ agent_id: agent, montant: 6500, nombre: 3, statut: 'etabli' });
    expect(body).toMatchObject({ paiements: [premier, second, correction], succursale_id: c.people.douala });
    expect(body).toMatchObject({ etabli_par_id: c.people.paul.id, receptionne_le: null });
    expect(body.numero).toMatch(/^BOR-\d{4}-\d{5}$/);
    expect((await lignes(body.id)).map(({ montant }) => montant)).toEqual([5000, 2000, -500]);
    expect(await c.detenu(agent)).toEqual(tous(6500));
  });

  test('takes only the payments that are named', async () => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    const [un, deux] = [await c.encaisse(vente, 1000), await c.encaisse(vente, 2000)];
    expect((await c.etablir(agent, [deux])).body).toMatchObject({ montant: 2000, nombre: 1 });
    expect((await c.etablir(agent)).body).toMatchObject({ montant: 1000, paiements: [un] });
    const rest = await c.etablir(agent);
    expect(rest.status).toBe(409);
    expect(rest.body.message).toBe('Cet agent n’a pas d’espèces à reverser hors des bordereaux déjà établis.');
  });

  test('refuses, naming the field, what is not this agent’s free cash', async () => {
    const [agent, autre] = [await c.agent(), await c.agent()];
    const vente = await c.souscription(agent);
    const especes = await c.encaisse(vente, 1000);
    const virement = await c.encaisse(vente, 1000, 'virement');
    const ailleurs = await c.encaisse(await c.souscription(autre), 1000);
    for (const paiements of [[virement], [ailleurs], [especes, especes], [999_999], ['x'], [especes, -1]]) {
      const { status, body } = await c.etablir(agent, paiements as number[]);
      expect([status, Object.keys(body.errors)[0]?.split('.')[0]], String(paiements)).toEqual([400, 'paiements']);
    }
    for (const champ of ['montant', 'statut', 'nombre', 'receptionne_par_id']) {
      const sent = { agent_id: agent, [champ]: champ === 'statut' ? 'receptionne' : 1 };
      expect((await c.paul<{ errors: object }>('POST', '/bordereaux', sent)).body.errors).toHaveProperty(champ);
    }
    expect(await lignes(0)).toEqual([]);
    expect((await c.etablir(agent)).status).toBe(201);
  });

  test('does not leave a correction behind that the agent could never settle', async () => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    const un = await c.encaisse(vente, 1000);
    const correction = await c.corriger(un, -600);
    expect((await c.etablir(agent, [un])).body.errors).toHaveProperty('paiements');
    expect((await c.etablir(agent, [correction])).status).toBe(409);
    expect((await c.etablir(agent, [un, correction])).body.montant).toBe(400);
  });

  test('is of one’s own branch: another branch neither makes nor sees it', async () => {
    const agent = await c.agent();
    await c.encaisse(await c.souscription(agent), 1000);
    const chantal = await c.api.as(c.people.chantal);
    expect((await c.etablir(agent, undefined, chantal)).body.errors).toHaveProperty('agent_id');
    const { id } = (await c.etablir(agent)).body;
    expect((await chantal('GET', `/bordereaux/${id}`)).status).toBe(404);
    expect((await c.receptionner(id, 1000, chantal)).status).toBe(404);
    const esther = await c.api.as(c.people.esther);
    expect((await esther('GET', `/bordereaux/${id}`)).status).toBe(200);
    expect((await c.receptionner(id, 1000, esther)).status).toBe(403);
  });

  test('stays as it was made, over the API and in the database', async () => {
    const agent = await c.agent();
    const un = await c.encaisse(await c.souscription(agent), 1000);
    const { id } = (await c.etablir(agent)).body;
    for (const body of [{ paiements: [] }, { agent_id: await c.agent() }, {}])
      expect((await c.mireille('PATCH', `/bordereaux/${id}`, body)).status).toBe(409);
    expect((await c.mireille('DELETE', `/bordereaux/${id}`)).status).toBe(409);
    for (const text of [
      'update bordereaux set montant = 1 where id = $1',
      'delete from bordereaux where id = $1',
      'delete from bordereau_lignes where bordereau_id = $1',
      'update bordereau_lignes set vivante = false where bordereau_id = $1',
    ])
      expect(await regle(c.db, text, [id]), text).toBe('bordereaux_figes');
    const twice = `insert into bordereau_lignes (bordereau_id, paiement_id, montant) values ($1, $2, 1000)`;
    expect(await regle(c.db, twice, [id, un])).toMatch(/^bordereau_lignes_.*_unique$/);
    const false_ = `insert into bordereaux (numero, agent_id, succursale_id, paiements, montant, nombre)
      values ('FAUX', $1, $2, $3, 999, 1)`;
    expect(await regle(c.db, false_, [agent, c.people.douala, `[${un}]`])).toBeDefined();
  });
});

describe('reception', () => {
  test('moves exactly what was counted from the agent to the till', async () => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    await c.encaisse(vente, 5000);
    const { id } = (await c.etablir(agent)).body;
    await c.encaisse(vente, 700);
    for (const compte of [4999, 5001, 0]) {
      const refused = await c.receptionner(id, compte);
      expect([refused.status, Object.keys(refused.body.errors)]).toEqual([400, ['montant_compte']]);
    }
    expect((await c.receptionner(id, 4000)).body.errors.montant_compte).toEqual([
      'Le bordereau porte 5 000 francs : écart de -1 000. Annulez-le et refaites-le sans le paiement en cause.',
    ]);
    expect(await c.detenu(agent)).toEqual(tous(5700));
    const { status, body } = await c.receptionner(id, 5000);
    expect(status).toBe(200);
    expect(body).toMatchObject({ statut: 'receptionne', receptionne_par_id: c.people.paul.id });
    expect(await c.detenu(agent)).toEqual(tous(700));
    const posted = await c.db.rows(
      `select compte, agent_id, montant from ecritures where origine = 'bordereau' and origine_id = $1 order by compte`,
      [id],
    );
    expect(posted).toEqual([
      { compte: 'agent', agent_id: agent, montant: -5000 },
      { compte: 'caisse', agent_id: null, montant: 5000 },
    ]);
    expect((await c.receptionner(id, 5000)).body.message).toBe('Ce bordereau est déjà réceptionné.');
    expect((await c.annuler(id)).status).toBe(409);
  });

  test('is never by the agent whose cash it is, whatever their rights', async () => {
    const agent = await c.agent(0, c.people.awa.id);
    await c.encaisse(await c.souscription(agent), 1000);
    const { id } = (await c.etablir(agent, undefined, c.awa)).body;
    expect((await c.receptionner(id, 1000, c.awa)).status).toBe(403);
    await c.db.rows('update agents set utilisateur_id = $2 where id = $1', [agent, c.people.paul.id]);
    expect((await c.receptionner(id, 1000)).body.message).toMatch(/une autre personne les compte/);
    const text = `update bordereaux set statut = 'receptionne', receptionne_le = now(), receptionne_par_id = $2 where id = $1`;
    expect(await regle(c.db, text, [id, c.people.paul.id])).toBe('bordereaux_receptionne_par_id_check');
    expect((await c.receptionner(id, 1000, c.mireille)).status).toBe(200);
    await c.db.rows('update agents set utilisateur_id = null where id = $1', [agent]);
  });

  test('is refused once a payment in it was corrected; annulled, it is made anew', async () => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    const un = await c.encaisse(vente, 1000);
    await c.encaisse(vente, 1000, 'virement');
    const { id } = (await c.etablir(agent)).body;
    const correction = await c.corriger(un, -1000);
    expect((await c.receptionner(id, 1000)).body.message).toMatch(/ne détient plus que 0 francs/);
    expect((await c.paul('POST', `/bordereaux/${id}/annuler`, {})).status).toBe(400);
    expect((await c.annuler(id)).body).toMatchObject({ statut: 'annule', motif: 'un billet manque' });
    expect((await lignes(id)).map(({ vivante }) => vivante)).toEqual([false]);
    const anew = (await c.etablir(agent)).body;
    expect(anew).toMatchObject({ montant: 0, paiements: [un, correction] });
    expect((await c.receptionner(anew.id, 0)).status).toBe(200);
    expect(await c.detenu(agent)).toEqual(tous(0));
    expect((await c.receptionner(id, 1000)).body.message).toBe('Ce bordereau est annulé.');
  });
});

describe('a payment that is put right', () => {
  const corriger = (paiement: number, montant: number) =>
    c.paul<{ message: string }>('POST', `/paiements/${paiement}/corriger`, { montant, motif: 'billet de trop' });

  test('is given back by the agent while they hold it, and by the till once it was remitted', async () => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    const un = await c.encaisse(vente, 5000);
    expect((await corriger(un, -1000)).status).toBe(200);
    expect(await c.detenu(agent)).toEqual(tous(4000));
    await c.receptionner((await c.etablir(agent)).body.id, 4000);
    expect((await corriger(un, -500)).status).toBe(200);
    expect(await c.detenu(agent)).toEqual(tous(0));
    expect((await corriger(un, 200)).status).toBe(200);
    expect(await c.detenu(agent)).toEqual(tous(200));
    const caisse = await c.db.rows(
      `select e.montant from ecritures e join paiements p on p.id = e.origine_id
       where e.origine = 'paiement' and e.compte = 'caisse' and p.corrige_id = $1`,
      [un],
    );
    expect(caisse).toEqual([{ montant: -500 }]);
    const commissions = await c.db.rows<{ montant: number; statut: string }>(
      'select montant, statut from commissions where agent_id = $1 order by id',
      [agent],
    );
    expect(commissions.map(({ montant, statut }) => [montant, statut])).toEqual([
      [500, 'payable'],
      [-100, 'payable'],
      [-50, 'payable'],
      [20, 'en_attente'],
    ]);
  });

  test('while its bordereau is being received is given back by one or the other, never by both', async () => {
    for (let i = 0; i < 5; i++) {
      const agent = await c.agent();
      const vente = await c.souscription(agent);
      const un = await c.encaisse(vente, 1000);
      const autre = await c.encaisse(vente, 5000);
      const { id } = (await c.etablir(agent, [un])).body;
      const done = await Promise.all([corriger(un, -300), c.receptionner(id, 1000)]);
      expect(done.map(({ status }) => status)).toEqual([200, 200]);
      const held = await c.detenu(agent);
      expect([4700, 5000]).toContain(held.solde);
      expect(held).toEqual(tous(held.solde));
      expect(autre).toBeGreaterThan(un);
    }
  });
});

describe('at once', () => {
  test('twenty bordereaux never take the same payment', async () => {
    const agent = await c.agent();
    const vente = await c.souscription(agent);
    for (let i = 0; i < 5; i++) await c.encaisse(vente, 1000);
    const made = await Promise.all(Array.from({ length: 20 }, () => c.etablir(agent)));
    expect(made.filter(({ status }) => status === 201).map(({ body }) => body.montant)).toEqual([5000]);
    expect(made.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  test('one reception is made, however many count', async () => {
    const agent = await c.agent();
    await c.encaisse(await c.souscription(agent), 1000);
    const { id } = (await c.etablir(agent)).body;
    const done = await Promise.all(Array.from({ length: 8 }, () => c.receptionner(id, 1000)));
    expect(done.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect(await c.detenu(agent)).toEqual(tous(0));
  });
});
