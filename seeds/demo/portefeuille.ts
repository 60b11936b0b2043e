import { journalize } from '../../server/core/journal/journal.ts';
import { nextNumber, reserveNumbers } from '../../server/core/numbering.ts';
import type { Transaction } from '../../server/core/records/transaction.ts';
import { termeDepuis } from '../../server/features/assurance/echeancier.ts';
import { attribuer } from '../../server/features/assurance/polices/attribution.ts';
import { Produit } from '../../server/features/assurance/produits/produit.ts';
import { Souscription } from '../../server/features/assurance/souscriptions/souscription.ts';
import { insert, within } from '../../server/features/organisation/factory.ts';
import { contratDe, type DraftContrat, type DraftPaiement } from './contrats.ts';
import type { Hasard } from './hasard.ts';
import { histoires } from './histoires.ts';
import { nsia } from './nsia.ts';
import { reversements } from './reversements.ts';
import { leJour } from './temps.ts';

interface Client {
  id: number;
  telephone: string;
  succursale_id: number;
  pays: 'CG' | 'CM';
  cree_le: string;
}

interface Facts {
  clients: Map<string, Client>;
  produits: Map<string, Produit>;
  agents: Map<number, number[]>;
}

type Du = DraftPaiement & { souscription_id: number; agent_id: number | null };

/** A living portfolio: contrats in every state, with the payments of a year and a half. */
export async function seedPortefeuille(tx: Transaction, h: Hasard): Promise<void> {
  const facts = await readFacts(tx);
  const told = histoires();
  // The story's people have what the story tells of them, and its prospects nothing.
  const known = new Set(nsia().map(({ telephone }) => telephone));
  const drafts = [...facts.clients.values()]
    .filter(({ telephone }) => !known.has(telephone))
    .flatMap((client) => Array.from({ length: h.parmi([0, 1, 1, 1, 1, 1, 2, 2, 3]) }, () => contratDe(client, h)));
  const all = [...told, ...drafts].sort((a, b) => a.demandee_le.localeCompare(b.demandee_le));
  const due: Du[] = [];
  const made: { id: number; draft: DraftContrat }[] = [];
  for (const draft of all) {
    const agent_id = agentOf(facts, draft, h);
    const id = await souscrire(tx, facts, draft, agent_id);
    made.push({ id, draft });
    due.push(...draft.paiements.map((each) => ({ ...each, souscription_id: id, agent_id })));
  }
  await payer(tx, due);
  for (const { id, draft } of made) await conclure(tx, id, draft);
  for (const table of ['souscriptions', 'paiements', 'contrats', 'cotisations']) tx.changed(table);
}

async function readFacts(tx: Transaction): Promise<Facts> {
  const clients = await tx.query<Client>(
    `select c.id, c.telephone, c.succursale_id, s.pays, jour_metier(c.cree_le)::text as cree_le
     from clients c join succursales s on s.id = c.succursale_id
     where c.telephone is not null and c.categorie in ('particulier', 'professionnel') order by c.id`,
  );
  const agents = await tx.query<{ succursale_id: number; ids: number[] }>(
    `select succursale_id, array_agg(id order by id) as ids from agents where statut = 'actif' group by 1`,
  );
  const produits = await tx.em.find(Produit);
  return {
    clients: new Map(clients.map((client) => [client.telephone, client])),
    produits: new Map(produits.map((produit) => [produit.code, produit])),
    agents: new Map(agents.map(({ succursale_id, ids }) => [succursale_id, ids.map(Number)])),
  };
}

function agentOf({ clients, agents }: Facts, { canal, telephone }: DraftContrat, h: Hasard): number | null {
  const there = agents.get(clients.get(telephone)?.succursale_id ?? 0) ?? [];
  return canal === 'agence' && there.length > 0 ? h.parmi(there) : null;
}

async function souscrire(tx: Transaction, facts: Facts, draft: DraftContrat, agent_id: number | null): Promise<number> {
  const client = facts.clients.get(draft.telephone);
  const produit = facts.produits.get(draft.produit);
  if (!client || !produit) throw new Error(`there is no ${draft.telephone} or no ${draft.produit}`);
  const sold = new Souscription();
  sold.vendre(produit);
  const year = draft.demandee_le.slice(0, 4);
  const at = `${draft.demandee_le}T10:00:00+01:00`;
  const own = {
    numero: await nextNumber(tx, 'souscriptions.numero', 'SOU-{YYYY}-{SEQ:6}', { YYYY: year }),
    client_id: client.id,
    produit_id: produit.id,
    succursale_id: client.succursale_id,
    agent_id,
    canal: draft.canal,
    montant: draft.montant,
    periodicite: draft.periodicite,
    date_effet: draft.termes[0] ?? null,
  };
  const stamps = { cree_le: at, modifie_le: at };
  const id = await insert(within(tx), 'souscriptions', { ...own, termes: JSON.stringify(sold.termes), ...stamps });
  const about = { ressource: 'souscriptions', objet_id: id, objet: own.numero, succursale_id: own.succursale_id };
  await journalize(tx, { action: 'creer', ...about, apres: { id, ...own } });
  for (const [rang, effet] of draft.termes.entries()) await terme(tx, id, rang, effet, draft, produit);
  if (draft.termes.length > 0) await police(tx, id, draft, sold);
  return id;
}

