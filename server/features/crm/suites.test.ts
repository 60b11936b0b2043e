import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, cast } from '../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import type { Caller } from '../../core/access.ts';
import { aujourdhui } from '../../core/jours.ts';
import { makeClient } from '../clients/factory.ts';
import { clients } from '../clients/resource.ts';
import { devis } from './devis/resource.ts';
import { makeDevis, makeOpportunite, makeProjet, makeTache } from './factory.ts';
import { opportunites } from './opportunites/resource.ts';

let db: TestDatabase;
let people: Cast;
let mireille: Caller;
beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
  mireille = await people.mireille.caller();
});
afterAll(() => db.close());

const lignes = [{ libelle: 'Flotte', quantite: 2, prix: 50_000 }];
const ici = async () => ({
  client_id: await makeClient(db.database, { nom: 'MBARGA', succursale_id: people.douala }),
  succursale_id: people.douala,
});

test('one devis wins an opportunité: another is not accepted beside it, not even at the same moment', async () => {
  const place = await ici();
  const opportunite_id = await makeOpportunite(db.database, { ...place, nom: 'Flotte', montant: 1 });
  const offer = () => makeDevis(db.database, { ...place, opportunite_id, lignes, statut: 'envoye' });
  const ids = [await offer(), await offer(), await offer()];
  const accept = (id: number) => db.records.act(mireille, devis, id, 'accepter', { repondu_par: 'Jean MBARGA' });
  const said = await Promise.all(ids.map((id) => accept(id).catch(({ said: { key } }) => key as string)));
  expect(said.filter((one) => one === 'devis_autre_accepte')).toHaveLength(2);
  const [row] = await db.rows<{ acceptes: number; valeur: number }>(
    `select count(*)::int as acceptes, sum(montant)::int as valeur from devis where opportunite_id = $1 and statut = 'accepte'`,
    [opportunite_id],
  );
  expect(row).toEqual({ acceptes: 1, valeur: 100_000 });
});

test('an opportunité is followed by somebody all along', async () => {
  const place = await ici();
  const made = await db.records.create(mireille, opportunites, {
    nom: 'Flotte',
    client_id: place.client_id,
    montant: 5,
  });
  expect(made.responsable_id).toBe(people.mireille.id);
  await expect(db.records.update(mireille, opportunites, made.id, { responsable_id: null })).rejects.toMatchObject({
    status: 400,
    errors: { responsable_id: [{ key: 'obligatoire' }] },
  });
});

test('a client who changes succursale takes along what is under way; what was settled stays', async () => {
  const place = await ici();
  const of = { ...place, nom: 'O', montant: 10 };
  const open = await makeOpportunite(db.database, of);
  const won = await makeOpportunite(db.database, { ...of, etape: 'conclusion' });
  const begun = { ...place, titre: 'P', date_debut: aujourdhui() };
  const rows = {
    opportunites: [open, won],
    devis: [
      await makeDevis(db.database, { ...place, opportunite_id: open, lignes }),
      await makeDevis(db.database, {
        ...place,
        opportunite_id: won,
        lignes,
        statut: 'accepte',
        repondu_le: new Date(),
      }),
    ],
    projets: [
      await makeProjet(db.database, begun),
      await makeProjet(db.database, { ...begun, statut: 'termine', termine_le: aujourdhui() }),
    ],
    taches: [
      await makeTache(db.database, { ...place, titre: 'T', assigne_a_id: people.awa.id }),
      await makeTache(db.database, {
        ...place,
        titre: 'T',
        assigne_a_id: people.awa.id,
        statut: 'terminee',
        terminee_le: new Date(),
      }),
    ],
  };
  await db.records.update(mireille, clients, place.client_id, { succursale_id: people.yaounde });
  for (const [table, [moving, staying]] of Object.entries(rows)) {
    const found = await db.rows<{ id: number; succursale_id: number }>(
      `select id, succursale_id from ${table} where client_id = $1 order by id`,
      [place.client_id],
    );
    expect(found, table).toEqual([
      { id: moving, succursale_id: people.yaounde },
      { id: staying, succursale_id: people.douala },
    ]);
  }
});
