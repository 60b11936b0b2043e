import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressed } from '../../admin/panel/adapter/addressed.ts';
import { viewIn } from '../../admin/panel/components/home/period.ts';
import { sectionsFor } from '../../admin/panel/components/home/sections.ts';
import type { Figures } from '../../admin/panel/figures.ts';
import type { Home } from '../../admin/panel/screens/dashboard.ts';
import { aujourdhui, plusJours } from '../../server/core/jours.ts';
import { portefeuille } from '../../server/features/rapports/chiffres/portefeuille.fixture.ts';
import type { Chiffre, Liste } from '../../server/features/rapports/chiffres/types.ts';
import { accueil } from '../../server/features.ts';
import { type Session, type TestPanel, testPanel } from './panel.ts';

/** The numbers of the home as the panel gives them: each the size and the sum of the list that it opens. */
let panel: TestPanel;

beforeAll(async () => {
  panel = await testPanel();
  await portefeuille(panel.db, panel.people);
  await panel.db.rows(
    `insert into anomalies (controle, objet, objet_id, succursale_id, resolu_le)
     values ('solde', 'SOU-1', 1, $1, null), ('solde', 'SOU-2', 2, $1, '2026-01-01'), ('solde', 'SOU-3', 3, $2, null)`,
    [panel.people.douala, panel.people.yaounde],
  );
});
afterAll(() => panel.close());

const du = plusJours(aujourdhui(), -24);
const homeOf = async (session: Session): Promise<Home> => (await session.get('/api/dashboard')).json as unknown as Home;
const figuresOf = async (session: Session, noms: string[], query = `du=${du}&au=${aujourdhui()}`): Promise<Figures> =>
  (await session.get(`/api/chiffres/${noms.join(',')}?${query}`)).json as unknown as Figures;

const filters = (filtre: Liste['filtre']) =>
  new URLSearchParams(Object.entries(filtre).map(([name, value]) => [`filters.${name}`, value])).toString();

/** How many rows the panel's list has, and what they add up to where the number says of what. */
async function opened(session: Session, { ressource, filtre, somme }: Liste) {
  const { json } = await session.list(ressource, `?${filters(filtre)}&perPage=1`);
  expect(json.notice, `${ressource} ${filters(filtre)}`).toBeUndefined();
  if (!somme) return { nombre: json.meta.total };
  const sum = await session.get(`/api/somme/${ressource}?champ=${somme}&${filters(filtre)}`);
  expect(sum.status, sum.text).toBe(200);
  return { nombre: json.meta.total, montant: sum.json.somme };
}

/** Every number that a figure shows, a few of the many that look alike. */
function numbersOf({ liste, nombre, montant, series }: Chiffre) {
  const points = series.flatMap((serie) => serie.points);
  const some = points.filter((point, i) => i % (point.nombre > 0 ? 9 : 60) === 0);
  const whole = liste && nombre !== undefined ? [{ liste, nombre, montant }] : [];
  const rows = series.flatMap(({ liste: own, points: parts }) => {
    const sum = (of: 'nombre' | 'montant') => parts.reduce((all, each) => all + (each[of] ?? 0), 0);
    return own ? [{ liste: own, nombre: sum('nombre'), montant: sum('montant') }] : [];
  });
  return [...whole, ...rows, ...some];
}

const everybody = ['mireille', 'paul', 'awa', 'chantal', 'esther'] as const;

describe.each(everybody)('the home of %s', (who) => {
  test('every number opens the list of the panel that has as many rows and the same sum', {
    timeout: 120_000,
  }, async () => {
    const session = await panel.as(panel.people[who]);
    const { chiffres: seen, totaux } = await homeOf(session);
    const { chiffres, erreurs } = await figuresOf(
      session,
      seen.map(({ nom }) => nom),
    );
    expect(erreurs).toEqual({});
    expect(Object.keys(chiffres)).toEqual(seen.map(({ nom }) => nom));
    let walked = 0;
    for (const chiffre of Object.values(chiffres)) {
      for (const { liste, nombre, montant } of numbersOf(chiffre)) {
        const found = await opened(session, liste);
        const where = `${chiffre.nom} ${JSON.stringify(liste)}`;
        expect(found.nombre, where).toBe(nombre);
        if (found.montant !== undefined && montant !== undefined) expect(found.montant, where).toBe(montant);
        walked++;
      }
    }
    expect(walked).toBeGreaterThan(40);
    for (const { ressource, filtre, count } of totaux)
      expect((await opened(session, { ressource, filtre })).nombre).toBe(count);
  });
});

