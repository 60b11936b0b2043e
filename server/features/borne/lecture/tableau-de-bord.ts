import { maskEmail } from '../../../core/email.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import { maskPhone } from '../../../core/phone.ts';
import { type ContratDuClient, contratsDuClient } from '../contrats.ts';
import type { Lecteur } from '../lecteur.ts';
import type { SessionBorne } from '../sessions.ts';
import { titulaireDe } from '../titulaire.ts';
import { type CotisationDuClient, cotisationsRecentes } from './cotisations.ts';

export interface Echeance {
  police: string;
  date_echeance: Jour;
  a_payer: Francs;
  jours_retard: number;
}

/** What a client sees first. Amounts in francs. */
export interface TableauDeBord {
  /** The telephone and the e-mail address, to which documents can be sent, are masked. */
  client: { nom: string; prenom: string | null; telephone: string; email: string | null };
  aujourd_hui: Jour;
  /** All that was successfully paid, over all contrats. */
  solde_global: Francs;
  reste_a_payer: Francs;
  contrats: ContratDuClient[];
  cotisations_recentes: CotisationDuClient[];
  prochaines_echeances: Echeance[];
}

export async function tableauDeBord(db: Lecteur, session: SessionBorne): Promise<TableauDeBord> {
  const { client_id, nom, prenom, telephone } = session;
  const [today] = await db.query<{ jour: Jour }>('select date_metier()::text as jour');
  const email = (await titulaireDe(db, client_id))?.email ?? null;
  const contrats = await contratsDuClient(db, client_id);
  return {
    client: { nom, prenom, telephone: maskPhone(telephone), email: email && maskEmail(email) },
    aujourd_hui: today?.jour ?? '',
    solde_global: sum(contrats, 'solde'),
    reste_a_payer: sum(contrats, 'reste_a_payer'),
    contrats,
    cotisations_recentes: await cotisationsRecentes(db, client_id),
    prochaines_echeances: await db.query<Echeance>(
      `select police, date_echeance::text, a_payer, jours_retard from echeances where client_id = $1
       order by date_echeance, police`,
      [client_id],
    ),
  };
}

const sum = <K extends string>(rows: readonly Record<K, Francs>[], key: K): Francs =>
  rows.reduce((total, row) => total + row[key], 0);
