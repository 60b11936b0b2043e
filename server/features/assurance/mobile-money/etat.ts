import type { Database } from '../../../core/database.ts';
import { introuvable } from '../../../core/errors.ts';
import type { Langue } from '../../../core/messages/messages.ts';
import type { Francs } from '../../../core/money.ts';
import { phrases } from '../../../integrations/mobile-money/messages.ts';
import { type CodeMotif, codesMotif, motif } from '../../../integrations/mobile-money/motifs.ts';
import type { Paiement } from '../paiements/paiement.ts';
import type { Tentative } from './tentatives/tentative.ts';

/** What a screen that waits for a payment shows. */
export interface EtatPaiement {
  numero: string;
  statut: Paiement['statut'];
  /** `verification`: it may have been paid; nobody pays a second time until it is known. */
  etat: 'envoi' | 'en_attente' | 'verification' | 'reussi' | 'echoue';
  message: string;
  peut_reessayer: boolean;
  montant: Francs;
}

interface Found extends Pick<Paiement, 'numero' | 'statut' | 'montant' | 'motif_echec'> {
  tentative: Tentative['etat'] | null;
  motif_code: string | null;
}

const own: Record<Langue, Record<'envoi' | 'reussi' | 'echoue', string>> = {
  fr: {
    envoi: 'La demande de paiement part vers votre téléphone.',
    reussi: 'Le paiement est reçu. Merci.',
    echoue: 'Le paiement n’a pas été fait.',
  },
  en: {
    envoi: 'The request for payment is on its way to your telephone.',
    reussi: 'The payment is received. Thank you.',
    echoue: 'The payment was not made.',
  },
};

/** Where a payment stands, by its number or its id. Whose it is must have been checked. @throws 404 */
export async function etatPaiement(
  database: Pick<Database, 'read'>,
  which: string | number,
  langue: Langue = 'fr',
): Promise<EtatPaiement> {
  const [found] = await database.read<Found>({
    text: `select p.numero, p.statut, p.montant, p.motif_echec, t.etat as tentative, t.motif_code
      from paiements p left join tentatives t on t.paiement_id = p.id
      where ${typeof which === 'number' ? 'p.id' : 'p.numero'} = $1`,
    values: [which],
    stable: true,
  });
  if (!found) throw introuvable();
  const { numero, statut, montant } = found;
  return { numero, statut, montant, ...told(found, langue) };
}

function told(found: Found, langue: Langue): Pick<EtatPaiement, 'etat' | 'message' | 'peut_reessayer'> {
  const waits = { peut_reessayer: false };
  const said = phrases[langue];
  if (found.statut === 'reussi') return { etat: 'reussi', message: own[langue].reussi, ...waits };
  if (found.statut === 'echoue' || found.statut === 'annule') {
    const code = codesMotif.find((each) => each === found.motif_code);
    return { etat: 'echoue', message: code ? said[code] : own[langue].echoue, peut_reessayer: reessayable(code) };
  }
  if (found.tentative === 'envoyee') return { etat: 'en_attente', message: said.a_valider, ...waits };
  if (found.tentative === 'inconnue') return { etat: 'verification', message: said.verification_en_cours, ...waits };
  return { etat: 'envoi', message: own[langue].envoi, ...waits };
}

const reessayable = (code: CodeMotif | undefined): boolean => !code || motif(code, '').reessayable;
