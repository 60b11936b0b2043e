/**
 * What a client is worth to those who serve them, in SQL over the row under an alias. These tables belong to features
 * that stand above this one: they are known here by their names alone.
 */
export const projetsActifs = (client: string): string =>
  `select count(*)::int from projets p where p.client_id = ${client}.id and p.supprime_le is null and p.statut <> 'termine'`;

export const opportunitesActives = (client: string): string =>
  `select count(*)::int from opportunites o
   where o.client_id = ${client}.id and o.supprime_le is null and o.statut = 'en_cours'`;

export const valeur = (client: string): string =>
  `select ((select coalesce(sum(s.paye), 0) from souscriptions s where s.client_id = ${client}.id)
    + (select coalesce(sum(d.montant), 0) from devis d
       where d.client_id = ${client}.id and d.statut = 'accepte' and d.souscription_id is null))::bigint`;
