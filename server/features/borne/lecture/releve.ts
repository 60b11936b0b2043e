import type { Langue } from '../../../core/messages/messages.ts';
import { type Releve, relevePdf } from '../../assurance/releve.ts';
import type { PoliceDuClient } from '../contrats.ts';
import type { Lecteur } from '../lecteur.ts';
import { nomDuTitulaire, type Titulaire } from '../titulaire.ts';
import { type Edition, nomDeFichier, papierDe } from './edition.ts';

/** A relevé as a PDF: over all contrats of the client, or over one. @param police under which it is asked for */
export async function releveDuClient(
  db: Lecteur,
  titulaire: Titulaire,
  { police, souscription_id }: PoliceDuClient,
  { langue, seul }: { langue: Langue; seul: boolean },
): Promise<Edition> {
  const { client_id, succursale_id, telephone } = titulaire;
  const papier = await papierDe(db, succursale_id);
  const { date } = papier;
  const numero = `REL-${date.replaceAll('-', '')}-${police}`;
  const releve: Releve = {
    ...papier,
    numero,
    langue,
    client: { nom: nomDuTitulaire(titulaire), telephone },
    ...(await lignes(db, client_id, seul ? souscription_id : null)),
  };
  return { pdf: await relevePdf(releve), fichier: nomDeFichier(numero) };
}

type Lignes = Pick<Releve, 'contrats' | 'cotisations' | 'paiements'>;

/** Those that have begun: a contrat that nobody has paid for yet has neither dates nor money. */
async function lignes(db: Lecteur, client_id: number, souscription_id: number | null): Promise<Lignes> {
  const values = [client_id, souscription_id];
  const one = 'client_id = $1 and ($2::bigint is null or souscription_id = $2)';
  return {
    contrats: await db.query<Lignes['contrats'][number]>(
      `select k.police, coalesce(s.termes ->> 'produit', p.nom) as produit, k.date_effet::text, k.date_expiration::text,
         k.couvert_jusqu_au::text, k.solde, k.reste_a_payer
       from contrats k join souscriptions s on s.id = k.souscription_id join produits p on p.id = k.produit_id
       where k.client_id = $1 and ($2::bigint is null or k.souscription_id = $2) and k.date_expiration is not null
       order by k.date_effet, k.police`,
      values,
    ),
    cotisations: await db.query<Lignes['cotisations'][number]>(
      `select quittance, police, periode_debut::text, periode_fin::text, montant, paye, reste, statut
       from cotisations where ${one} order by periode_debut, police`,
      values,
    ),
    paiements: await db.query<Lignes['paiements'][number]>(
      `select p.numero, jour_metier(p.paye_le)::text as jour, n.numero as police, p.mode_paiement, p.montant
       from paiements p join souscriptions s on s.id = p.souscription_id
       join numeros_police n on n.souscription_id = s.id
       where s.client_id = $1 and ($2::bigint is null or s.id = $2) and p.statut = 'reussi' and s.expire_le is not null
       order by p.paye_le, p.id`,
      values,
    ),
  };
}
