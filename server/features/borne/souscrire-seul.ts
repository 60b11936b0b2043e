import { champInvalide } from '../../core/errors.ts';
import type { Francs } from '../../core/money.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import type { Operateur } from '../../integrations/mobile-money/mobile-money.ts';
import type { Periodicite } from '../assurance/echeancier.ts';
import { type PaiementEnRoute, partir } from './payer/payer.ts';
import type { CanalClient, SessionBorne } from './sessions.ts';
import { souscrire, titulaireDe } from './souscrire.ts';

interface Voulu {
  /** The product's code. */
  produit: string;
  /** Francs per period; the first is paid now. */
  montant: Francs;
  periodicite: Periodicite;
  operateur: Operateur;
  telephone_payeur?: string;
  canal: CanalClient;
  /** The very text that was shown. */
  consentement: string;
}

/** What somebody asks for at a terminal or on a telephone: signed in, or by telling who they are. */
export type Demande = Voulu & ({ session: SessionBorne } | { nom: string; prenom: string; telephone: string });

interface Moyens {
  /** Signs the name under which the payment is followed. */
  secret: string;
  /** Code of the succursale of new clients; the head office unless given. */
  succursale?: string;
  /** Key of the succursale of the enrolled terminal where it is asked for. */
  succursale_id?: number;
}

/**
 * A souscription and the request for its first payment. Whoever is not signed in learns nothing about whether their
 * telephone was known. @throws 400 naming the field, 409 as `demanderPaiement`
 */
export async function souscrireSeul(
  tx: Transaction,
  { secret, succursale, succursale_id }: Moyens,
  demande: Demande,
): Promise<PaiementEnRoute & { numero: string }> {
  const { montant, periodicite, operateur, canal, consentement } = demande;
  const telephone = 'session' in demande ? demande.session.telephone : demande.telephone;
  const client =
    'session' in demande
      ? { id: demande.session.client_id, succursale_id: demande.session.succursale_id }
      : await titulaireDe(tx, demande, succursale_id ?? succursale);
  const produit_id = await produitEnVente(tx, demande.produit);
  const id = await souscrire(tx, client, {
    produit_id,
    montant,
    periodicite,
    canal,
    telephone,
    consentement: { texte: consentement, le: new Date().toISOString() },
    succursale_id,
  });
  const [made] = await tx.query<{ numero: string }>('select numero from souscriptions where id = $1', [id]);
  const payeur = demande.telephone_payeur ?? telephone;
  const parti = await partir(tx, secret, id, { montant, operateur, telephone: payeur, type: 'souscription_initiale' });
  return { numero: made?.numero ?? '', ...parti };
}

async function produitEnVente(tx: Transaction, code: string): Promise<number> {
  const [found] = await tx.query<{ id: number }>(
    'select id from produits where actif and code in ($1, upper($1)) order by code = $1 desc limit 1',
    [code],
  );
  if (!found) throw champInvalide('produit', 'reference_inconnue');
  return found.id;
}
