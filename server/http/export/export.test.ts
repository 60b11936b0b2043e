import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../tests/api.ts';
import { cellsOf, unzip } from '../../integrations/tableur/xlsx/open-xlsx.ts';

let api: TestApi;
let paul: Send;

beforeAll(async () => {
  api = await testApi();
  paul = await api.as(api.people.paul);
  const chantal = await api.as(api.people.chantal);
  const made = { prenom: 'Jean Baptiste', telephone: '06 123 45 67', date_naissance: '1984-05-17', notes: '=1+1' };
  await paul('POST', '/clients', { nom: 'KONGO', ...made });
  await paul('POST', '/clients', { nom: 'NGUEMA; "Fils"', categorie: 'entreprise' });
  await chantal('POST', '/clients', { nom: 'ETRANGER' });
});
afterAll(() => api.close());

test('a branch takes out its own rows, with the columns and words that its people see', async () => {
  const { headers, text } = await paul(
    'GET',
    '/clients/export?ordering=nom&fields=nom,categorie,telephone,succursale_id,notes',
  );
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(text.split('\r\n')).toEqual([
    'Nom;Catégorie;Téléphone;Succursale;Notes internes',
    "KONGO;Particulier;+242 06 123 4567;INTIA-Douala;'=1+1",
    '"NGUEMA; ""Fils""";Entreprise;;INTIA-Douala;',
    '',
  ]);
});

test('in English for an English reader', async () => {
  const { text } = await paul('GET', '/clients/export?nom=KONGO&fields=nom,categorie', undefined, {
    'accept-language': 'en',
  });
  expect(text).toBe('Last name;Category\r\nKONGO;Individual\r\n');
});

test('the workbook holds the same rows, typed, on a sheet of that name', async () => {
  const { access } = await api.signIn(api.people.paul.email);
  const response = await fetch(`${api.origin}/api/v1/clients/export?format=xlsx&ordering=nom`, {
    headers: { authorization: `Bearer ${access}` },
  });
  const files = unzip(Buffer.from(await response.arrayBuffer()));
  const [header = [], kongo = [], ...others] = cellsOf(files.get('xl/worksheets/sheet1.xml') ?? '');
  const at = (title: string) => header.find(({ value }) => value === title)?.at.replace(/\d+/, '');
  const of = (title: string) => kongo.find((cell) => cell.at === `${at(title)}2`);
  expect(others).toHaveLength(1);
  expect(of('Nom')).toMatchObject({ type: 'inlineStr', value: 'KONGO' });
  expect(of('Téléphone')).toMatchObject({ type: 'inlineStr', value: '+242061234567' });
  expect(of('Date de naissance')).toMatchObject({ type: 'n', value: '30819' });
  expect(of('Notes internes')).toMatchObject({ type: 'inlineStr', value: '=1+1' });
  expect(files.get('xl/workbook.xml')).toContain('<sheet name="Clients"');
});

test('without the right to export nothing leaves, and a wrong filter is answered, not sent as a file', async () => {
  const awa = await api.as(api.people.awa);
  const refused = await awa('GET', '/clients/export');
  expect(refused.status).toBe(403);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect((await paul('GET', '/clients/export?inconnu=1')).status).toBe(400);
  expect((await paul('GET', '/clients/export?format=pdf')).body).toMatchObject({
    errors: { format: [expect.any(String)] },
  });
});
