import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../../../core/access.ts';
import { act } from '../../../../core/records/act.ts';
import { transact } from '../../../../core/records/transaction.ts';
import { type Caisse, openCaisse } from '../caisse.fixture.ts';
import { ecarts } from '../ecarts/resource.ts';
import { lireReleve } from './rapprocher.ts';
import type { Releve } from './releve.ts';
import { releves } from './resource.ts';

let caisse: Caisse;
let mireille: Caller;
beforeAll(async () => {
  caisse = await openCaisse();
  mireille = await caisse.people.mireille.caller();
});
afterAll(() => caisse.close());

async function paid(scenario: string[] = []) {
  const souscription = await caisse.souscrire();
  caisse.sandbox.control.scenario({ next: 1, scenario });
  const { reference, numero } = await caisse.demander(souscription);
  await caisse.envoyer(reference);
  return { souscription, reference, numero };
}

const importer = async (contenu: string, operateur = 'mtn_money'): Promise<Releve> => {
  const { id, empreinte } = await caisse.db.records.create(mireille, releves, { operateur, contenu });
  await lireReleve(caisse.db.database, caisse.travail.caller, String(empreinte));
  return (await caisse.db.rows<Releve>('select * from releves where id = $1', [id]))[0] as Releve;
};

const ouverts = () =>
  caisse.db.rows<{ id: number; classe: string; souscription_id: number }>(
    `select id, classe, souscription_id from ecarts where statut = 'ouvert' order by id`,
  );

const resoudre = (id: number) =>
  transact(caisse.db.database, mireille, (tx) => act(tx, ecarts, id, 'resoudre', { motif: 'Vu avec MTN' }));

describe('8. an operator’s statement', () => {
  const found: Record<string, Awaited<ReturnType<typeof paid>>> = {};
  let csv: string;
  let releve: Releve;

  beforeAll(async () => {
    found.concordante = await paid();
    found.ecart = await paid();
    found.nous_seuls = await paid();
    await caisse.passer(5000);
    // Paid at the operator, not known here yet: nobody has asked.
    found.operateur_seul = await paid(['callback:none']);
    const { control } = caisse.sandbox;
    await control.clock({ advance: 0 });
    const transaction = (name: string) => caisse.debits(found[name]?.reference ?? '')[0]?.transactionId as string;
    const line = (name: string) =>
      control
        .csv()
        .split('\r\n')
        .find((each) => each.includes(transaction(name))) as string;
    const twice = line('concordante').replace(transaction('concordante'), '1900999999');
    const other = line('ecart').replace(',500,', ',499,');
    control.statement({ missing: [transaction('nous_seuls'), transaction('ecart')], extra: [twice, other] });
    csv = control.csv();
    releve = await importer(csv);
  });

  test('has each of the five classes told, with totals to the franc', async () => {
    const lines = await caisse.db.rows<{ classe: string; montant: number }>(
      'select classe, montant from lignes_releve where releve_id = $1 order by classe',
      [releve.id],
    );
    expect(lines).toEqual([
      { classe: 'concordante', montant: 500 },
      { classe: 'doublon', montant: 500 },
      { classe: 'ecart', montant: 499 },
      { classe: 'operateur_seul', montant: 500 },
    ]);
    expect(releve).toMatchObject({ lignes: 4, illisibles: 0, montant_operateur: 1999, a_resoudre: 4 });
    expect(releve.montant_nous).toBe(1500);
    const [total] = releve.totaux;
    expect(total).toMatchObject({ operateur: 'mtn_money', devise: 'EUR', operateur_montant: 1999, nous_montant: 1500 });
    expect(total?.nombre).toEqual({ concordante: 1, ecart: 1, nous_seuls: 1, operateur_seul: 1, doublon: 1 });
    expect((await ouverts()).map(({ classe }) => classe).sort()).toEqual([
      'doublon',
      'ecart',
      'nous_seuls',
      'operateur_seul',
    ]);
  });

  test('is not believed: what is paid there and pending here is repaired by asking the operator', async () => {
    const { reference, souscription } = found.operateur_seul as Awaited<ReturnType<typeof paid>>;
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'envoyee' });
    await caisse.passer(1);
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'reussie' });
    expect(await caisse.ecarts(`souscription_id = ${souscription}`)).toMatchObject([
      { classe: 'operateur_seul', statut: 'resolu', resolution: 'Réglé par la réponse de l’opérateur.' },
    ]);
  });

  test('imported a second time changes nothing', async () => {
    const before = await caisse.db.rows(`select * from ecarts order by id`);
    await expect(importer(csv)).rejects.toMatchObject({ status: 409 });
    await lireReleve(caisse.db.database, caisse.travail.caller, releve.empreinte);
    await lireReleve(caisse.db.database, caisse.travail.caller, releve.empreinte);
    expect(await caisse.db.rows('select * from ecarts order by id')).toEqual(before);
    expect(await caisse.db.rows('select * from releves')).toHaveLength(1);
  });

  test('that came late with a missing line settles what was ours alone', async () => {
    const late = caisse.debits(found.nous_seuls?.reference ?? '')[0];
    const header = csv.split('\r\n')[0];
    const day = new Date(late?.at ?? 0).toISOString().slice(0, 10);
    const own = `${day},mtn,${late?.transactionId},${late?.externalId},${late?.reference},,500,EUR,SUCCESSFUL`;
    const second = await importer(`${header}\r\n${own}\r\n`);
    expect(second).toMatchObject({ a_resoudre: 0, montant_operateur: 500, montant_nous: 500 });
    expect((await ouverts()).map(({ classe }) => classe)).not.toContain('nous_seuls');
  });

  test('leaves the rest to people, each with a reason', async () => {
    for (const { id } of await ouverts())
      expect(await resoudre(id)).toMatchObject({ statut: 'resolu', resolution: 'Vu avec MTN' });
    expect(await ouverts()).toEqual([]);
    const [closed] = await caisse.ecarts(`classe = 'doublon'`);
    await expect(resoudre((closed as unknown as { id: number }).id)).rejects.toMatchObject({ status: 409 });
  });
});

describe('a file', () => {
  let header: string;
  beforeEach(() => {
    header = caisse.sandbox.control.csv().split('\r\n')[0] as string;
  });

  test.each([
    ['that is no statement', 'bonjour', 'releve_illisible'],
    ['without a line', '', 'releve_vide'],
  ])('%s is refused', async (_, contenu, key) => {
    const refused = importer(contenu === '' ? header : contenu);
    await expect(refused).rejects.toMatchObject({ status: 400, errors: { contenu: [{ key }] } });
  });

  test('with a line that cannot be read counts it as unsettled', async () => {
    const made = await importer(
      `${header}\n2025-06-15,mtn,1,X,,,dix,EUR,SUCCESSFUL\n2025-06-15,mtn,2,X,,,10,EUR,SUCCESSFUL\n2025-06-15,airtel,3,X,,,10,XAF,TS\n`,
    );
    expect(made).toMatchObject({ lignes: 1, illisibles: 1, a_resoudre: 2 });
  });

  test('that was imported is neither changed nor thrown away', async () => {
    const [{ id } = { id: 0 }] = await caisse.db.rows<{ id: number }>('select id from releves limit 1');
    await expect(caisse.db.records.update(mireille, releves, id, { operateur: 'airtel_money' })).rejects.toMatchObject({
      status: 409,
    });
    await expect(caisse.db.records.remove(mireille, releves, id)).rejects.toMatchObject({ status: 409 });
    await expect(caisse.db.rows('update lignes_releve set montant = 1')).rejects.toThrow('never rewritten');
  });
});
