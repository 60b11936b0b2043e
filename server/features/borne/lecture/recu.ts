import { introuvable, refuse } from '../../../core/errors.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Langue } from '../../../core/messages/messages.ts';
import type { Francs } from '../../../core/money.ts';
import type { Paiement } from '../../assurance/paiements/paiement.ts';
import { type Recu, recuPdf } from '../../assurance/recu.ts';
import type { Lecteur } from '../lecteur.ts';
import { nomDuTitulaire, type Titulaire } from '../titulaire.ts';
import { type Edition, nomDeFichier, papierDe } from './edition.ts';

type Lu = Pick<
  Paiement,
  'id' | 'numero' | 'statut' | 'montant' | 'mode_paiement' | 'telephone_payeur' | 'reference_operateur'
> & {
  souscription_id: number;
  succursale_id: number;
  police: string;
  produit: string;
  jour: Jour | null;
  repris: Francs;
};

/** A payment for which there is a reçu. */
export interface PaiementRecu extends Lu {
  jour: Jour;
}

/** The reçu of a client's own payment, as a PDF. @throws 404 for another's, 409 where nothing was received */
export async function recuDuClient(
  db: Lecteur,
  titulaire: Titulaire,
  numero: string,
  langue: Langue,
): Promise<Edition> {
  const paiement = await exigerPaiement(db, titulaire.client_id, numero);
  const papier = await papierDe(db, paiement.succursale_id);
  const { montant: verse, ...rest } = paiement;
  const quittances = await db.query<Recu['quittances'][number]>(regle, [rest.souscription_id, rest.id]);
  const pdf = await recuPdf({ ...papier, ...rest, langue, client: nomDuTitulaire(titulaire), verse, quittances });
  return { pdf, fichier: nomDeFichier(`RECU-${paiement.numero}`) };
}

/** @throws 404 for another's, the same as for none; 409 `recu_*` that says why there is no reçu */
export async function exigerPaiement(db: Lecteur, client_id: number, numero: string): Promise<PaiementRecu> {
  const [found] = await db.query<Lu>(lire, [numero.trim(), client_id]);
  if (!found) throw introuvable();
  const { statut, montant, repris, jour } = found;
  if (statut === 'initie' || statut === 'en_cours') throw refuse('recu_en_attente');
  if (statut !== 'reussi' || !jour) throw refuse('recu_sans_paiement');
  if (montant - repris <= 0) throw refuse('recu_repris');
  return { ...found, jour };
}

const lire = `
  select p.id, p.numero, p.statut, p.montant, p.mode_paiement, p.telephone_payeur, p.reference_operateur,
    p.souscription_id, s.succursale_id, coalesce(n.numero, s.numero) as police,
    coalesce(s.termes ->> 'produit', d.nom) as produit, jour_metier(p.paye_le)::text as jour,
    coalesce((select -sum(r.montant) from paiements r
      where r.corrige_id = p.id and r.statut = 'reussi' and r.montant < 0), 0)::bigint as repris
  from paiements p join souscriptions s on s.id = p.souscription_id join produits d on d.id = s.produit_id
  left join numeros_police n on n.souscription_id = s.id
  where p.numero = $1 and s.client_id = $2`;

/**
 * Payments go to the periods in the order in which they came, what was taken back of one with it: the shares of all
 * payments in a period are what the ledger says is paid of it.
 */
const regle = `
  with versements as (
    select p.id, p.montant + coalesce((select sum(r.montant) from paiements r
        where r.corrige_id = p.id and r.statut = 'reussi' and r.montant < 0), 0) as net, p.paye_le
    from paiements p
    where p.souscription_id = $1 and p.statut = 'reussi' and not (p.montant < 0 and p.corrige_id is not null)
  ), rangs as (
    select id, sum(net) over (order by paye_le, id) - net as debut, sum(net) over (order by paye_le, id) as fin
    from versements
  )
  select c.quittance, c.periode_debut::text, c.periode_fin::text, part.montant::bigint as montant, c.reste
  from rangs r
  join cotisations c on c.souscription_id = $1
  join termes t on t.id = c.terme_id
  cross join lateral (select t.du_avant + (c.periode - 1) * t.montant as debut) d
  cross join lateral (select least(r.fin, d.debut + t.montant) - greatest(r.debut, d.debut) as montant) part
  where r.id = $2 and part.montant > 0
  order by c.terme, c.periode`;
