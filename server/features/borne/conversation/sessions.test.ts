import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeClient } from '../../clients/factory.ts';
import { type Standard, standard } from './conversation.fixture.ts';
import { converser } from './conversation.ts';

let ici: Standard;
beforeAll(async () => {
  ici = await standard();
});
afterAll(() => ici.close());

let telephone: string;
let dernier = 0;
beforeEach(async () => {
  ici.demandes.length = 0;
  dernier += 1;
  telephone = `+24206555${String(dernier).padStart(4, '0')}`;
  await makeClient(ici.db.database, { nom: 'MABIALA', telephone, succursale_id: ici.people.siege });
});

/** As if all that was said so far had been said some minutes earlier. */
const vieillir = (minutes: number) =>
  ici.db.rows(
    `update conversations set modifie_le = modifie_le - $1 * interval '1 minute', expire_le = expire_le - $1 * interval '1 minute'
     where telephone = $2`,
    [minutes, telephone],
  );

describe('a session that broke off', () => {
  async function jusquaLaRevue() {
    const appel = ici.appel(telephone);
    await appel.composer();
    for (const saisie of ['1', '2', '750']) await appel.taper(saisie);
    expect((await appel.taper('1')).texte).toContain('750 FCFA par mois');
    return appel;
  }

  test('is taken up where it was, once, and pays once', async () => {
    const premier = await jusquaLaRevue();
    await premier.coupure();
    const second = ici.appel(telephone);
    expect((await second.composer()).texte).toMatch(/^Assurance PASS\n1\. Reprendre\n2\. Souscrire/);
    expect((await second.taper('1')).texte).toContain('750 FCFA par mois');
    await second.taper('1');
    expect((await second.taper('1')).fin).toBe(true);
    expect(ici.demandes).toMatchObject([{ montant: 750, telephone }]);
    expect((await ici.appel(telephone).composer()).texte).not.toContain('Reprendre');
  });

  test('is offered to that telephone alone', async () => {
    await (await jusquaLaRevue()).coupure();
    expect((await ici.appel('+242069990000').composer()).texte).not.toContain('Reprendre');
    expect((await ici.appel(telephone, 'chatbot').composer()).texte).not.toContain('Reprendre');
  });

  test('is offered also when nothing told of the end, but not for ever', async () => {
    await jusquaLaRevue();
    await vieillir(29);
    expect((await ici.appel(telephone).composer()).texte).toContain('1. Reprendre');
    await jusquaLaRevue();
    await vieillir(31);
    expect((await ici.appel(telephone).composer()).texte).not.toContain('Reprendre');
  });

  test('leaves nothing to resume when nothing had been chosen', async () => {
    await ici.appel(telephone).composer();
    expect((await ici.appel(telephone).composer()).texte).not.toContain('Reprendre');
  });

  test('is not gone on with under its old name: the next input finds the menu', async () => {
    const appel = await jusquaLaRevue();
    await appel.coupure();
    const { texte, fin } = await appel.taper('1');
    expect(texte).toMatch(/^Assurance PASS\n1\. Reprendre/);
    expect(fin).toBe(false);
    expect(ici.demandes).toEqual([]);
  });

  test('a state that an older version left is begun anew', async () => {
    const appel = await jusquaLaRevue();
    await ici.db.rows(`update conversations set etat = '{"ecran": "disparu"}' where telephone = $1`, [telephone]);
    expect((await appel.taper('1')).texte).toMatch(/^Assurance PASS\n1\. Souscrire/);
  });
});

