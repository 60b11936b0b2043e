import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDemo } from '../../../../seeds/demo/index.ts';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import type { Caller } from '../../../core/access.ts';
import { parseQuery } from '../../../core/query/parse.ts';
import { makeDevis, makeOpportunite, makeProjet, makeTache } from '../../crm/factory.ts';
import { etapes } from '../../crm/opportunites/etapes.ts';
import { groupes, totaux } from './calculer.ts';
import { type NomRapport, nomsRapports } from './catalogue.ts';
import { preparer } from './demande.ts';
import { groupementsDe, rapportDe } from './rapport.ts';

/** The portfolio of the demonstration, and offers, projects and tasks drawn by lot beside it. */
let db: TestDatabase;
let siege: Caller;
let douala: Caller;

beforeAll(async () => {
  db = await testDatabase();
  const config = { NODE_ENV: 'test' } as Parameters<typeof seedDemo>[0]['config'];
  await seedDemo({ config, database: db.database });
  siege = await callerOf('siege@guichet.test');
  douala = await callerOf('douala@guichet.test');
  await drawCrm();
});
afterAll(() => db.close());

async function callerOf(email: string): Promise<Caller> {
  const [row] = await db.rows<{ id: number }>('select id from utilisateurs where email = $1', [email]);
  const known = await db.actors.find(row?.id ?? 0);
  if (!known) throw new Error(email);
  return { actor: known.actor, surface: 'api', langue: 'fr' };
}

const SEED = 0.4217;

async function drawCrm() {
  let state = SEED;
  const draw = (below: number) => {
    state = (state * 9301 + 0.49297) % 1;
    return Math.floor(state * below);
  };
  const clients = await db.rows<{ id: number; succursale_id: number }>(
    'select id, succursale_id from clients order by id limit 60',
  );
  const people = await db.rows<{ id: number; succursale_id: number }>(
    'select id, succursale_id from utilisateurs order by id',
  );
  for (const { id: client_id, succursale_id } of clients) {
    const place = { client_id, succursale_id };
    const own = people.filter((each) => each.succursale_id === succursale_id);
    const responsable_id = own.length > 0 && draw(4) > 0 ? (own[draw(own.length)]?.id ?? null) : null;
    const etape = etapes[draw(etapes.length)] ?? 'prospect';
    const perdue = etape !== 'conclusion' && draw(4) === 0;
    const opportunite_id = await makeOpportunite(db.database, {
      ...place,
      nom: 'Flotte',
      montant: draw(5_000_000),
      responsable_id,
      etape,
      ...(perdue ? { perdue_le: '2026-02-0'.concat(String(1 + draw(9))), motif_perte: 'Prix' } : {}),
    });
    const lignes = [{ libelle: 'Prime', quantite: 1, prix: 1000 + draw(90_000) }];
    const sent =
      draw(2) === 0 ? { statut: 'envoye' as const, envoye_le: '2026-03-01T10:00:00Z' as unknown as Date } : {};
    await makeDevis(db.database, { ...place, opportunite_id, lignes, ...sent });
    await makeProjet(db.database, {
      ...place,
      titre: 'Mise en place',
      date_debut: '2026-01-05',
      budget: draw(900_000),
    });
    const who = people[draw(people.length)] as { id: number; succursale_id: number };
    const done =
      draw(2) === 0 ? { statut: 'terminee' as const, terminee_le: '2026-03-02T09:00:00Z' as unknown as Date } : {};
    await makeTache(db.database, {
      titre: 'Relancer',
      assigne_a_id: who.id,
      succursale_id: who.succursale_id,
      ...done,
    });
  }
}

