import { cast } from '../../../../tests/cast.ts';
import { testDatabase } from '../../../../tests/database.ts';
import { refuse } from '../../../core/errors.ts';
import { readPasserelles } from '../../../integrations/passerelles/configuration.ts';
import type { DemandePaiement } from '../../assurance/mobile-money/demander.ts';
import { converser, interrompre } from './conversation.ts';
import type { Demande, Reponse } from './demande.ts';
import type { DemanderPaiement } from './effets.ts';

const kimia = {
  code: 'PASS-KIMIA',
  nom: 'PASS KIMIA',
  branche: 'ACC',
  garanties: [
    { code: 'deces_accident', libelle: 'Décès par accident', plafond: 500_000 },
    { code: 'frais_funeraires', libelle: 'Frais funéraires', plafond: 150_000 },
  ],
  montant_min: 100,
  montant_max: 60_000,
  periodicites: ['mensuelle', 'unique'],
};
const batela = { ...kimia, code: 'PASS-BATELA', nom: 'PASS BATELA', branche: 'EPG', periodicites: ['mensuelle'] };
const fermee = { ...kimia, code: 'PASS-ANCIEN', nom: 'PASS ANCIEN', actif: false };
const auto = { ...kimia, code: 'AUTO', nom: 'Automobile', branche: 'AUT' };

export const AWA = '+242061112233';
export const KONGO = '+242061234567';

/** A database where PASS are sold, telephones that talk, and a till that writes down what it is asked for. */
export async function standard(env: Record<string, string> = {}) {
  const db = await testDatabase();
  const people = await cast(db);
  // What the reference sells gives way: the screens are told for these.
  await db.rows('delete from produits');
  await db.rows('delete from produits');
  for (const { garanties, periodicites, ...produit } of [kimia, batela, fermee, auto]) {
    const ligne = { actif: true, duree: 365, duree_unite: 'jours', ...produit };
    await db.rows(
      `insert into produits (code, nom, branche, montant_min, montant_max, duree, duree_unite, actif, garanties, periodicites)
       select code, nom, branche, montant_min, montant_max, duree, duree_unite, actif, $2, $3
       from jsonb_to_record($1) as p(code text, nom text, branche text, montant_min bigint, montant_max bigint,
         duree integer, duree_unite text, actif boolean)`,
      [ligne, JSON.stringify(garanties), JSON.stringify(periodicites)],
    );
  }
  const demandes: DemandePaiement[] = [];
  const occupees = new Set<number>();
  const demanderPaiement: DemanderPaiement = async (_tx, demande) => {
    if (occupees.has(demande.souscription_id)) throw refuse('cle_en_cours');
    demandes.push(demande);
    return { paiement_id: demandes.length, numero: `PAI-${demandes.length}`, reference: 'aucune' };
  };
  const moyens = { configuration: readPasserelles(env), demanderPaiement };
  let sessions = 0;

  /** A telephone that dials: a session of a gateway that sends each input with a name of its own. */
  function appel(telephone = AWA, canal: Demande['canal'] = 'ussd') {
    sessions += 1;
    let n = 0;
    const session_id = `s${sessions}`;
    const envoyer = (mode: Demande['mode'], saisie: string): Promise<Reponse> => {
      n += 1;
      return converser(db.database, { canal, session_id, telephone, mode, saisie, cle: `${n}` }, moyens);
    };
    return {
      session_id,
      composer: () => envoyer('debut', ''),
      taper: (saisie: string) => envoyer('suite', saisie),
      coupure: () => interrompre(db.database, { canal, session_id, telephone }),
    };
  }

  const compter = async (table: 'clients' | 'souscriptions' | 'consentements' | 'conversations') =>
    (await db.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

  return { db, people, moyens, demandes, occupees, appel, compter, close: db.close };
}

export type Standard = Awaited<ReturnType<typeof standard>>;