describe('the same request twice', () => {
  const demande = (session_id: string, mode: 'debut' | 'suite', saisie: string, cle?: string) =>
    converser(ici.db.database, { canal: 'ussd', session_id, telephone, mode, saisie, cle }, ici.moyens);

  test('side by side, at every step: the same screens, one souscription, one payment', async () => {
    const avant = await ici.compter('souscriptions');
    const saisies = ['1', '2', '500', '1', '1', '1'];
    await Promise.all([demande('double', 'debut', '', 'a'), demande('double', 'debut', '', 'a')]);
    for (const [i, saisie] of saisies.entries()) {
      const reponses = await Promise.all([1, 2, 3].map(() => demande('double', 'suite', saisie, `b${i}`)));
      expect(new Set(reponses.map((each) => JSON.stringify(each))).size, saisie).toBe(1);
      expect(reponses[0]?.fin).toBe(i === saisies.length - 1);
    }
    expect(await ici.compter('souscriptions')).toBe((avant ?? 0) + 1);
    expect(ici.demandes).toHaveLength(1);
  });

  test('a gateway without names for its requests repeats itself at once', async () => {
    const premier = await demande('muet', 'debut', '*128*6*6*1#');
    expect(await demande('muet', 'debut', '*128*6*6*1#')).toEqual(premier);
    const [une, autre] = await Promise.all([demande('muet', 'suite', '1'), demande('muet', 'suite', '1')]);
    expect(une.texte).toMatch(/^Quel PASS/);
    expect(autre).toEqual(une);
    await ici.db.rows(`update conversation_pas set cree_le = cree_le - interval '2 seconds'`);
    expect((await demande('muet', 'suite', '1')).texte).toMatch(/^PASS BATELA/);
  });

  test('two telephones under one session name are two conversations', async () => {
    await demande('commun', 'debut', '', 'a');
    await demande('commun', 'suite', '1', 'b');
    const autre = await converser(
      ici.db.database,
      { canal: 'ussd', session_id: 'commun', telephone: '+242069991111', mode: 'suite', saisie: '2', cle: 'b' },
      ici.moyens,
    );
    expect(autre.texte).toMatch(/^Assurance PASS/);
  });

  test('a name that a gateway uses again after the end begins a new conversation', async () => {
    await demande('reprise', 'debut', '', 'a');
    expect((await demande('reprise', 'suite', '0', 'b')).fin).toBe(true);
    expect((await demande('reprise', 'suite', '1', 'c')).texte).toMatch(/^Cette session est terminée/);
    expect((await demande('reprise', 'debut', '', 'a')).fin).toBe(false);
    expect((await demande('reprise', 'suite', '0', 'b')).fin).toBe(true);
  });

  test('a conversation that goes round in circles comes to an end', async () => {
    await demande('rond', 'debut', '', 'a');
    await ici.db.rows(`update conversations set pas = 200 where session_id = 'rond'`);
    expect(await demande('rond', 'suite', '1', 'b')).toMatchObject({ fin: true });
  });
});

test('what somebody agreed to is never changed', async () => {
  const appel = ici.appel(telephone);
  await appel.composer();
  for (const saisie of ['1', '1', '600', '1', '1']) await appel.taper(saisie);
  await expect(ici.db.rows(`update consentements set texte = 'x' where telephone = $1`, [telephone])).rejects.toThrow(
    'consent is never changed',
  );
  await expect(ici.db.rows('delete from consentements where telephone = $1', [telephone])).rejects.toThrow();
});

test('a failure of the till undoes the souscription as well, and is not swallowed', async () => {
  const avant = [await ici.compter('souscriptions'), await ici.compter('consentements')];
  const moyens = { ...ici.moyens, demanderPaiement: () => Promise.reject(new Error('till')) };
  const dire = (saisie: string, cle: string) =>
    converser(ici.db.database, { canal: 'ussd', session_id: 'panne', telephone, mode: 'suite', saisie, cle }, moyens);
  for (const [i, saisie] of ['', '1', '1', '600', '1'].entries()) await dire(saisie, `${i}`);
  await expect(dire('1', 'fin')).rejects.toThrow('till');
  expect([await ici.compter('souscriptions'), await ici.compter('consentements')]).toEqual(avant);
});
