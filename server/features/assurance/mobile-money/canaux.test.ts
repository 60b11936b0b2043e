import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../../core/access.ts';
import { Problem } from '../../../core/errors.ts';
import { say } from '../../../core/messages/messages.ts';
import { act } from '../../../core/records/act.ts';
import { transact } from '../../../core/records/transaction.ts';
import { souscriptions } from '../souscriptions/resource.ts';
import { type Caisse, openCaisse } from './caisse.fixture.ts';

let caisse: Caisse;
let mireille: Caller;
beforeAll(async () => {
  caisse = await openCaisse();
  mireille = await caisse.people.mireille.caller();
});
afterAll(() => caisse.close());

const verb = (id: number, name: string, body: object = {}) =>
  transact(caisse.db.database, mireille, (tx) => act(tx, souscriptions, id, name, body));
const cash = (id: number) => verb(id, 'encaisser', { montant: 500, mode_paiement: 'especes' });

describe('9. the same instalment is not paid twice', () => {
  test('twenty at once, from kiosk, USSD, telephone and staff: one attempt, nineteen clear refusals', async () => {
    const souscription = await caisse.souscrire();
    const surfaces = ['borne', 'systeme', 'api', 'panneau'] as const;
    const asking = Array.from({ length: 20 }, (_, i) => {
      const surface = surfaces[i % 4] as Caller['surface'];
      return caisse.demander(
        souscription,
        { operateur: i % 2 ? 'mtn_money' : 'airtel_money' },
        { ...mireille, surface },
      );
    });
    const told = await Promise.allSettled(asking);
    const refused = told.flatMap((each) => (each.status === 'rejected' ? [each.reason as Problem] : []));
    expect(refused).toHaveLength(19);
    for (const problem of refused) {
      expect(problem).toBeInstanceOf(Problem);
      expect(problem.status).toBe(409);
      expect(say('fr', problem.said)).toBe('Un paiement est déjà en cours de vérification pour cette souscription.');
    }
    const [made] = await caisse.db.rows<{ reference: string }>(
      'select reference from tentatives where souscription_id = $1',
      [souscription],
    );
    await caisse.envoyer(made?.reference as string);
    await caisse.passer(5000);
    expect(caisse.debits(made?.reference as string)).toHaveLength(1);
    expect(await caisse.souscription(souscription)).toEqual({ statut: 'activee', paye: 500 });
  });

  test('what arrives for an instalment that cash has settled meanwhile is kept as credit, and told', async () => {
    const souscription = await caisse.souscrire();
    const { reference } = await caisse.demander(souscription);
    await caisse.envoyer(reference);
    await cash(souscription);
    await caisse.passer(5000);
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'reussie' });
    expect(await caisse.souscription(souscription)).toEqual({ statut: 'activee', paye: 1000 });
    expect(await caisse.ecarts(`souscription_id = ${souscription}`)).toMatchObject([
      { classe: 'deja_regle', statut: 'ouvert' },
    ]);
  });

  test('the next instalment is another payment, and no discrepancy', async () => {
    const souscription = await caisse.souscrire();
    for (const paye of [500, 1000, 1500]) {
      const { reference } = await caisse.demander(souscription);
      await caisse.envoyer(reference);
      await caisse.passer(5000);
      expect(await caisse.souscription(souscription)).toEqual({ statut: 'activee', paye });
    }
    expect(await caisse.ecarts(`souscription_id = ${souscription}`)).toEqual([]);
  });

  test('a success after the cancellation is kept and told: money is never lost', async () => {
    const souscription = await caisse.souscrire();
    const { reference, numero } = await caisse.demander(souscription);
    await caisse.envoyer(reference);
    await verb(souscription, 'annuler', { motif: 'Le client a changé d’avis' });
    await caisse.passer(5000);
    expect(await caisse.etat(numero)).toMatchObject({ etat: 'reussi' });
    expect(await caisse.souscription(souscription)).toEqual({ statut: 'annulee', paye: 500 });
    expect(await caisse.ecarts(`souscription_id = ${souscription}`)).toMatchObject([
      { classe: 'souscription_terminee', statut: 'ouvert' },
    ]);
  });

  test('what was never sent is not sent for a souscription that has ended', async () => {
    const souscription = await caisse.souscrire();
    const { reference, numero } = await caisse.demander(souscription);
    await verb(souscription, 'annuler', { motif: 'Le client a changé d’avis' });
    await caisse.envoyer(reference);
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'echouee', envois: 0, motif_code: 'annulee' });
    expect(await caisse.etat(numero)).toMatchObject({ etat: 'echoue' });
    expect(caisse.debits(reference)).toHaveLength(0);
  });

  test('another amount than was asked for is not credited by itself, and is credited by a person', async () => {
    const souscription = await caisse.souscrire();
    caisse.sandbox.control.scenario({ next: 1, scenario: ['amount-mismatch'] });
    const { reference } = await caisse.demander(souscription);
    await caisse.envoyer(reference);
    await caisse.passer(5000);
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'inconnue', a_revoir: true });
    expect(await caisse.souscription(souscription)).toEqual({ statut: 'en_attente', paye: 0 });
    const [ecart] = await caisse.ecarts(`souscription_id = ${souscription}`);
    expect(ecart).toMatchObject({ classe: 'ecart', montant_attendu: 500, montant_constate: 501, verifie: true });
    const { ecarts } = await import('./ecarts/resource.ts');
    const { id } = ecart as unknown as { id: number };
    const credit = () =>
      transact(caisse.db.database, mireille, (tx) => act(tx, ecarts, id, 'crediter', { motif: 'Reçu de MTN vu' }));
    expect(await credit()).toMatchObject({ statut: 'resolu', resolution: 'Reçu de MTN vu' });
    await expect(credit()).rejects.toMatchObject({ status: 409 });
    expect(await caisse.souscription(souscription)).toEqual({ statut: 'activee', paye: 501 });
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'echouee' });
  });
});
