import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AWA, type Standard, standard } from './conversation.fixture.ts';
import { jouer } from './dialogues.fixture.ts';

let ici: Standard;
beforeAll(async () => {
  process.env.GUICHET_AUJOURDHUI = '2026-06-15';
  ici = await standard();
});
afterAll(async () => {
  delete process.env.GUICHET_AUJOURDHUI;
  await ici.close();
});
beforeEach(() => {
  ici.demandes.length = 0;
});

const CONSENTEMENT =
  "PASS KIMIA : 500 FCFA par mois, 365 jours. Couvre : Décès par accident, etc. J'accepte les conditions et l'usage de mes données.";

describe('souscrire', () => {
  test('somebody new subscribes, and is asked to pay only after the end', async () => {
    await jouer(ici, AWA, [
      ['', 'Assurance PASS', '1. Souscrire un PASS', '2. Mes contrats', '3. English', '0. Quitter'],
      ['1', 'Quel PASS choisissez-vous ?', '1. PASS BATELA', '2. PASS KIMIA', '0. Retour'],
      ['2', 'PASS KIMIA : de 100 FCFA à 60 000 FCFA par versement. Quel montant ?', '0. Retour'],
      ['500 F', '500 FCFA : quand payez-vous ?', '1. par mois', '2. en une fois', '0. Retour'],
      ['1', 'Quel est votre nom de famille ?', '0. Retour'],
      ['NGANGA', 'Quel est votre prénom ?', '0. Retour'],
      ['Françoise', CONSENTEMENT, '1. Confirmer', '0. Retour'],
      ['1', 'Payer 500 FCFA avec MTN Money (06 111 22 33) ?', '1. Oui', '2. Avec Airtel Money', '0. Retour'],
      ['1', 'Vous allez recevoir une demande de paiement de 500 FCFA. Composez votre code.'],
    ]);
    const [souscription] = await ici.db.rows<{ id: number }>(
      `select s.id, s.canal, s.montant, s.periodicite, s.statut, s.agent_id, c.nom, c.prenom, c.telephone, v.code as succursale
       from souscriptions s join clients c on c.id = s.client_id join succursales v on v.id = c.succursale_id
       where c.telephone = $1`,
      [AWA],
    );
    expect(souscription).toMatchObject({
      canal: 'ussd',
      montant: 500,
      periodicite: 'mensuelle',
      statut: 'en_attente',
      agent_id: null,
      nom: 'NGANGA',
      prenom: 'Françoise',
      succursale: 'DG',
    });
    expect(ici.demandes).toEqual([
      {
        souscription_id: souscription?.id,
        montant: 500,
        operateur: 'mtn_money',
        telephone: AWA,
        type: 'souscription_initiale',
        apres: 5,
      },
    ]);
    const [preuve] = await ici.db.rows<{ donne_le: Date }>(
      'select canal, telephone, texte, donne_le from consentements where souscription_id = $1',
      [souscription?.id],
    );
    expect(preuve).toMatchObject({
      canal: 'ussd',
      telephone: AWA,
      texte: `${CONSENTEMENT}\n1. Confirmer\n0. Retour`,
    });
    expect(Math.abs(Date.now() - (preuve?.donne_le.valueOf() ?? 0))).toBeLessThan(60_000);
    const lignes = await ici.db.rows(
      `select auteur, surface, ressource, action from journal where ressource in ('clients', 'souscriptions') order by id desc limit 2`,
    );
    expect(lignes).toEqual([
      { auteur: 'USSD', surface: 'borne', ressource: 'souscriptions', action: 'creer' },
      { auteur: 'USSD', surface: 'borne', ressource: 'clients', action: 'creer' },
    ]);
  });

  test('whoever is known gives no name, and a product paid in one way does not ask how', async () => {
    await jouer(ici, AWA, [
      [
        '',
        'Assurance PASS',
        '1. Souscrire un PASS',
        '2. Payer ma cotisation',
        '3. Mes contrats',
        '4. English',
        '0. Quitter',
      ],
      ['1', 'Quel PASS choisissez-vous ?', '1. PASS BATELA', '2. PASS KIMIA', '0. Retour'],
      ['1', 'PASS BATELA : de 100 FCFA à 60 000 FCFA par versement. Quel montant ?', '0. Retour'],
      ['1 000', CONSENTEMENT.replace('KIMIA : 500', 'BATELA : 1 000'), '1. Confirmer', '0. Retour'],
      ['1', 'Payer 1 000 FCFA avec MTN Money (06 111 22 33) ?', '1. Oui', '2. Avec Airtel Money', '0. Retour'],
      ['2', 'Vous allez recevoir une demande de paiement de 1 000 FCFA. Composez votre code.'],
    ]);
    expect(ici.demandes).toMatchObject([{ montant: 1000, operateur: 'airtel_money' }]);
  });

  test('what was asked for and not paid is paid, not asked for twice', async () => {
    const before = await ici.compter('souscriptions');
    const { composer, taper } = ici.appel(AWA);
    await composer();
    for (const saisie of ['1', '2', '500', '1', '1']) await taper(saisie);
    expect((await taper('1')).fin).toBe(true);
    expect(await ici.compter('souscriptions')).toBe(before);
    expect(ici.demandes).toHaveLength(1);
  });

  test('a wrong input repeats the screen with the reason, and 0 goes back', async () => {
    await jouer(ici, '+242051112233', [
      ['', 'Assurance PASS', '1. Souscrire un PASS', '2. Mes contrats', '3. English', '0. Quitter'],
      [
        '7',
        'Choix non valable.',
        'Assurance PASS',
        '1. Souscrire un PASS',
        '2. Mes contrats',
        '3. English',
        '0. Quitter',
      ],
      ['1', 'Quel PASS choisissez-vous ?', '1. PASS BATELA', '2. PASS KIMIA', '0. Retour'],
      ['2', 'PASS KIMIA : de 100 FCFA à 60 000 FCFA par versement. Quel montant ?', '0. Retour'],
      [
        'beaucoup',
        'Un montant en chiffres.',
        'PASS KIMIA : de 100 FCFA à 60 000 FCFA par versement. Quel montant ?',
        '0. Retour',
      ],
      [
        '50',
        'De 100 FCFA à 60 000 FCFA seulement.',
        'PASS KIMIA : de 100 FCFA à 60 000 FCFA par versement. Quel montant ?',
        '0. Retour',
      ],
      ['0', 'Quel PASS choisissez-vous ?', '1. PASS BATELA', '2. PASS KIMIA', '0. Retour'],
      ['0', 'Assurance PASS', '1. Souscrire un PASS', '2. Mes contrats', '3. English', '0. Quitter'],
      ['3', 'PASS insurance', '1. Buy a PASS', '2. My policies', '3. Francais', '0. Leave'],
      ['0', 'Thank you for your visit. Goodbye.'],
    ]);
    const { texte } = await ici.appel('+242051112233').composer();
    expect(texte, 'the language is kept for the next time').toMatch(/^PASS insurance/);
  });

  test('a number of Cameroon is asked for its account, and Airtel is not offered there', async () => {
    const { composer, taper } = ici.appel('+237671234567');
    await composer();
    for (const saisie of ['1', '1', '500', 'EKAMBI', 'Paul']) await taper(saisie);
    const { texte } = await taper('1');
    expect(texte.split('\n')).toEqual([
      'Payer 500 FCFA depuis le 6 71 23 45 67. Quel compte ?',
      '1. Avec MTN Money',
      '0. Retour',
    ]);
  });
});
