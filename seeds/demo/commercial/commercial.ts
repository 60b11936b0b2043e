import { aujourdhui, type Jour, plusJours } from '../../../server/core/jours.ts';
import type { Transaction } from '../../../server/core/records/transaction.ts';
import { montantDe } from '../../../server/features/crm/devis/lignes.ts';
import { makeDevis, makeOpportunite, makeProjet, makeTache } from '../../../server/features/crm/factory.ts';
import { within } from '../../../server/features/organisation/factory.ts';
import { leJour } from '../temps.ts';
import { type Affaire, affaires, type Version } from './affaires.ts';
import { projets, taches } from './travaux.ts';

interface Firme {
  client_id: number;
  succursale_id: number;
}

const day = (days: number): Jour => plusJours(aujourdhui(), days);
const at = (jour: Jour, hour: number): string => `${jour}T${String(hour).padStart(2, '0')}:20:00+01:00`;

const EXPIRES = 30;

/** What the staff of the demonstration are selling, promised and have to do; firms are known by their name. */
export async function seedCommercial(tx: Transaction): Promise<void> {
  const place = within(tx);
  const firme = await firmes(tx);
  const personne = await gens(tx);

  const opportunites = new Map<string, number>();
  for (const affaire of affaires) opportunites.set(affaire.societe, await ouvrir(tx, affaire, firme, personne));
  const accepted = await vendre(tx, opportunites, firme);

  const works = new Map<string, number>();
  for (const { societe, qui, debut, fin, termine, ...said } of projets) {
    const termine_le = termine === undefined ? null : day(termine);
    const days = {
      date_debut: day(debut),
      date_fin: day(fin),
      termine_le,
      cree_le: at(day(Math.min(debut, 0) - 2), 9),
    };
    const own = { ...firme(societe), responsable_id: personne(qui).id, devis_id: accepted.get(societe) ?? null };
    works.set(societe, await makeProjet(place, { ...said, ...days, ...own }));
  }

  for (const { qui, societe, dans, statut, ...said } of taches) {
    const { id: assigne_a_id, succursale_id } = personne(qui);
    const about = societe
      ? { ...firme(societe), opportunite_id: opportunites.get(societe), projet_id: works.get(societe) }
      : { succursale_id };
    const due = dans === undefined ? null : day(dans);
    const ended = statut === 'terminee' && due ? { terminee_le: at(due, 15) } : {};
    const cree_le = at(day(Math.min(dans ?? 0, 0) - 6), 8);
    await makeTache(place, {
      ...said,
      ...about,
      ...ended,
      statut: statut ?? 'a_faire',
      assigne_a_id,
      date_echeance: due,
      cree_le,
    });
  }
  for (const table of ['opportunites', 'devis', 'projets', 'taches']) tx.changed(table);
}

function ouvrir(
  tx: Transaction,
  { societe, qui, nom, montant, ouverte, etape, estimee, conclue, perdue, versions }: Affaire,
  firme: (name: string) => Firme,
  personne: (email: string) => { id: number },
): Promise<number> {
  const last = versions?.at(-1);
  return makeOpportunite(within(tx), {
    ...{ ...firme(societe), responsable_id: personne(qui).id, nom, etape },
    montant: last?.statut === 'accepte' ? montantDe(lignesDe(last)) : montant,
    cree_le: at(day(ouverte), 10),
    date_conclusion_estimee: estimee === undefined ? null : day(estimee),
    conclue_le: conclue === undefined ? null : day(conclue),
    ...(perdue ? { perdue_le: day(perdue.jour), motif_perte: perdue.motif } : {}),
  });
}

const lignesDe = ({ lignes }: Version) => lignes.map(([libelle, quantite, prix]) => ({ libelle, quantite, prix }));

/** Every devis in the order in which they were made, each version after the one before; answers those accepted, by firm. */
async function vendre(
  tx: Transaction,
  opportunites: ReadonlyMap<string, number>,
  firme: (name: string) => Firme,
): Promise<Map<string, number>> {
  const made = affaires
    .flatMap(({ societe, versions = [], conclue, perdue }) =>
      versions.map((version, i) => ({ societe, version, n: i + 1, repondu: conclue ?? perdue?.jour })),
    )
    .sort((a, b) => a.version.fait - b.version.fait);
  const [before, accepted] = [new Map<string, { id: number; numero: string }>(), new Map<string, number>()];
  for (const { societe, version, n, repondu = 0 } of made) {
    const { fait, statut, contenu, par, motif, valable = EXPIRES } = version;
    const previous = before.get(societe);
    const sent = statut === 'brouillon' ? {} : { envoye_le: at(day(fait), 16) };
    const read = ['consulte', 'accepte', 'refuse'].includes(statut) ? { consulte_le: at(day(fait + 1), 9) } : {};
    const answered = par ? { repondu_le: at(day(repondu), 11), repondu_par: par, motif_refus: motif ?? null } : {};
    await leJour(tx, day(fait));
    const id = await makeDevis(within(tx), {
      ...{ ...firme(societe), ...sent, ...read, ...answered, statut, contenu: contenu ?? null },
      ...(previous ? { numero: previous.numero, precedent_id: previous.id } : {}),
      opportunite_id: opportunites.get(societe) as number,
      version: n,
      lignes: lignesDe(version),
      valide_jusqu_au: day(fait + valable),
      cree_le: at(day(fait), 14),
    });
    const [row] = await tx.query<{ numero: string }>('select numero from devis where id = $1', [id]);
    before.set(societe, { id, numero: row?.numero ?? '' });
    if (statut === 'accepte') accepted.set(societe, id);
  }
  await leJour(tx);
  return accepted;
}

/** The firms and associations by their name. */
async function firmes(tx: Transaction): Promise<(name: string) => Firme> {
  const rows = await tx.query<Firme & { societe: string }>(
    'select id as client_id, succursale_id, societe from clients where societe is not null',
  );
  const known = new Map(rows.map(({ societe, ...firme }) => [societe, firme]));
  return (name) => found(known.get(name), name);
}

/** The accounts by their address. */
async function gens(tx: Transaction): Promise<(email: string) => { id: number; succursale_id: number }> {
  const rows = await tx.query<{ id: number; succursale_id: number; email: string }>(
    'select id, succursale_id, email from utilisateurs',
  );
  const known = new Map(rows.map(({ email, ...person }) => [email, person]));
  return (email) => found(known.get(email), email);
}

function found<T>(row: T | undefined, name: string): T {
  if (!row) throw new Error(`there is no ${name}`);
  return row;
}
