import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeContrat, pay } from '../../assurance/factory.ts';
import { AWA, KONGO, type Standard, standard } from './conversation.fixture.ts';

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

/** What is typed, and the screen that comes, line by line; the last one ends the session. */
type Script = [saisie: string, ...lignes: string[]][];

async function jouer(telephone: string, script: Script) {
  const { composer, taper } = ici.appel(telephone);
  for (const [i, [saisie, ...lignes]] of script.entries()) {
    const { texte, fin } = i === 0 ? await composer() : await taper(saisie);
    expect(texte.split('\n'), `après « ${saisie} »`).toEqual(lignes);
    expect(fin, `après « ${saisie} »`).toBe(i === script.length - 1);
  }
}

const CONSENTEMENT =
  "PASS KIMIA : 500 FCFA par mois, 365 jours. Couvre : Décès par accident, etc. J'accepte les conditions et l'usage de mes données.";

describe('souscrire', () => {
  test('somebody new subscribes, and is asked to pay only after the end', async () => {
    await jouer(AWA, [
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
    await jouer(AWA, [
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
    await jouer('+242051112233', [
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

describe('payer', () => {
  let retard: number;
  beforeAll(async () => {
    const [client] = await ici.db.rows<{ id: number }>(
      `insert into clients (nom, prenom, telephone, succursale_id) values ('KONGO', 'Jean Baptiste', $1, $2) returning id`,
      [KONGO, ici.people.douala],
    );
    const base = {
      client_id: client?.id as number,
      succursale_id: ici.people.douala,
      periodicite: 'mensuelle',
      duree: 12,
      duree_unite: 'mois',
    } as const;
    retard = await makeContrat(ici.db.database, { ...base, police: 'POL001', date_effet: '2026-03-10', montant: 5000 });
    const ajour = await makeContrat(ici.db.database, {
      ...base,
      police: 'POL002',
      date_effet: '2026-06-01',
      montant: 2000,
    });
    await pay(ici.db.database, retard, 5000);
    await pay(ici.db.database, ajour, 2000);
    await ici.db.rows(`update souscriptions set statut = 'activee' where id = any($1)`, [[retard, ajour]]);
  });

  const accueil = [
    'Assurance PASS',
    '1. Souscrire un PASS',
    '2. Payer ma cotisation',
    '3. Mes contrats',
    '4. Rattrapage',
    '5. English',
    '0. Quitter',
  ];

  test('a sum of one’s own choice', async () => {
    await jouer(KONGO, [
      ['', ...accueil],
      ['2', 'Quel contrat payez-vous ?', '1. POL002 : à jour', '2. POL001 : 15 000 FCFA', '0. Retour'],
      [
        '2',
        'POL001. Reste à payer : 15 000 FCFA.',
        '1. Payer 15 000 FCFA',
        '2. Payer 5 000 FCFA',
        '3. Autre montant',
        '0. Retour',
      ],
      ['3', 'Quel montant, de 100 FCFA à 55 000 FCFA ?', '0. Retour'],
      ['7.500', 'Payer 7 500 FCFA avec MTN Money (06 123 45 67) ?', '1. Oui', '2. Avec Airtel Money', '0. Retour'],
      ['1', 'Vous allez recevoir une demande de paiement de 7 500 FCFA. Composez votre code.'],
    ]);
    expect(ici.demandes).toEqual([
      {
        souscription_id: retard,
        montant: 7500,
        operateur: 'mtn_money',
        telephone: KONGO,
        type: 'cotisation',
        apres: 5,
      },
    ]);
  });

  test('what is covered, until when, and what is left to pay', async () => {
    await jouer(KONGO, [
      ['', ...accueil],
      ['3', 'Vos contrats', '1. POL002 : à jour', '2. POL001 : 15 000 FCFA', '0. Retour'],
      [
        '2',
        'POL001',
        'P-POL001',
        "Couvert jusqu'au 09/04/2026",
        'Reste à payer : 15 000 FCFA',
        '1. Payer ma cotisation',
        '0. Retour',
      ],
      ['0', 'Vos contrats', '1. POL002 : à jour', '2. POL001 : 15 000 FCFA', '0. Retour'],
      ['0', ...accueil],
      ['0', 'Merci de votre visite. A bientot.'],
    ]);
  });

  test('catching up asks for all that is due', async () => {
    await jouer(KONGO, [
      ['', ...accueil],
      ['4', 'Vos contrats en retard', '1. POL001 : 15 000 FCFA', '0. Retour'],
      ['1', 'Payer 15 000 FCFA avec MTN Money (06 123 45 67) ?', '1. Oui', '2. Avec Airtel Money', '0. Retour'],
      ['1', 'Vous allez recevoir une demande de paiement de 15 000 FCFA. Composez votre code.'],
    ]);
    expect(ici.demandes).toMatchObject([{ montant: 15_000, type: 'rattrapage' }]);
  });

  test('a payment under way is refused on a screen that leads back to the menu', async () => {
    ici.occupees.add(retard);
    await jouer(KONGO, [
      ['', ...accueil],
      ['4', 'Vos contrats en retard', '1. POL001 : 15 000 FCFA', '0. Retour'],
      ['1', 'Payer 15 000 FCFA avec MTN Money (06 123 45 67) ?', '1. Oui', '2. Avec Airtel Money', '0. Retour'],
      ['1', 'La meme demande est en cours de traitement.', '1. Menu', '0. Retour'],
      ['1', ...accueil],
      ['0', 'Merci de votre visite. A bientot.'],
    ]);
    ici.occupees.clear();
    expect(ici.demandes).toEqual([]);
  });
});
