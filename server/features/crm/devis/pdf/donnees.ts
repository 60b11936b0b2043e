import type { Jour } from '../../../../core/jours.ts';
import type { Francs } from '../../../../core/money.ts';
import type { Transaction } from '../../../../core/records/transaction.ts';
import { enTeteDe, type Papier } from '../../../organisation/succursales/en-tete.ts';
import type { Statut } from '../etats.ts';
import type { Ligne } from '../lignes.ts';

/** A devis with all that is told of it to its client. */
export interface DevisDit extends Papier {
  id: number;
  numero: string;
  version: number;
  statut: Statut;
  objet: string;
  contenu: string | null;
  lignes: Ligne[];
  montant: Francs;
  /** Today, when it is told. */
  date: Jour;
  valide_jusqu_au: Jour;
  repondu_le: Date | null;
  repondu_par: string | null;
  motif_refus: string | null;
  /** A later version exists. */
  remplace: boolean;
  client: string;
  societe: string | null;
  adresse: string | null;
  /** Who looks after it, and how they are reached. */
  contact: { nom: string; email: string; telephone: string | null } | null;
}

const asked = `select d.id, d.numero, d.version, d.statut, d.contenu, d.lignes, d.montant, d.succursale_id,
    date_metier()::text as date, d.valide_jusqu_au::text, d.repondu_le, d.repondu_par, d.motif_refus, o.nom as objet,
    exists (select from devis suivant where suivant.precedent_id = d.id) as remplace,
    concat_ws(' ', c.prenom, c.nom) as client, c.societe, nullif(concat_ws(' · ', c.adresse, c.ville), '') as adresse,
    case when u.id is not null then json_build_object('nom', concat_ws(' ', u.prenom, u.nom), 'email', u.email,
      'telephone', u.telephone) end as contact
  from devis d
  join clients c on c.id = d.client_id
  join opportunites o on o.id = d.opportunite_id
  left join utilisateurs u on u.id = o.responsable_id and u.actif
  where d.id = $1`;

/** What its paper, its page and its messages say; undefined for no devis. Who may read it is for the asker to check. */
export async function direDevis(tx: Pick<Transaction, 'query'>, id: number): Promise<DevisDit | undefined> {
  const [found] = await tx.query<Omit<DevisDit, keyof Papier> & { succursale_id: number }>(asked, [id]);
  if (!found) return undefined;
  const { succursale_id, ...devis } = found;
  return { ...devis, ...(await enTeteDe(tx, succursale_id)) };
}
