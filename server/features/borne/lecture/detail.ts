import type { Database } from '../../../core/database.ts';
import { introuvable } from '../../../core/errors.ts';
import type { Francs } from '../../../core/money.ts';
import { maskPhone } from '../../../core/phone.ts';
import { type BeneficiaireLu, beneficiairesDe } from '../../assurance/beneficiaires/beneficiaires.ts';
import { type SinistreDuClient, sinistresDe } from '../../assurance/sinistres/declarer.ts';
import { type ContratDuClient, colonnesContrat, depuisContrats, type PoliceDuClient } from '../contrats.ts';
import { lecteur } from '../lecteur.ts';
import { type CotisationDuClient, cotisationsDe } from './cotisations.ts';
import { type PaiementDuClient, paiementsDuClient } from './paiements.ts';

/** What is covered, as it was sold. Amounts in francs, spans in days. */
export interface GarantieVendue {
  code: string;
  libelle: string;
  plafond: Francs;
  carence_jours: number;
  franchise: Francs;
  /** How often in a term; null without limit. */
  frequence: number | null;
}

/** Everything about one contrat, for its client. */
export interface ContratEnDetail extends ContratDuClient {
  /** What the periods begun so far ask for. */
  du: Francs;
  beneficiaires_max: number;
  garanties: GarantieVendue[];
  beneficiaires: BeneficiaireLu[];
  cotisations: CotisationDuClient[];
  paiements: PaiementDuClient[];
  sinistres: SinistreDuClient[];
}

const PAIEMENTS = { page: 1, page_size: 100 };

export async function contratEnDetail(
  database: Database,
  client_id: number,
  { souscription_id }: PoliceDuClient,
): Promise<ContratEnDetail> {
  const db = lecteur(database);
  const [contrat] = await db.query<ContratEnDetail>(
    `select ${colonnesContrat}, k.du, coalesce(s.termes -> 'garanties', '[]') as garanties,
       least(6, coalesce((s.termes ->> 'beneficiaires_max')::integer, 6)) as beneficiaires_max
     from ${depuisContrats} where k.souscription_id = $1`,
    [souscription_id],
  );
  if (!contrat) throw introuvable();
  return {
    ...contrat,
    beneficiaires: await beneficiairesLus(database, souscription_id),
    cotisations: await cotisationsDe(db, souscription_id),
    paiements: (await paiementsDuClient(db, client_id, PAIEMENTS, souscription_id)).results,
    sinistres: await sinistresDe(database, souscription_id),
  };
}

/** The bénéficiaires of a contrat, their telephones masked. */
export const beneficiairesLus = async (database: Database, souscription_id: number): Promise<BeneficiaireLu[]> =>
  (await beneficiairesDe(database, souscription_id)).map((each) => ({
    ...each,
    telephone: each.telephone && maskPhone(each.telephone),
  }));
