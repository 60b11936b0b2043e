import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demande, openTills, phones } from './clients.fixture.ts';
import { phrases } from './messages.ts';
import type { MobileMoney } from './mobile-money.ts';
import { codesMotif, type Motif } from './motifs.ts';
import { motifMtn } from './mtn/motifs.ts';

let world: Awaited<ReturnType<typeof openTills>>;
let atPost: Awaited<ReturnType<typeof openTills>>;

beforeAll(async () => {
  world = await openTills();
  atPost = await openTills({ magie: 'post' });
});
afterAll(async () => {
  await world.stop();
  await atPost.stop();
});

const line = (what: string, { code, brut, reessayable }: Motif) =>
  `${what} → ${code}, ${reessayable ? 'réessayer' : 'ne pas réessayer'} [${brut}] ${phrases.fr[code]}`;

/** What becomes of a payment by this number, as a person reads it. */
async function told(till: MobileMoney, telephone: string): Promise<string> {
  const asked = demande({ telephone });
  const what = telephone.slice(-3);
  const sent = await till.demander(asked);
  if (sent.issue === 'refusee') return line(`${what} refusée`, sent.motif);
  if (sent.issue === 'inconnue') return `${what} inconnue (${sent.detail}) ${phrases.fr.verification_en_cours}`;
  const etat = await till.consulter(asked.reference);
  return etat.etat === 'echouee' ? line(`${what} échouée`, etat.motif) : `${what} ${etat.etat}`;
}

const allTold = async (till: MobileMoney, numbers: string[]) => {
  const lines: string[] = [];
  for (const number of numbers) lines.push(await told(till, number));
  return lines;
};

const magic = Array.from({ length: 15 }, (_, index) => 450 + index);

describe('MTN', () => {
  test('its magic numbers, answered in the status', async () => {
    const numbers = [...magic.map((end) => `+46733123${end}`), '+46733123999'];
    expect(await allTold(world.tills.mtn, numbers)).toMatchSnapshot();
  });

  test('its magic numbers, answered in the request', async () => {
    expect(
      await allTold(
        atPost.tills.mtn,
        magic.map((end) => `+46733123${end}`),
      ),
    ).toMatchSnapshot();
  });

  test('numbers of Congo and Cameroon for the demo stand for the same cases', async () => {
    for (const end of magic) {
      const [own, congo, cameroon] = await allTold(world.tills.mtn, [
        `+46733123${end}`,
        `+242066000${end}`,
        `+237670000${end}`,
      ]);
      expect([congo, cameroon]).toEqual([own, own]);
    }
    expect(await told(world.tills.mtn, '+242066000470')).toMatchSnapshot();
  });

  test.each([
    ['string', 'solde_insuffisant', 'NOT_ENOUGH_FUNDS'],
    ['object', 'solde_insuffisant', 'NOT_ENOUGH_FUNDS'],
    ['unknown', 'autre', 'SOMETHING_NEW_AT_MTN'],
    ['absent', 'autre', ''],
  ])('a reason that is %s', async (form, code, brut) => {
    world.control.scenario({ msisdn: phones.mtn, scenario: [`reason:${form}`] });
    const asked = demande();
    await world.tills.mtn.demander(asked);
    expect(await world.tills.mtn.consulter(asked.reference)).toEqual({
      etat: 'echouee',
      motif: { code, brut, reessayable: true },
    });
    world.control.scenario({ msisdn: phones.mtn, scenario: [] });
  });

  test.each([
    [null, 'autre', ''],
    [{ code: 'APPROVAL_REJECTED' }, 'refusee_par_client', 'APPROVAL_REJECTED'],
    [{ message: 'NOT_ALLOWED' }, 'non_autorisee', 'NOT_ALLOWED'],
    ['constructor', 'autre', 'constructor'],
    [['EXPIRED'], 'autre', ''],
  ])('the reason %j is %s', (reason, code, brut) => {
    expect(motifMtn(reason)).toMatchObject({ code, brut });
  });
});

describe('Airtel', () => {
  const codes = ['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '24', '25', '26', '29'];

  test('its codes in the status: the numbers of the demo end in them', async () => {
    expect(
      await allTold(
        world.tills.airtel,
        codes.map((end) => `+2420550010${end}`),
      ),
    ).toMatchSnapshot();
  });

  test('its codes with HTTP 200 and success:false', async () => {
    const more = ['ROUTER001', 'ROUTER006', 'ROUTER115', 'ROUTER117', 'ROUTER119', 'ESB000008', 'SOMETHING_NEW'];
    const lines: string[] = [];
    for (const code of [...codes.map((end) => `DP008000010${end}`), 'DP00900001017', ...more]) {
      world.control.scenario({ msisdn: phones.airtel, scenario: [`200-success-false:${code}`] });
      lines.push(`${code}: ${await told(world.tills.airtel, phones.airtel)}`);
    }
    expect(lines).toMatchSnapshot();
  });

  test('an ambiguous status is no end: TA, then TS', async () => {
    world.control.scenario({ msisdn: phones.airtel, scenario: ['TA-then-TS'] });
    const asked = demande({ telephone: phones.airtel });
    await world.tills.airtel.demander(asked);
    expect(await world.tills.airtel.consulter(asked.reference)).toMatchObject({ etat: 'inconnu' });
    expect(await world.tills.airtel.consulter(asked.reference)).toMatchObject({ etat: 'reussie' });
  });
});

describe('what people read', () => {
  test('every reason is said in both languages, in a sentence, without the operator’s code', () => {
    expect(Object.keys(phrases.en)).toEqual(Object.keys(phrases.fr));
    for (const langue of ['fr', 'en'] as const) {
      const said = codesMotif.map((code) => phrases[langue][code]);
      expect(new Set(said).size).toBe(said.length);
      for (const sentence of said) expect(sentence).toMatch(/^[A-ZÀ-Ý][^_']+\.$/);
    }
  });
});
