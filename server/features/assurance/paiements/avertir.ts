import type { Jour } from '../../../core/jours.ts';
import { type Francs, inFrancs } from '../../../core/money.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { deposerSms } from '../../../integrations/sms/envoi.ts';
import { valeurDe } from '../../parametres/catalogue.ts';

interface Recu {
  numero: string;
  montant: Francs;
  telephone: string;
  produit: string;
  police: string;
  effet: Jour;
  expiration: Jour;
  couvert: Jour;
}

const enJour = (jour: Jour): string => jour.split('-').reverse().join('/');

/** Tells the client by SMS, once the transaction has succeeded, what was paid and until when it covers. */
export async function avertir(tx: Transaction, paiement_id: number, ouvert: boolean): Promise<void> {
  if ((await valeurDe(tx, 'sms.recus')) === 'non') return;
  const [recu] = await tx.query<Recu>(
    `select p.numero, p.montant, c.telephone, s.termes ->> 'produit' as produit, n.numero as police,
       s.date_effet::text as effet, s.expire_le::text as expiration, s.couvert_jusqu_au::text as couvert
     from paiements p join souscriptions s on s.id = p.souscription_id join clients c on c.id = s.client_id
     join numeros_police n on n.souscription_id = s.id
     where p.id = $1 and c.telephone is not null and s.couvert_jusqu_au is not null`,
    [paiement_id],
  );
  if (!recu) return;
  const { telephone, numero, police, produit } = recu;
  if (ouvert) {
    const dates = { effet: enJour(recu.effet), expiration: enJour(recu.expiration) };
    await deposerSms(tx, {
      cle: `police:${police}`,
      telephone,
      modele: 'police_attribuee',
      donnees: { produit: produit ?? '', police, ...dates },
    });
  }
  const donnees = { montant: inFrancs(recu.montant), police, couvert: enJour(recu.couvert), numero };
  await deposerSms(tx, { cle: `paiement:${paiement_id}`, telephone, modele: 'paiement_recu', donnees });
}
