import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aujourdhui, plusJours } from '../../../core/jours.ts';
import { say } from '../../../core/messages/messages.ts';
import { type Declaration, declarerSinistre, sinistresDe } from './declarer.ts';
import { sinistres } from './resource.ts';
import { garantie, refusal, type SinistresTest, sinistresTest } from './sinistres.fixture.ts';

let all: SinistresTest;
beforeAll(async () => {
  all = await sinistresTest();
});
afterAll(() => all.db.close());

const sold = [garantie('deces', 500_000), garantie('frais', 100_000, { carence_jours: 60 })];
const today = aujourdhui();

describe('at the counter', () => {
  test('a declaration has its number, its succursale and who took it', async () => {
    const souscription = await all.contrat(sold);
    const row = await all.declare(souscription, [['deces', 500_000]], { declarant_telephone: '06 123 45 67' });
    expect(row).toMatchObject({
      statut: 'declare',
      succursale_id: all.people.douala,
      declare_par_id: all.people.awa.id,
      declarant_telephone: '+242061234567',
      canal: 'agence',
      demande: 500_000,
      accorde: 0,
      paye: 0,
      alertes: [],
    });
  });

  test('what speaks against it is told, and refuses nothing', async () => {
    const unpaid = await all.contrat(sold, { paiements: [] });
    const row = await all.declare(unpaid, [
      ['deces', 1000],
      ['frais', 1000],
    ]);
    expect(row.alertes).toEqual(['non_couvert', 'carence']);
  });

  test.each([
    [{ lignes: [] }, 'lignes'],
    [{ lignes: [{ garantie: 'deces', demande: 0 }] }, 'lignes.0.demande'],
    [{ lignes: [{ garantie: 'deces', demande: 10.5 }] }, 'lignes.0.demande'],
    [{ lignes: [{ garantie: 'deces', demande: 1, accorde: 1 }] }, 'lignes.0.accorde'],
    [{ lignes: [{ garantie: 'auto', demande: 1 }] }, 'lignes.0.garantie'],
    [
      {
        lignes: [
          { garantie: 'deces', demande: 1 },
          { garantie: 'deces', demande: 2 },
        ],
      },
      'lignes.1.garantie',
    ],
    [{ date_survenance: '2025-02-29' }, 'date_survenance'],
    [{ declarant_nom: ' ' }, 'declarant_nom'],
    [{ statut: 'accepte' }, 'statut'],
    [{ canal: 'borne' }, 'canal'],
  ])('with %j is refused by the name of the field', async (change, field) => {
    const souscription = await all.contrat(sold);
    const declared = all.declare(souscription, [['deces', 1000]], change as object);
    expect(await refusal(declared)).toMatchObject({ status: 400, field });
  });

  test('for a souscription of another succursale is not possible', async () => {
    const souscription = await all.contrat(sold);
    expect(await refusal(all.declare(souscription, [['deces', 1]], {}, all.people.chantal))).toMatchObject({
      status: 400,
      field: 'souscription_id',
    });
  });

  test('medical details are for those with the right, in the row and in its past', async () => {
    const { people, db } = all;
    const souscription = await all.contrat(sold);
    expect(await refusal(all.declare(souscription, [['deces', 1]], { description: 'x' }))).toMatchObject({
      field: 'description',
    });
    const { id } = await all.declare(souscription, [['deces', 1]], { description: 'Paludisme grave' }, people.paul);
    for (const [person, seen] of [
      [people.awa, false],
      [people.irene, true],
    ] as const) {
      const caller = await person.caller();
      const { json } = await db.records.get(caller, sinistres, id);
      expect(json.includes('Paludisme')).toBe(seen);
      expect((await db.records.history(caller, sinistres, id)).includes('Paludisme')).toBe(seen);
    }
  });
});

describe('the same event', () => {
  test('is declared once, and the refusal names the first; once that is rejected, the way is free', async () => {
    const { people } = all;
    const souscription = await all.contrat(sold);
    const first = await all.declare(souscription, [['deces', 1000]]);
    const again = await refusal(
      all.declare(souscription, [
        ['frais', 1],
        ['deces', 5000],
      ]),
    );
    expect(again).toMatchObject({ status: 409, key: 'sinistre_en_double' });
    expect(say('fr', again?.said ?? { key: '' })).toBe(`Ce sinistre est déjà déclaré sous le numéro ${first.numero}.`);
    await all.declare(souscription, [['frais', 1000]]);
    await all.declare(souscription, [['deces', 1000]], { date_survenance: plusJours(today, -1) });
    await all.act(people.irene, first.id, 'affecter');
    await all.act(people.irene, first.id, 'rejeter', { motif_rejet: 'pieces_manquantes', motif: 'Rien reçu' });
    await all.declare(souscription, [['deces', 1000]]);
    const reopening = all.act(people.mireille, first.id, 'rouvrir', { motif: 'Pièces reçues' });
    expect(await refusal(reopening)).toMatchObject({ key: 'sinistre_en_double' });
  });

  test('is declared once, however many tell it at once', async () => {
    const souscription = await all.contrat(sold);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => refusal(all.declare(souscription, [['deces', 1000]]))),
    );
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome?.key === 'sinistre_en_double')).toHaveLength(9);
  });
});

describe('at the kiosk', () => {
  const declaration = (souscription_id: number, more: Partial<Declaration> = {}): Declaration => ({
    souscription_id,
    canal: 'borne',
    date_survenance: today,
    description: 'Accident de moto à Moungali',
    lignes: [{ garantie: 'deces', demande: 500_000 }],
    declarant: { nom: 'KONGO Marie', telephone: '06 123 45 67', lien: 'conjoint' },
    ...more,
  });

  test('a client declares, and reads how it stands: granted is told once it is decided', async () => {
    const souscription = await all.contrat(sold);
    const made = await all.within((tx) => declarerSinistre(tx, declaration(souscription)));
    expect(made).toMatchObject({ statut: 'declare', alertes: [] });
    await all.act(all.people.irene, made.id, 'affecter');
    await all.act(all.people.irene, made.id, 'evaluer', { lignes: all.lignes([['deces', 300_000]]) });
    expect(await sinistresDe(all.db.database, souscription)).toMatchObject([
      {
        numero: made.numero,
        statut: 'instruction',
        date_survenance: today,
        demande: 500_000,
        accorde: 0,
        lignes: [{ garantie: 'deces', libelle: 'deces', demande: 500_000, accorde: 0, paye: 0 }],
      },
    ]);
    const [line] = await all.db.rows<{ apres: object }>(
      `select apres from journal where ressource = 'sinistres' and objet_id = $1 and action = 'creer'`,
      [made.id],
    );
    expect(line?.apres).toMatchObject({ canal: 'borne', declarant_lien: 'conjoint' });
  });

  test('the same checks hold', async () => {
    const souscription = await all.contrat(sold);
    const told = (more: Partial<Declaration>, id = souscription) =>
      refusal(all.within((tx) => declarerSinistre(tx, declaration(id, more))));
    expect(await told({ date_survenance: plusJours(today, 1) })).toMatchObject({ key: 'survenance_future' });
    expect(await told({ lignes: [{ garantie: 'auto', demande: 1 }] })).toMatchObject({ key: 'garantie_inconnue' });
    expect(await told({ declarant: { nom: 'X', telephone: '12' } })).toMatchObject({ field: 'declarant.telephone' });
    expect(await told({}, 999_999)).toMatchObject({ status: 404 });
    expect(await told({})).toBeUndefined();
    expect(await told({})).toMatchObject({ key: 'sinistre_en_double' });
  });
});
