import { aujourdhui, plusMois } from '../../server/core/jours.ts';
import { makeContrat, pay } from '../../server/features/assurance/factory.ts';
import type { TestPanel } from './panel.ts';

export interface Dossier {
  client: number;
  souscription: number;
  contrat: number;
  police: string;
}

/**
 * A client with a contrat of five months ago of which two months are paid, 10 000 F each, and two bénéficiaires: late,
 * with something of nearly everything.
 */
export async function dossier(
  { db, client: makeClient }: TestPanel,
  succursale_id: number,
  nom: string,
): Promise<Dossier> {
  const client = await makeClient(succursale_id, nom);
  const police = `CG-2026-VIE-${nom}`;
  const souscription = await makeContrat(db.database, {
    client_id: client,
    succursale_id,
    police,
    date_effet: plusMois(aujourdhui(), -5),
    montant: 10_000,
    periodicite: 'mensuelle',
    duree: 12,
    duree_unite: 'mois',
  });
  await pay(db.database, souscription, 10_000);
  await pay(db.database, souscription, 10_000);
  await db.rows(`update souscriptions set statut = 'activee' where id = $1`, [souscription]);
  await db.rows(
    `insert into beneficiaires (souscription_id, nom, prenom, relation, part)
     values ($1, 'EBODE', 'Ange', 'enfant', 60), ($1, 'EBODE', 'Rose', 'conjoint', 40)`,
    [souscription],
  );
  const [row] = await db.rows<{ id: number }>('select id from contrats where police = $1', [police]);
  return { client, souscription, contrat: row?.id as number, police };
}
