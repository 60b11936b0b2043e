import type { Francs } from '../../../core/money.ts';
import { maskPhone } from '../../../core/phone.ts';
import type { Lecteur } from '../lecteur.ts';
import { lirePage, type Page, type Tranche } from './cotisations.ts';

export interface PaiementDuClient {
  numero: string;
  police: string | null;
  type: string;
  mode_paiement: string;
  montant: Francs;
  statut: string;
  /** Masked. */
  telephone_payeur: string | null;
  motif_echec: string | null;
  paye_le: Date | null;
  cree_le: Date;
}

const colonnes = `p.numero, n.numero as police, p.type, p.mode_paiement, p.montant, p.statut, p.telephone_payeur,
  p.motif_echec, p.paye_le, p.cree_le`;

const depuis = `paiements p join souscriptions s on s.id = p.souscription_id
  left join numeros_police n on n.souscription_id = s.id`;

const masquer = (paiement: PaiementDuClient): PaiementDuClient => ({
  ...paiement,
  telephone_payeur: paiement.telephone_payeur && maskPhone(paiement.telephone_payeur),
});

/** All payments of a client, the latest first. @param souscription_id those for this contrat alone */
export async function paiementsDuClient(
  db: Lecteur,
  client_id: number,
  tranche: Tranche,
  souscription_id?: number,
): Promise<Page<PaiementDuClient>> {
  const { count, results } = await lirePage<PaiementDuClient>(db, tranche, {
    colonnes,
    depuis: `${depuis} where s.client_id = $1 and ($2::bigint is null or s.id = $2)`,
    ordre: 'p.id desc',
    values: [client_id, souscription_id ?? null],
  });
  return { count, results: results.map(masquer) };
}