test('one looks at the succursales within reach, and no further', async () => {
  const reach = async (who: (typeof everybody)[number]) =>
    (await homeOf(await panel.as(panel.people[who]))).succursales.map(({ id }) => id);
  expect(await reach('mireille')).toEqual(expect.arrayContaining([panel.people.douala, panel.people.yaounde]));
  expect(await reach('paul')).toEqual([panel.people.douala]);
  const paul = await panel.as(panel.people.paul);
  const { erreurs } = await figuresOf(paul, ['encaisse'], `succursale_id=${panel.people.yaounde}`);
  expect(erreurs.encaisse).toBeTruthy();
});

test('there is no number of what a person may not read', async () => {
  const awa = await panel.as(panel.people.awa);
  const { chiffres, totaux } = await homeOf(awa);
  expect(totaux).toEqual([]);
  expect(chiffres.map(({ nom }) => nom)).not.toContain('mouvements');
  const answer = await figuresOf(awa, ['mouvements', 'encaisse', 'rien']);
  expect(Object.keys(answer.chiffres)).toEqual(['encaisse']);
  expect(Object.keys(answer.erreurs)).toEqual(['mouvements', 'rien']);
  expect((await awa.get('/api/somme/anomalies?champ=id')).status).toBe(403);
});

test('strangers get neither figures, sums nor news; nonsense is refused by name', async () => {
  for (const path of ['/api/chiffres/encaisse', '/api/flux', '/api/somme/paiements?champ=montant'])
    expect((await panel.send(path)).status, path).toBe(302);
  const siege = await panel.as(panel.people.mireille);
  for (const path of [
    '/api/chiffres/encaisse?du=hier',
    '/api/somme/paiements?champ=rien',
    '/api/chiffres/encaisse?x=1',
  ])
    expect((await siege.get(path)).status, path).toBe(400);
});

describe('a session', () => {
  const lasts = async (cookie: string) => {
    const [, sid = ''] = /=s(?:%3A|:)([^.]+)\./.exec(cookie) ?? [];
    const [row] = await panel.db.rows<{ expire: Date }>('select expire from sessions where sid = $1', [sid]);
    return (row?.expire ?? new Date(0)).valueOf();
  };

  test('does not last by figures that refresh by themselves, but by those that somebody asks for', async () => {
    const { cookie, get } = await panel.as(panel.people.paul);
    await panel.db.rows(`update sessions set expire = now() + interval '1 minute'`);
    const before = await lasts(cookie);
    const alone = await get('/api/chiffres/encaisse', { 'x-guichet-veille': '1' });
    expect(alone.headers.getSetCookie()).toEqual([]);
    expect(await lasts(cookie)).toBe(before);
    await get('/api/chiffres/encaisse');
    expect(await lasts(cookie)).toBeGreaterThan(before + 60_000);
  });

  test('that ends takes the news with it', async () => {
    const { cookie, submit } = await panel.as(panel.people.paul);
    const news = await fetch(`${panel.origin}/admin/api/flux`, { headers: { cookie } });
    expect(news.headers.get('content-type')).toContain('text/event-stream');
    expect(news.headers.getSetCookie()).toEqual([]);
    const heard = news.text();
    await submit('/deconnexion');
    expect(await heard).toContain('retry:');
  });
});

