import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aujourdhui, plusJours } from '../../core/jours.ts';
import { lignes, lirePdf } from '../../integrations/pdf/lire.fixture.ts';
import { cheminDans, lisible, openDevis, pieceDe } from './devis.fixture.ts';

let ici: Awaited<ReturnType<typeof openDevis>>;
beforeAll(async () => {
  ici = await openDevis();
});
afterAll(() => ici.fermer());

const etat = async (id: number) =>
  (
    await ici.db.rows<{ statut: string; repondu_par: string; motif_refus: string; consulte_le: Date }>(
      'select statut, repondu_par, motif_refus, consulte_le from devis where id = $1',
      [id],
    )
  )[0];
const journal = (id: number) =>
  ici.db.rows<{ action: string; auteur: string; surface: string; adresse_ip: string }>(
    `select action, auteur, surface, adresse_ip::text from journal
     where ressource = 'devis' and objet_id = $1 and resultat = 'reussi' order by id`,
    [id],
  );
const ouvrir = (chemin: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${ici.origin}${chemin}`, { method, headers, redirect: 'manual' });
const repondre = (chemin: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${ici.origin}${chemin}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: ici.origin, ...headers },
    body: new URLSearchParams(form),
  });
const oui = { nom: 'Solange NGO BASSA', accord: 'oui' };

describe('on paper', () => {
  test('the devis says from whom, for whom, what, how much and until when, on its succursale’s letterhead', async () => {
    const id = await ici.nouveau({ contenu: 'Chère Madame,\nvoici notre offre.' });
    const printed = await fetch(`${ici.origin}/api/v1/devis/${id}/pdf`, {
      headers: { authorization: `Bearer ${(await ici.signIn(ici.people.paul.email)).access}` },
    });
    expect(printed.headers.get('content-disposition')).toMatch(/inline; filename="DV-\d{4}-\d{5}\.pdf"/);
    const pages = lirePdf(Buffer.from(await printed.arrayBuffer()));
    expect(pages).toHaveLength(1);
    expect(lignes(pages[0] ?? [])).toEqual(
      expect.arrayContaining([
        'INTIA-Douala',
        'Boulevard de la Liberté, Akwa · Douala',
        '+237 6 71 23 45 99 · douala@intia.test',
        'Pour | Solange NGO BASSA',
        'Objet | Flotte de la société',
        'voici notre offre.',
        'Flotte automobile, Mbɔ́ & fils | 12 | 200 000 | 2 400 000',
        'Assistance | 1,5 | 33 333 | 50 000',
        'Total | 2 450 000',
        '2 450 000 FCFA',
        'Deux millions quatre cent cinquante mille francs CFA',
        'Bon pour accord',
      ]),
    );
    expect((await journal(id)).map(({ action }) => action)).toEqual(['exporter']);
    const chantal = await ici.as(ici.people.chantal);
    expect((await chantal('GET', `/devis/${id}/pdf`)).status).toBe(404);
    expect((await ici.anonymous('GET', `/devis/${id}/pdf`)).status).toBe(401);
  });
});

describe('by mail', () => {
  test('it leaves with its paper and a link, and nothing that opens it waits in the database', async () => {
    const id = await ici.nouveau();
    const { body, status, text } = await ici.paul<{ resultat: object; statut: string }>(
      'POST',
      `/devis/${id}/envoyer`,
      {
        message: 'À bientôt, « Solange ».',
      },
    );
    expect(status, text).toBe(200);
    expect(body.statut).toBe('envoye');
    expect(body.resultat).toMatchObject({ destinataire: 'solange@exemple.cm' });
    const [message = '', ...more] = await ici.travailler();
    expect(more).toEqual([]);
    expect(ici.courrier.recipients.at(-1)).toBe('<solange@exemple.cm>');
    const said = lisible(message);
    for (const words of ['Bonjour Solange NGO BASSA,', 'À bientôt, « Solange ».', '2\u202f450\u202f000 FCFA'])
      expect(said).toContain(words);
    const piece = pieceDe(message);
    expect(piece.nom).toMatch(/^DV-\d{4}-\d{5}\.pdf$/);
    expect(lirePdf(piece.contenu).flatMap(lignes)).toContain('Total | 2 450 000');
    const jeton = cheminDans(message).split('/').at(-1) ?? '';
    expect(jeton).toHaveLength(43);
    const everything = await ici.db.rows<{ all: string }>(
      `select string_agg(l::text, '') || (select coalesce(string_agg(j::text, ''), '') from journal j) as all from liens_devis l`,
    );
    expect(everything[0]?.all).not.toContain(jeton);
  });

  test.each([
    ['without an address', { sans: true }, {}, 'pas d’adresse e-mail'],
    ['when it is no longer valid', { passe: true }, {}, 'n’est plus valable'],
    ['when it was accepted', { accepte: true }, {}, 'est accepté'],
  ])('it does not leave %s', async (_, what: { sans?: boolean; passe?: boolean; accepte?: boolean }, body, code) => {
    const id = await ici.nouveau(what.passe ? { valide_jusqu_au: plusJours(aujourdhui(), -1) } : {});
    if (what.accepte) await repondre(`${await ici.envoye(id)}/accepter`, oui);
    if (what.sans) await ici.db.rows('update clients set email = null where id = $1', [ici.client_id]);
    const refused = await ici.paul('POST', `/devis/${id}/envoyer`, body);
    await ici.db.rows(`update clients set email = 'solange@exemple.cm' where id = $1`, [ici.client_id]);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining(code)]);
    expect((await ici.travailler()).filter((message) => message.includes('application/pdf'))).toEqual([]);
  });

  test('sent again, to another address, the first link no longer opens', async () => {
    const id = await ici.nouveau();
    const first = await ici.envoye(id);
    expect((await ouvrir(first)).status).toBe(200);
    await ici.paul('POST', `/devis/${id}/envoyer`, { destinataire: 'Autre@Exemple.cm' });
    const [message = ''] = await ici.travailler();
    expect(ici.courrier.recipients.at(-1)).toBe('<autre@exemple.cm>');
    expect((await ouvrir(first)).status).toBe(404);
    expect((await ouvrir(cheminDans(message))).status).toBe(200);
  });
});

describe('by its link', () => {
  test('opening it marks it as read, once; looking at the link does not', async () => {
    const id = await ici.nouveau();
    const chemin = await ici.envoye(id);
    await ouvrir(chemin, {}, 'HEAD');
    await ouvrir(chemin, { 'sec-purpose': 'prefetch' });
    await ouvrir(chemin, { 'user-agent': 'WhatsApp/2.23' });
    expect((await etat(id))?.statut).toBe('envoye');
    const page = await ouvrir(chemin);
    expect((await etat(id))?.statut).toBe('consulte');
    const { consulte_le } = (await etat(id)) ?? {};
    await ouvrir(chemin);
    expect((await etat(id))?.consulte_le).toEqual(consulte_le);
    expect((await journal(id)).slice(-1)).toMatchObject([
      {
        action: 'consulter',
        auteur: 'Client par lien',
        surface: 'lien',
        adresse_ip: expect.stringContaining('127.0.0.1'),
      },
    ]);
    const header = (name: string) => page.headers.get(name) ?? '';
    expect(header('referrer-policy')).toBe('no-referrer');
    expect(header('cache-control')).toBe('no-store');
    expect(header('x-robots-tag')).toContain('noindex');
    expect(header('content-security-policy')).toContain(`default-src 'none'`);
    expect(header('content-security-policy')).not.toContain('script');
  });

  test('wrong, ended and expired links are told alike, and guesses are slowed down', async () => {
    const id = await ici.nouveau();
    const chemin = await ici.envoye(id);
    await ici.db.rows(`update liens_devis set expire_le = current_date - 1 where devis_id = $1`, [id]);
    const answers = await Promise.all(
      [chemin, `/devis/${'x'.repeat(43)}`, `${chemin}/devis.pdf`].map((each) => ouvrir(each)),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    for (let n = 0; n < 40; n++) await ouvrir(`/devis/${n}`);
    expect((await ouvrir('/devis/encore')).status).toBe(429);
    await ici.db.rows('delete from freins');
  });

  test('yes: kept once with the name, the moment and the address; whoever looks after it is told', async () => {
    const id = await ici.nouveau();
    const chemin = await ici.envoye(id);
    const missing = await repondre(`${chemin}/accepter`, { nom: ' ' });
    expect(missing.status).toBe(400);
    expect(await missing.text()).toContain('Cochez cette case');
    expect((await repondre(`${chemin}/accepter`, oui, { origin: 'https://evil.test' })).status).toBe(403);
    expect((await etat(id))?.statut).toBe('envoye');
    const both = await Promise.all([repondre(`${chemin}/accepter`, oui), repondre(`${chemin}/refuser`, {})]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const decided = (await journal(id)).filter(({ action }) => ['accepter', 'refuser'].includes(action));
    expect(decided).toHaveLength(1);
    const messages = await ici.travailler();
    expect(ici.courrier.recipients.at(-1)).toBe(`<${ici.people.awa.email}>`);
    expect(lisible(messages[0] ?? '')).toContain(`/admin/resources/devis/records/${id}/show`);
    await repondre(`${chemin}/refuser`, {});
    expect((await journal(id)).filter(({ action }) => ['accepter', 'refuser'].includes(action))).toEqual(decided);
  });

  test('accepted, the opportunité is won and the page and the paper say by whom', async () => {
    const id = await ici.nouveau();
    const chemin = await ici.envoye(id);
    await repondre(`${chemin}/accepter?langue=en`, oui);
    expect(await etat(id)).toMatchObject({ statut: 'accepte', repondu_par: 'Solange NGO BASSA' });
    const [won] = await ici.db.rows<{ statut: string }>(
      'select o.statut from opportunites o join devis d on d.opportunite_id = o.id where d.id = $1',
      [id],
    );
    expect(won?.statut).toBe('gagnee');
    expect(await (await ouvrir(`${chemin}?langue=en`)).text()).toContain('by Solange NGO BASSA');
    const paper = await ouvrir(`${chemin}/devis.pdf`);
    expect(lirePdf(Buffer.from(await paper.arrayBuffer())).flatMap(lignes)).toContain('Accepté');
  });

  test('no, with its reason; a replaced one is answered no more', async () => {
    const id = await ici.nouveau();
    const chemin = await ici.envoye(id);
    await repondre(`${chemin}/refuser`, { motif: 'Trop cher <b>' });
    expect(await etat(id)).toMatchObject({ statut: 'refuse', motif_refus: 'Trop cher <b>' });
    const long = await ici.nouveau();
    const motif = `Trop\0 cher\r\n${'é'.repeat(988)}😀😀`;
    expect((await repondre(`${await ici.envoye(long)}/refuser`, { motif })).status).toBe(303);
    expect((await etat(long))?.motif_refus).toBe(`Trop  cher\n${'é'.repeat(988)}😀`);
    const other = await ici.nouveau();
    const old = await ici.envoye(other);
    await ici.paul('POST', `/devis/${other}/nouvelle-version`, {});
    const page = await (await ouvrir(old)).text();
    expect(page).toContain('Une version plus récente');
    expect(page).not.toContain('<form');
    await repondre(`${old}/accepter`, oui);
    expect((await etat(other))?.statut).toBe('consulte');
  });
});
