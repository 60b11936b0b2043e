import { randomBytes } from 'node:crypto';

/** Runs a statement and answers its rows. */
type Rows = <T extends object>(text: string, values: unknown[]) => Promise<T[]>;

/** A payment by mobile money that is under way for a souscription, a discrepancy about it, and a statement; their ids. */
export async function surveille(rows: Rows, souscription_id: number, nom: string) {
  const id = async (text: string, values: unknown[]) => (await rows<{ id: number }>(text, values))[0]?.id as number;
  const digest = () => randomBytes(32).toString('hex');
  const paiements = await id(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant)
     values ($1, $2, 'cotisation', 'mtn_money', 500) returning id`,
    [`PAI-${nom}`, souscription_id],
  );
  const tentatives = await id(
    `insert into tentatives (reference, paiement_id, souscription_id, operateur, telephone, montant, devise, externe,
       jeton_rappel, prochain_le)
     values (gen_random_uuid(), $1, $2, 'mtn_money', '+242061234567', 500, 'XAF', $3, $4, now()) returning id`,
    [paiements, souscription_id, `PAI-${nom}`, digest()],
  );
  const ecarts = await id(
    `insert into ecarts (cle, classe, operateur, tentative_id, paiement_id, souscription_id, jour)
     values ($1, 'a_revoir', 'mtn_money', $2, $3, $4, current_date) returning id`,
    [`a_revoir/${nom}`, tentatives, paiements, souscription_id],
  );
  const releves = await id(
    `insert into releves (operateur, contenu, empreinte, lignes) values ('mtn_money', $1, $2, 0) returning id`,
    [nom, digest()],
  );
  return { paiements, tentatives, ecarts, releves };
}
