import type { Transaction } from '../../../core/records/transaction.ts';
import type { ConfigurationPasserelles } from '../../../integrations/passerelles/configuration.ts';
import type { ContratDuClient, Faits, ProduitEnVente } from './faits.ts';
import { operateursDe } from './operateur.ts';

/** What is sold without anybody at a counter. */
const produitsEnVente = `
  select id, nom, montant_min, montant_max, periodicites, duree, duree_unite,
    array(select garantie ->> 'libelle' from jsonb_array_elements(garanties) garantie) as garanties
  from produits where actif and code like 'PASS%' order by code`;

const contratsDuTelephone = `
  select s.id as souscription_id, n.numero as police, coalesce(s.termes ->> 'produit', p.nom) as produit, s.montant,
    s.statut = 'en_attente' as en_attente, s.couvert_jusqu_au,
    case when s.statut = 'en_attente' then s.montant else c.reste_a_payer end as reste_a_payer,
    case when s.statut = 'en_attente' then s.montant else t.total - s.paye end as restant,
    s.statut <> 'en_attente' and c.reste_a_payer > 0
      and s.couvert_jusqu_au + coalesce((s.termes ->> 'jours_grace')::integer, 0) < date_metier() as en_retard
  from clients k
  join souscriptions s on s.client_id = k.id
  join produits p on p.id = s.produit_id
  left join numeros_police n on n.souscription_id = s.id
  left join contrats c on c.souscription_id = s.id
  left join lateral (select coalesce(sum(montant * nombre), 0)::bigint as total from termes
                     where souscription_id = s.id) t on true
  where k.telephone = $1 and k.supprime_le is null
    and (s.statut = 'en_attente' or c.statut in ('activee', 'suspendue'))
  order by s.id desc limit 30`;

/** All that a step may need to know about whoever holds this telephone. */
export async function lireFaits(
  tx: Transaction,
  { canal, telephone }: Pick<Faits, 'canal' | 'telephone'>,
  { OPERATEUR_PREFIXES }: ConfigurationPasserelles,
): Promise<Faits> {
  const produits = await tx.query<ProduitEnVente>(produitsEnVente);
  const contrats = await tx.query<ContratDuClient>(contratsDuTelephone, [telephone]);
  const [client] = await tx.query('select from clients where telephone = $1 and supprime_le is null limit 1', [
    telephone,
  ]);
  return {
    canal,
    telephone,
    maintenant: new Date().toISOString(),
    langue: 'fr',
    connu: client !== undefined,
    produits,
    contrats,
    operateurs: operateursDe(telephone, OPERATEUR_PREFIXES),
  };
}
