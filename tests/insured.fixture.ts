import { aujourdhui } from '../server/core/jours.ts';
import { makeContrat, pay } from '../server/features/assurance/factory.ts';
import type { TestApi } from './api.ts';

interface Pair {
  douala: number;
  yaounde: number;
}

/** A contrat in each place, of which one month of twelve is paid for; and what is read from it. */
export async function insured({ db, people }: TestApi): Promise<Record<string, Pair>> {
  const made = async (place: keyof Pair) => {
    const [client] = await db.rows<{ id: number }>(
      'insert into clients (succursale_id, nom) values ($1, $2) returning id',
      [people[place], place.toUpperCase()],
    );
    const id = await makeContrat(db.database, {
      client_id: client?.id as number,
      succursale_id: people[place],
      police: place.toUpperCase(),
      date_effet: aujourdhui(),
      montant: 500,
      periodicite: 'mensuelle',
      duree: 12,
      duree_unite: 'mois',
    });
    await pay(db.database, id, 500);
    await db.rows(`update souscriptions set statut = 'activee' where id = $1`, [id]);
    const [kept] = await db.rows<{ police: number; terme: number }>(
      `select n.id as police, t.id as terme from numeros_police n join termes t using (souscription_id)
       where souscription_id = $1`,
      [id],
    );
    const terme = kept?.terme as number;
    return { id, police: kept?.police as number, cotisation: terme * 1000, mouvement: terme * 2 };
  };
  const [douala, yaounde] = [await made('douala'), await made('yaounde')];
  const both = (name: keyof typeof douala): Pair => ({ douala: douala[name], yaounde: yaounde[name] });
  const [parametre] = await db.rows<{ id: number }>('select id from parametres order by id limit 1');
  const one = parametre?.id as number;
  return {
    contrats: both('police'),
    numeros_police: both('police'),
    echeances: both('id'),
    renouvellements: both('id'),
    cotisations: both('cotisation'),
    mouvements_portefeuille: both('mouvement'),
    parametres: { douala: one, yaounde: one },
  };
}