/** Each report told a second time, from the tables: the group, how many, and its sums in the report's order. */
const independent: Record<NomRapport, string> = {
  clients: `select categorie, count(*) from clients where supprime_le is null and succursale_id = any($1) group by 1`,
  projets: `select statut, count(*), sum(budget) from projets where supprime_le is null and succursale_id = any($1) group by 1`,
  opportunites: `select statut, count(*), sum(montant), sum(round(montant * probabilite / 100.0)) from opportunites
    where supprime_le is null and succursale_id = any($1) group by 1`,
  pipeline: `select etape, count(*), sum(montant), sum(round(montant * probabilite / 100.0)) from opportunites
    where supprime_le is null and perdue_le is null and etape <> 'conclusion' and succursale_id = any($1) group by 1`,
  performances: `select qui, sum(g + p + e + a + t + s + c), sum(g), sum(p), sum(mg), sum(e), sum(a), sum(t), sum(s), sum(m) from (
      select responsable_id qui, (etape = 'conclusion')::int g, (perdue_le is not null)::int p,
        case when etape = 'conclusion' then montant else 0 end mg, 0 e, 0 a, 0 t, 0 s, 0 c, 0 m
      from opportunites where supprime_le is null and succursale_id = any($1)
      union all select o.responsable_id, 0, 0, 0, (d.envoye_le is not null)::int, (d.statut = 'accepte')::int, 0, 0, 0, 0
      from devis d join opportunites o on o.id = d.opportunite_id where d.succursale_id = any($1)
      union all select assigne_a_id, 0, 0, 0, 0, 0, (statut = 'terminee')::int, 0, 0, 0
      from taches where supprime_le is null and succursale_id = any($1)
      union all select a.utilisateur_id, 0, 0, 0, 0, 0, 0, 1, 0, 0
      from souscriptions s join agents a on a.id = s.agent_id where s.succursale_id = any($1)
      union all select a.utilisateur_id, 0, 0, 0, 0, 0, 0, 0, 1, p.montant
      from paiements p join agents a on a.id = p.agent_id join souscriptions s on s.id = p.souscription_id
      where p.statut = 'reussi' and s.succursale_id = any($1)) f
    where qui is not null group by 1 having sum(g + p + e + a + t + s + c) > 0`,
  portefeuille: `select s.produit_id, count(*), sum(s.montant), sum(coalesce(recu, 0)), sum(reste_a_payer)
    from numeros_police n join souscriptions s on s.id = n.souscription_id
    join contrats c on c.souscription_id = s.id
    left join (select souscription_id, sum(montant) recu from paiements where statut = 'reussi' group by 1) p
      on p.souscription_id = s.id where s.succursale_id = any($1) group by 1`,
  encaissements: `select mode_paiement, count(*), sum(p.montant), sum(p.frais), sum(p.montant - p.frais) from paiements p
    join souscriptions s on s.id = p.souscription_id where p.statut = 'reussi' and s.succursale_id = any($1) group by 1`,
  echeances: `select case when retard > 30 then 'plus_de_30' when retard > 15 then 'de_16_a_30' when retard > 0 then 'de_1_a_15'
      when retard = 0 then 'aujourd_hui' when retard > -7 then 'sept_jours' else 'plus_tard' end, count(*), sum(montant), sum(a_payer)
    from (select *, date_metier() - date_echeance as retard from echeances where succursale_id = any($1)) e group by 1`,
  sinistres: `select statut, count(*), sum(demande), sum(accorde), sum(paye) from sinistres where succursale_id = any($1) group by 1`,
  agents: `select succursale_id, count(*), sum(total), sum(total - de_16_a_30 - plus_de_30), sum(de_16_a_30), sum(plus_de_30)
    from encours_agents where succursale_id = any($1) group by 1`,
};

const told = async (nom: NomRapport, { actor }: Caller) => {
  const reach =
    actor.portee === 'toutes' ? await db.rows<{ id: number }>('select id from succursales') : actor.succursales;
  const ids = reach.map((each) => (typeof each === 'number' ? each : each.id));
  const line = await db.database.connect();
  try {
    const { rows } = await line.query<unknown[]>({ text: independent[nom], values: [ids], rowMode: 'array' });
    return rows.map(([group, ...sums]) => [String(group), ...sums.map((sum) => Number(sum ?? 0))]);
  } finally {
    line.release();
  }
};
const sorted = (rows: (string | number)[][]) => rows.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));

describe.each(['siege', 'douala'] as const)('%s', (who) => {
  test.each(nomsRapports)('the groups and totals of %s are what the tables say', async (nom) => {
    const caller = who === 'siege' ? siege : douala;
    const prete = preparer(caller.actor, { rapport: nom, filtres: {} });
    const { groupes: found, tronques } = await groupes(db.records, caller, prete);
    const names = ['nombre', ...rapportDe(nom).rapport.mesures.map((name) => `sum_${name}`)];
    const said = found.map(({ valeur, sommes }) => [String(valeur), ...names.map((name) => Number(sommes[name]))]);
    const expected = await told(nom, caller);
    expect(sorted(said)).toEqual(sorted(expected));
    expect(tronques).toBe(false);
    expect(expected.length, 'the portfolio has such rows').toBeGreaterThan(0);
    const all = await totaux(db.records, caller, prete);
    for (const [i, name] of names.entries())
      expect(all[name], name).toBe(expected.reduce((sum, row) => sum + Number(row[i + 1]), 0));
  });
});

test('the list that a group names holds exactly its rows, whatever a report is grouped by', async () => {
  for (const nom of nomsRapports) {
    for (const groupement of groupementsDe(douala.actor, rapportDe(nom).rapport)) {
      const prete = preparer(douala.actor, { rapport: nom, filtres: {}, grouper_par: groupement.nom });
      const { groupes: found } = await groupes(db.records, douala, prete);
      for (const { liste, sommes, libelle } of found.slice(0, 12)) {
        const query = parseQuery(douala.actor, prete.of, Object.entries(liste), []);
        const { count } = await db.records.count(douala, prete.of, query);
        expect([nom, groupement.nom, libelle, count]).toEqual([nom, groupement.nom, libelle, sommes.nombre]);
      }
    }
  }
});

test('a rate is of what it is a part of, and none of nothing', async () => {
  const prete = preparer(siege.actor, { rapport: 'performances', filtres: {} });
  for (const { sommes } of (await groupes(db.records, siege, prete)).groupes) {
    const [won, lost] = [Number(sommes.sum_gagnees), Number(sommes.sum_perdues)];
    expect(sommes.taux_conversion).toBe(won + lost === 0 ? null : Math.round((1000 * won) / (won + lost)) / 10);
  }
});
