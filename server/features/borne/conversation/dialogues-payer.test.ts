import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeContrat, pay } from '../../assurance/factory.ts';
import { KONGO, type Standard, standard } from './conversation.fixture.ts';
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
    await jouer(ici, KONGO, [
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
    await jouer(ici, KONGO, [
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
    await jouer(ici, KONGO, [
      ['', ...accueil],
      ['4', 'Vos contrats en retard', '1. POL001 : 15 000 FCFA', '0. Retour'],
      ['1', 'Payer 15 000 FCFA avec MTN Money (06 123 45 67) ?', '1. Oui', '2. Avec Airtel Money', '0. Retour'],
      ['1', 'Vous allez recevoir une demande de paiement de 15 000 FCFA. Composez votre code.'],
    ]);
    expect(ici.demandes).toMatchObject([{ montant: 15_000, type: 'rattrapage' }]);
  });

  test('a payment under way is refused on a screen that leads back to the menu', async () => {
    ici.occupees.add(retard);
    await jouer(ici, KONGO, [
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
