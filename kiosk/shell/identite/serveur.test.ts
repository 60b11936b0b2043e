import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Borne, openBorne } from '../../../server/http/borne/borne.fixture.ts';
import { openTerminaux, type Terminaux } from '../../../server/http/borne/terminal.fixture.ts';
import { ouvrirIdentite } from './identite.ts';

let borne: Borne;
let terminaux: Terminaux;
const dossier = mkdtempSync(path.join(tmpdir(), 'identite-'));

beforeAll(async () => {
  borne = await openBorne();
  terminaux = await openTerminaux(borne);
});
afterAll(async () => {
  await borne.close();
  rmSync(dossier, { recursive: true });
});

const open = () => ouvrirIdentite(dossier, { serveur: borne.api.origin, version: '1.4.0', noter: () => undefined });

test('the real server enrols a terminal once by a code, knows it by its token, and refuses the code the second time', async () => {
  const id = await terminaux.creer('Hall de Douala');
  const code = await terminaux.code(id);
  expect(await open().enroler(code.toLowerCase())).toMatchObject({
    statut: 'enrolee',
    borne: { nom: 'Hall de Douala' },
  });

  const jeton = open().jeton();
  expect((await terminaux.contact(jeton ?? '')).status).toBe(200);

  const again = await open().enroler(code);
  expect(again).toEqual({ statut: 'refus', raison: 'code', message: expect.stringMatching(/code/i) });
  expect(open().jeton()).toBe(jeton);

  await terminaux.revoquer(id);
  expect((await terminaux.contact(jeton ?? '')).status).toBe(401);
});
