import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../api.ts';

let api: TestApi;
let paul: Send;
let mireille: Send;
let esther: Send;

interface Line {
  action: string;
  resultat: string;
  auteur: string;
  role: string;
  objet: string;
  objet_id: number;
  motif: string | null;
  avant: Record<string, unknown> | null;
  apres: Record<string, unknown> | null;
  details: Record<string, unknown> | null;
  succursale_id: number | null;
  requete_id: string;
  adresse_ip: string;
}

beforeAll(async () => {
  api = await testApi();
  paul = await api.as(api.people.paul);
  mireille = await api.as(api.people.mireille);
  esther = await api.as(api.people.esther);
});
afterAll(() => api.close());

const journal = async (send: Send, query = '') =>
  (await send<{ results: Line[] }>('GET', `/journal?${query}`)).body.results;

describe('the journal', () => {
  test('keeps who changed what, from where, before and after, in the words of then', async () => {
    const { body: made } = await paul('POST', '/clients', { nom: 'AVANT', ville: 'Douala' });
    const { headers } = await paul('PATCH', `/clients/${made.id}`, { nom: 'APRES', notes: 'fidèle' });
    const [line] = await journal(mireille, `ressource=clients&objet_id=${made.id}&action=modifier`);
    expect(line).toMatchObject({
      auteur: 'Paul EKAMBI',
      role: 'gestionnaire',
      objet: 'APRES',
      avant: { nom: 'AVANT', notes: null },
      apres: { nom: 'APRES', notes: 'fidèle' },
      succursale_id: api.people.douala,
      requete_id: headers.get('x-request-id'),
      adresse_ip: '127.0.0.1',
    });
  });

  test('hides the past of a field from whoever may not see the field', async () => {
    const { body: made } = await paul('POST', '/clients', { nom: 'SECRET', notes: 'confidence' });
    const [seen] = await journal(paul, `objet_id=${made.id}&ressource=clients`);
    expect(seen?.apres).toHaveProperty('notes', 'confidence');
    const text = (await esther('GET', `/journal?objet_id=${made.id}&ressource=clients`)).text;
    expect(text).toContain('SECRET');
    expect(text).not.toContain('confidence');
    expect((await esther('GET', `/clients/${made.id}/historique`)).text).not.toContain('confidence');
    expect((await esther('GET', '/journal/export?format=csv')).text).not.toContain('confidence');
  });

  test('keeps why a dangerous thing was done', async () => {
    const { body: made } = await paul('POST', '/agents', { nom: 'A', telephone: '+242055550001' });
    await paul('POST', `/agents/${made.id}/suspendre`, { motif: 'Caisse non remise' });
    const [line] = await journal(mireille, 'action=suspendre');
    expect(line).toMatchObject({
      motif: 'Caisse non remise',
      avant: { statut: 'actif' },
      apres: { statut: 'suspendu' },
    });
  });

  test('keeps what was refused: no right, another’s row, a stale write, a rule', async () => {
    const { body: made } = await mireille('POST', '/clients', { nom: 'A YAOUNDE', succursale_id: api.people.yaounde });
    await paul('DELETE', `/clients/${made.id}`);
    await paul('POST', '/succursales', { code: 'X', nom: 'X', ville: 'X', pays: 'CG' });
    await paul('GET', '/cles_api');
    await paul('GET', '/succursales/export');
    const { body: agent } = await paul('POST', '/agents', { nom: 'A', telephone: '+242055550002' });
    await paul('POST', `/agents/${agent.id}/reactiver`);
    await paul('PATCH', `/agents/${agent.id}`, { nom: 'B' }, { 'if-match': '"7"' });
    const lines = await journal(mireille, `resultat=refuse&utilisateur_id=${api.people.paul.id}`);
    expect(lines.map(({ action, details }) => `${action} ${details?.code}`).reverse()).toEqual([
      'supprimer introuvable',
      'creer interdit',
      'lire interdit',
      'exporter interdit',
      'reactiver refuse',
      'modifier perime',
    ]);
  });

  test('keeps exports with their filter', async () => {
    await paul('GET', '/clients/export?format=csv&ville=Douala');
    expect((await journal(mireille, 'action=exporter&resultat=reussi&ressource=clients'))[0]?.details).toEqual({
      filtre: 'ville=Douala',
    });
  });

  test('shows a succursale its own lines only, and nobody may write in it', async () => {
    await (await api.as(api.people.chantal))('POST', '/clients', { nom: 'CHEZ CHANTAL' });
    expect((await paul('GET', '/journal?page_size=200')).text).not.toContain('CHEZ CHANTAL');
    for (const [method, path] of [
      ['POST', ''],
      ['PATCH', '/1'],
      ['DELETE', '/1'],
    ] as const) {
      expect(
        (await mireille(method, `/journal${path}`, method === 'DELETE' ? undefined : { auteur: 'x' })).status,
      ).toBe(403);
    }
  });

  test('an unchanged save leaves no line and no new revision', async () => {
    const { body: made } = await paul('POST', '/clients', { nom: 'PAREIL' });
    const { body } = await paul('PATCH', `/clients/${made.id}`, { nom: 'PAREIL' });
    expect(body.revision).toBe(1);
    expect(await journal(mireille, `objet_id=${made.id}&ressource=clients&action=modifier`)).toEqual([]);
  });
});