describe('filters', () => {
  test('of the API are put as the address of a list has them', () => {
    const filter = { statut: 'ouvert', jours__gte: '1', jours__lte: '9', etat__in: 'a,b', resolu_le__isnull: 'true' };
    expect(addressed(filter)).toEqual({
      statut: 'ouvert',
      'jours~~from': '1',
      'jours~~to': '9',
      etat: 'a,b',
      'resolu_le~~vide': 'true',
    });
    expect(addressed({ jour__lt: '2026-03-01', n__gt: '4', statut__ne: 'fini', agent_id__isnull: 'true' })).toEqual({
      'jour~~to': '2026-02-28',
      'n~~from': '5',
      statut: '!fini',
      agent_id: 'vide',
    });
  });

  test('the narrower of two holds; what has no words goes on under its own name, never left out', async () => {
    expect(addressed({ statut__in: 'a,b', statut: 'a' })).toEqual({ statut: 'a' });
    expect(addressed({ d__lt: '2026-03-01', d__lte: '2026-02-01', n__gte: '9', n__gt: '9' })).toEqual({
      'd~~to': '2026-02-01',
      'n~~from': '10',
    });
    const kept = addressed({ nom__istartswith: 'Zz', nom__rien: 'A' });
    expect(kept).toEqual({ nom__istartswith: 'Zz', nom__rien: 'A' });
    const siege = await panel.as(panel.people.mireille);
    expect((await siege.list('clients', `?${filters({ nom__istartswith: 'Zz' })}`)).json.meta.total).toBe(0);
    expect((await siege.list('clients', `?${filters(kept)}`)).json.notice?.type).toBe('error');
  });

  test('several choices, all but one, and what is not filled in can be asked for; nonsense is refused', async () => {
    const siege = await panel.as(panel.people.mireille);
    const total = async (query: string) => (await siege.list('anomalies', `?filters.${query}`)).json;
    for (const [query, count] of [
      ['controle=solde,paye', 3],
      ['controle=!solde', 0],
      ['controle=!paye', 3],
      ['resolu_le~~vide=true', 2],
      ['resolu_le~~vide=false', 1],
      [`succursale_id=${panel.people.douala},${panel.people.yaounde}`, 3],
      ['succursale_id=vide', 0],
      ['succursale_id=rempli', 3],
    ] as const)
      expect((await total(query)).meta.total, query).toBe(count);
    for (const query of ['controle=solde,rien', 'controle=!rien', 'resolu_le~~vide=peut-etre'])
      expect((await total(query)).notice?.type, query).toBe('error');
  });
});

test('what stands beside the figures is a handful, each named in both languages', async () => {
  expect(accueil.length).toBeLessThan(6);
  for (const langue of ['fr', 'en'] as const) {
    const { labels } = (await import(`../../admin/panel/locale/${langue}.ts`))[langue];
    for (const { name } of accueil) expect(labels[`tuile_${name}`], `${langue} ${name}`).toBeTruthy();
  }
});

test('every figure has its place; an instructeur begins with sinistres, everybody else with what waits', async () => {
  const { chiffres } = await homeOf(await panel.as(panel.people.mireille));
  const sections = sectionsFor(chiffres, 'administrateur');
  expect(sections.map(({ nom }) => nom)).not.toContain('autres');
  const placed = sections.flatMap((each) => [...each.cartes, ...each.chiffres.map(([nom]) => nom)]);
  expect(new Set([...placed, 'mouvements'])).toEqual(new Set(chiffres.map(({ nom }) => nom)));
  expect(sections[0]?.nom).toBe('agir');
  expect(sectionsFor(chiffres, 'instructeur')[0]?.nom).toBe('sinistres');
  const fresh = { nom: 'neuf', titre: 'Neuf', unite: 'nombre', forme: 'barres', dans_stats: false } as const;
  expect(sectionsFor([fresh], 'agent')).toEqual([{ nom: 'autres', cartes: [], chiffres: [['neuf', 6]] }]);
});

test('an address says what to look at; what it may not say is left aside', () => {
  const view = (query: string) => viewIn(new URLSearchParams(query), '2026-03-31', [{ id: 3 }]);
  expect(view('')).toEqual({ period: 'mois', du: '2026-03-01', au: '2026-03-31' });
  expect(view('periode=mois_dernier')).toMatchObject({ du: '2026-02-01', au: '2026-02-28' });
  expect(view('periode=trimestre&succursale_id=3')).toMatchObject({ du: '2026-01-01', succursale: '3' });
  expect(view('periode=douze_mois')).toMatchObject({ du: '2025-04-01', au: '2026-03-31' });
  expect(view('du=2026-01-05&au=2026-01-09')).toEqual({ period: 'libre', du: '2026-01-05', au: '2026-01-09' });
  expect(view('periode=__proto__&du=hier&au=demain&succursale_id=9')).toEqual(view(''));
});