async function terme(tx: Transaction, id: number, rang: number, effet: string, draft: DraftContrat, produit: Produit) {
  const { date_expiration, mois, nombre } = termeDepuis(effet, produit, draft.periodicite);
  const premiere_quittance = await reserveNumbers(tx, `quittances:${effet.slice(0, 4)}`, nombre);
  const du_avant = rang * nombre * draft.montant;
  const own = { souscription_id: id, rang, date_effet: effet, date_expiration, montant: draft.montant, mois, nombre };
  await insert(within(tx), 'termes', { ...own, du_avant, premiere_quittance });
}

async function police(tx: Transaction, id: number, draft: DraftContrat, { termes }: Souscription): Promise<void> {
  const year = (draft.termes[0] as string).slice(0, 4);
  if (!draft.police) return void (await attribuer(tx, { id, termes }, { YYYY: year }));
  const [by] = await tx.query<{ id: number }>(
    `select u.id from utilisateurs u join roles r on r.id = u.role_id where r.code = 'administrateur' order by u.id limit 1`,
  );
  await insert(within(tx), 'numeros_police', {
    numero: draft.police,
    souscription_id: id,
    mode_attribution: 'manuelle',
    agent_attribueur_id: by?.id,
    motif: 'Reprise de l’ancien portefeuille',
    attribue_le: `${draft.demandee_le}T10:05:00+01:00`,
  });
}

/** All payments in the order of time, so that their numbers are too; agents remit their cash as the months go by. */
async function payer(tx: Transaction, due: Du[]): Promise<void> {
  const sorted = due.toSorted((a, b) => a.jour.localeCompare(b.jour));
  const remitting = await reversements(tx);
  let done = 0;
  for (const jour of new Set(sorted.map((each) => each.jour))) {
    await remitting.before(jour);
    await leJour(tx, jour);
    const today = sorted.filter((each) => each.jour === jour);
    await encaisser(tx, today, done);
    done += today.length;
  }
  await leJour(tx);
}

/** The payments of one day. */
async function encaisser(tx: Transaction, today: Du[], before: number): Promise<void> {
  const rows = [];
  for (const [i, { jour, mode, type, montant, souscription_id, agent_id }] of today.entries()) {
    const mobile = mode.endsWith('_money');
    rows.push({
      numero: await nextNumber(tx, 'paiements.numero', 'PAI-{YYYY}-{SEQ:6}', { YYYY: jour.slice(0, 4) }),
      souscription_id,
      type,
      mode_paiement: mode,
      montant,
      frais: mobile ? Math.round(montant / 100) : 0,
      reference_operateur: mobile
        ? `${mode === 'mtn_money' ? '19' : 'MP'}${String(27_264_368 + (before + i) * 37)}`
        : null,
      agent_id: mode === 'especes' ? agent_id : null,
      paye_le: `${jour}T11:30:00+01:00`,
    });
  }
  await tx.query(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, frais, reference_operateur, agent_id, statut, paye_le, cree_le)
     select numero, souscription_id, type, mode_paiement, montant, frais, reference_operateur, agent_id, 'reussi', paye_le, paye_le
     from jsonb_to_recordset($1) as p (numero text, souscription_id bigint, type text, mode_paiement text, montant bigint,
       frais bigint, reference_operateur text, agent_id bigint, paye_le timestamptz) order by paye_le`,
    [JSON.stringify(rows)],
  );
}

/** The state that its life has led to, entered on the day that it was. */
async function conclure(tx: Transaction, id: number, { termes, fin }: DraftContrat): Promise<void> {
  if (termes.length > 0) await tx.query(`update souscriptions set statut = 'activee' where id = $1`, [id]);
  if (!fin) return;
  await leJour(tx, fin.jour);
  await tx.query(`update souscriptions set statut = $2, motif = $3, modifie_le = $4::timestamptz where id = $1`, [
    id,
    fin.statut,
    fin.motif,
    `${fin.jour}T16:00:00+01:00`,
  ]);
  await leJour(tx);
}
