import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Cast, cast } from '../../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import { systemCaller } from '../../../core/jobs/system.ts';
import { startWorker, type Worker } from '../../../core/jobs/worker.ts';
import { openMail } from '../../../integrations/mail/mail.ts';
import { smtpServer } from '../../../integrations/mail/smtp-server.fixture.ts';
import { cellsOf, unzip } from '../../../integrations/tableur/xlsx/open-xlsx.ts';
import { envoyerUnDu } from './enregistres/planifier.ts';
import { rapportsEnregistres } from './enregistres/resource.ts';
import { rapportsJobs } from './jobs.ts';
import { bornes } from './periodes.ts';

let db: TestDatabase;
let people: Cast;
let smtp: Awaited<ReturnType<typeof smtpServer>>;
let worker: Worker;

beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
  smtp = await smtpServer();
  const mail = openMail({ url: smtp.url, from: 'Guichet <guichet@intia.test>' });
  worker = await startWorker(db.url, db.database, rapportsJobs({ ...db, mail, url: 'https://guichet.test' }));
  await db.rows(`insert into clients (nom, succursale_id) values ('KONGO', $1), ('ATANGANA', $2)`, [
    people.douala,
    people.yaounde,
  ]);
});
afterAll(async () => {
  await worker.stop();
  await smtp.close();
  await db.close();
});
beforeEach(() => {
  smtp.messages.length = 0;
  smtp.recipients.length = 0;
});

describe('the moment at which something planned is due', () => {
  test.each([
    ['quotidienne', null, 7, '2026-11-21T06:59:59+01:00', '2026-11-21T07:00:00+01:00'],
    ['quotidienne', null, 7, '2026-11-21T07:00:00+01:00', '2026-11-22T07:00:00+01:00'],
    ['quotidienne', null, 0, '2026-12-31T23:30:00+01:00', '2027-01-01T00:00:00+01:00'],
    ['hebdomadaire', 1, 8, '2026-11-21T12:00:00+01:00', '2026-11-23T08:00:00+01:00'],
    ['hebdomadaire', 6, 8, '2026-11-21T07:59:00+01:00', '2026-11-21T08:00:00+01:00'],
    ['hebdomadaire', 6, 8, '2026-11-21T08:00:00+01:00', '2026-11-28T08:00:00+01:00'],
    ['mensuelle', 31, 6, '2028-01-30T00:00:00+01:00', '2028-01-31T06:00:00+01:00'],
    ['mensuelle', 31, 6, '2028-01-31T06:00:00+01:00', '2028-02-29T06:00:00+01:00'],
    ['mensuelle', 31, 6, '2028-02-29T06:00:00+01:00', '2028-03-31T06:00:00+01:00'],
    ['mensuelle', 30, 6, '2027-01-30T06:00:00+01:00', '2027-02-28T06:00:00+01:00'],
    ['mensuelle', 1, 23, '2026-12-01T23:00:00+01:00', '2027-01-01T23:00:00+01:00'],
    ['aucune', null, null, '2026-11-21T07:00:00+01:00', null],
  ])('%s, on day %s at %s, after %s', async (planification, jour, heure, apres, due) => {
    const [row] = await db.rows<{ at: Date | null }>('select prochaine_echeance($1, $2, $3, $4) as at', [
      ...[planification, jour, heure, apres],
    ]);
    expect(row?.at?.toISOString() ?? null).toBe(due && new Date(due).toISOString());
  });
});

test.each([
  ['aujourd_hui', '2028-03-01', '2028-03-01', '2028-03-01'],
  ['hier', '2028-03-01', '2028-02-29', '2028-02-29'],
  ['semaine_en_cours', '2026-11-22', '2026-11-16', '2026-11-22'],
  ['semaine_precedente', '2026-11-23', '2026-11-16', '2026-11-22'],
  ['mois_en_cours', '2026-11-21', '2026-11-01', '2026-11-21'],
  ['mois_precedent', '2028-03-31', '2028-02-01', '2028-02-29'],
  ['annee_en_cours', '2026-11-21', '2026-01-01', '2026-11-21'],
  ['annee_precedente', '2026-11-21', '2025-01-01', '2025-12-31'],
] as const)('%s, seen from %s', (periode, jour, du, au) => {
  expect(bornes(periode, jour)).toEqual({ du, au });
});

const plan = { nom: 'Clients, à l’aube', rapport: 'clients', planification: 'quotidienne', heure: 6 };
const save = async (body: object = {}, who = people.paul) =>
  (await db.records.create(await who.caller(), rapportsEnregistres, { ...plan, ...body })).id;
/** As if its moment had come some days ago. */
const fallDue = (id: number) =>
  db.rows(`update rapports_enregistres set prochain_le = now() - interval '3 days' where id = $1`, [id]);
const look = async (id: number) =>
  (
    await db.rows<{ suspendu: boolean; dernier_resultat: string; prochain_le: Date | null; dernier_le: Date }>(
      'select suspendu, dernier_resultat, prochain_le, dernier_le from rapports_enregistres where id = $1',
      [id],
    )
  )[0];
const attached = (message: string) =>
  Buffer.from(/base64\r\n(?:[\w-]+:.*\r\n)*\r\n([\w+/=\r\n]+?)\r\n-/.exec(message)?.[1] ?? '', 'base64');

