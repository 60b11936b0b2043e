import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasSentence, langues } from '../../../core/messages/messages.ts';
import { type Statut, statuts, type Transition, transitions } from './etats.ts';
import { messages } from './messages.ts';
import { motifs, motifsRejet } from './motifs.ts';
import { sinistres } from './resource.ts';
import { garantie, refusal, type SinistresTest, sinistresTest } from './sinistres.fixture.ts';

let all: SinistresTest;
beforeAll(async () => {
  all = await sinistresTest();
  await all.seuil(100_000);
});
afterAll(() => all.db.close());

const decede = (francs: number): [string, number][] => [['deces', francs]];

/** A sinistre brought to a state by the verbs alone. */
async function inState(statut: Statut): Promise<number> {
  const { people, act, cash } = all;
  const souscription = await all.contrat([garantie('deces', 500_000)]);
  if (statut === 'declare') return (await all.declare(souscription, decede(50_000))).id;
  const id = await all.evaluated(souscription, decede(statut === 'a_approuver' ? 200_000 : 50_000));
  if (statut === 'instruction') return id;
  if (statut === 'rejete') {
    await act(people.irene, id, 'rejeter', { motif_rejet: 'pieces_manquantes', motif: 'Certificat absent' });
    return id;
  }
  await act(people.irene, id, 'accepter');
  if (statut === 'paye') await act(people.mireille, id, 'payer', cash(50_000));
  return id;
}

const inputs = (): Record<Transition, object> => ({
  affecter: { instructeur_id: all.people.irene.id },
  evaluer: { lignes: all.lignes(decede(40_000)) },
  accepter: {},
  approuver: {},
  renvoyer: { motif: 'Montant à revoir' },
  rejeter: { motif_rejet: 'doublon', motif: 'Déjà déclaré ailleurs' },
  payer: all.cash(20_000),
  rouvrir: { motif: 'Pièces reçues' },
});

const table = statuts.flatMap((statut) =>
  (Object.keys(transitions) as Transition[]).map((verb) => [statut, verb] as const),
);

describe('every verb in every state', () => {
  test.each(table)('%s, %s', async (statut, verb) => {
    const id = await inState(statut);
    const done = all.act(all.people.mireille, id, verb, inputs()[verb]);
    const possible = (transitions[verb].de as readonly Statut[]).includes(statut);
    if (possible) expect(transitions[verb].vers).toContain((await done).statut);
    else expect(await refusal(done)).toMatchObject({ status: 409, key: `sinistre_${statut}` });
    const [row] = await all.db.rows<{ statut: string }>('select statut from sinistres where id = $1', [id]);
    if (!possible) expect(row?.statut).toBe(statut);
  });
});

test.each(statuts)('« %s » says why a verb is not possible', (statut) => {
  for (const langue of langues) expect(hasSentence(langue, `sinistre_${statut}`)).toBe(true);
});

test('each motive of rejection is said with its number', () => {
  for (const { choices } of Object.values(messages))
    for (const [motif, number] of Object.entries(motifsRejet))
      expect(choices?.motif_rejet?.[motif]?.startsWith(`${number}. `), motif).toBe(true);
  expect(new Set(Object.values(motifsRejet)).size).toBe(motifs.length);
});

test('the steps are kept: who and when', async () => {
  const { people } = all;
  const id = await inState('a_approuver');
  const row = await all.act(people.paul, id, 'approuver');
  expect(row).toMatchObject({
    statut: 'accepte',
    instructeur_id: people.irene.id,
    evaluateur_id: people.irene.id,
    decideur_id: people.irene.id,
    approbateur_id: people.paul.id,
    declare_par_id: people.awa.id,
    seuil_approbation: 100_000,
  });
  for (const at of ['declare_le', 'affecte_le', 'evalue_le', 'decide_le', 'approuve_le'] as const)
    expect(row[at], at).toBeTruthy();
});

test('a rejection is kept with its motive and comment, and leaves nothing granted; reopened, it is evaluated anew', async () => {
  const { people, act } = all;
  const id = await inState('a_approuver');
  const rejected = await act(people.irene, id, 'rejeter', {
    motif_rejet: 'fausse_declaration',
    motif: 'Acte falsifié',
  });
  expect(rejected).toMatchObject({
    statut: 'rejete',
    motif_rejet: 'fausse_declaration',
    commentaire_rejet: 'Acte falsifié',
    accorde: 0,
  });
  const [line] = await all.db.rows<{ motif: string }>(
    `select motif from journal where ressource = 'sinistres' and objet_id = $1 and action = 'rejeter'`,
    [id],
  );
  expect(line?.motif).toBe('Acte falsifié');
  const reopened = await act(people.mireille, id, 'rouvrir', { motif: 'Jugement' });
  expect(reopened).toMatchObject({ statut: 'instruction', motif_rejet: null, accords: [] });
  expect(await refusal(act(people.irene, id, 'accepter'))).toMatchObject({ key: 'sinistre_rien_accorde' });
});

test('one who was paid a part is neither rejected nor deleted', async () => {
  const { people, act, cash } = all;
  const id = await inState('accepte');
  await act(people.mireille, id, 'payer', cash(10));
  const rejecting = act(people.mireille, id, 'rejeter', { motif_rejet: 'doublon', motif: 'trop tard' });
  expect(await refusal(rejecting)).toMatchObject({ key: 'sinistre_deja_regle' });
  const mireille = await people.mireille.caller();
  expect(await refusal(all.db.records.remove(mireille, sinistres, id))).toMatchObject({ status: 409 });
});

test('it is given only to somebody who reaches it and may evaluate', async () => {
  const { people, act } = all;
  const id = await inState('declare');
  for (const instructeur_id of [people.chantal.id, people.awa.id, people.esther.id, 999_999])
    expect(await refusal(act(people.paul, id, 'affecter', { instructeur_id }))).toMatchObject({
      field: 'instructeur_id',
    });
  expect((await act(people.ivan, id, 'affecter')).instructeur_id).toBe(people.ivan.id);
});