test('is made with its owner’s rights and sent with the file, once however many look, made up for once', async () => {
  const id = await save({ destinataires: ['direction@intia.example', 'audit@intia.example'] });
  await fallDue(id);
  const taken = await Promise.all([1, 2, 3].map(() => envoyerUnDu(db.database, systemCaller)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await envoyerUnDu(db.database, systemCaller)).toBe(false);
  expect((await look(id))?.prochain_le?.getTime()).toBeGreaterThan(Date.now());
  await expect.poll(() => smtp.messages.length, { timeout: 15_000 }).toBe(2);
  expect(smtp.recipients.sort()).toEqual(['<audit@intia.example>', '<direction@intia.example>']);
  const rows = cellsOf(unzip(attached(smtp.messages[0] ?? '')).get('xl/worksheets/sheet1.xml') ?? '');
  expect(rows.map(([first]) => first?.value)).toEqual([
    ...['Nom', 'KONGO', 'Sous-total Particulier (1 ligne)', 'Total (1 ligne)'],
  ]);
  await expect.poll(async () => (await look(id))?.dernier_resultat).toBe('Envoyé. Lignes : 1.');
  const kept = await db.rows(`select auteur, surface from journal where action = 'exporter'`);
  expect(kept).toEqual([{ auteur: 'Paul EKAMBI', surface: 'systeme' }]);
  await db.records.remove(await people.paul.caller(), rapportsEnregistres, id);
});

test('stops where its owner may no longer, and says so', async () => {
  const rights = (droits: object) =>
    db.rows('update utilisateurs set droits = $2 where id = $1', [people.paul.id, JSON.stringify(droits)]);
  const id = await save();
  await rights({ clients: { exporter: false } });
  await fallDue(id);
  expect(await envoyerUnDu(db.database, systemCaller)).toBe(true);
  expect(await look(id)).toMatchObject({
    suspendu: true,
    prochain_le: null,
    dernier_resultat: expect.stringContaining('n’a plus le droit de produire ce rapport : les envois sont suspendus.'),
  });
  await rights({});
  await expect.poll(async () => (await db.actors.find(people.paul.id))?.actor.droits.utilisateur).toEqual({});
  const paul = await people.paul.caller();
  expect(await db.records.act(paul, rapportsEnregistres, id, 'reprendre', {})).toMatchObject({ suspendu: false });
  expect((await look(id))?.prochain_le?.getTime()).toBeGreaterThan(Date.now());
  await fallDue(id);
  await db.rows('update utilisateurs set actif = false where id = $1', [people.paul.id]);
  await envoyerUnDu(db.database, systemCaller);
  expect((await look(id))?.dernier_resultat).toBe(
    'Le compte du propriétaire n’est plus actif : les envois sont suspendus.',
  );
  await db.rows('update utilisateurs set actif = true where id = $1', [people.paul.id]);
  expect(smtp.messages).toEqual([]);
});

test('is its owner’s; shared, others of the succursale read and run it', async () => {
  await expect.poll(async () => (await db.actors.find(people.paul.id))?.actor.id).toBe(people.paul.id);
  const id = await save({ nom: 'À moi', planification: 'aucune', heure: null });
  const seen = async (who: 'paul' | 'awa' | 'chantal' | 'mireille') => {
    const caller = await people[who].caller();
    return db.records.get(caller, rapportsEnregistres, id).then(
      () => true,
      () => false,
    );
  };
  const all = () => Promise.all((['paul', 'awa', 'chantal', 'mireille'] as const).map(seen));
  expect(await all()).toEqual([true, false, false, true]);
  await db.records.update(await people.paul.caller(), rapportsEnregistres, id, { partage: true });
  expect(await all()).toEqual([true, true, false, true]);
  const awa = await people.awa.caller();
  await expect(db.records.update(awa, rapportsEnregistres, id, { nom: 'À elle' })).rejects.toMatchObject({
    status: 403,
  });
  await expect(db.records.remove(awa, rapportsEnregistres, id)).rejects.toMatchObject({ status: 403 });
  await expect(db.records.act(awa, rapportsEnregistres, id, 'executer', {})).rejects.toMatchObject({ status: 403 });
  const paul = await people.paul.caller();
  const { resultat } = await db.records.act(paul, rapportsEnregistres, id, 'executer', {});
  expect(resultat).toMatchObject({ export: { rapport: 'clients', statut: 'en_attente', rapport_enregistre_id: id } });
});

test.each([
  [{ planification: 'hebdomadaire' }, 'jour'],
  [{ planification: 'hebdomadaire', jour: 8 }, 'jour'],
  [{ jour: 3 }, 'jour'],
  [{ heure: null }, 'heure'],
  [{ planification: 'aucune' }, 'heure'],
  [{ filtres: { faux: 1 } }, 'filtres.faux'],
  [{ colonnes: ['faux'] }, 'colonnes'],
  [{ grouper_par: 'faux' }, 'grouper_par'],
  [{ destinataires: ['x'] }, 'destinataires.0'],
  [{ destinataires: Array.from({ length: 11 }, (_, i) => `a${i}@b.cg`) }, 'destinataires'],
])('%j is refused, naming %s', async (body, field) => {
  await expect(save(body)).rejects.toMatchObject({ status: 400, errors: { [field]: expect.anything() } });
});
