import { randomBytes } from 'node:crypto';
import type { TestDatabase } from '../../../../tests/database.ts';
import { systemCaller } from '../../../core/jobs/system.ts';
import { aujourdhui, plusJours } from '../../../core/jours.ts';
import { transact } from '../../../core/records/transaction.ts';
import { insert } from '../../organisation/factory.ts';
import { makeContrat, pay } from '../factory.ts';
import { makeSinistre } from './factory.ts';

/** A contrat whose sinistre of today is partly paid; answers a row of each resource that this concerns. */
export async function partlyPaid(db: TestDatabase, client_id: number, succursale_id: number, name: string) {
  const [utilisateur] = await db.rows<{ id: number }>('select id from utilisateurs order by id limit 1');
  const souscription_id = await makeContrat(db.database, {
    client_id,
    succursale_id,
    police: `SIN-${name}`,
    date_effet: plusJours(aujourdhui(), -10),
    montant: 1000,
    periodicite: 'annuelle',
    duree: 12,
    duree_unite: 'mois',
  });
  const garanties = [
    { code: 'soins', libelle: 'Soins', plafond: 100_000, carence_jours: 0, franchise: 0, frequence: null },
  ];
  const termes = {
    produit: name,
    garanties,
    duree: 12,
    duree_unite: 'mois',
    beneficiaires_max: 6,
    taux_commission: 0,
    modele_police: 'CG-{YYYY}-{BRANCHE}-{SEQ:3}',
  };
  await db.rows('update souscriptions set termes = termes || $2::jsonb where id = $1', [
    souscription_id,
    JSON.stringify(termes),
  ]);
  await pay(db.database, souscription_id, 1000);
  const sinistre = await transact(db.database, systemCaller, (tx) =>
    makeSinistre(tx, {
      souscription_id,
      date_survenance: aujourdhui(),
      declare_le: aujourdhui(),
      lignes: [{ garantie: 'soins', demande: 40_000 }],
      declarant_nom: name,
      statut: 'accepte',
      acompte: 10_000,
      instructeur_id: utilisateur?.id,
    }),
  );
  const [reglement] = await db.rows<{ id: number }>('select id from reglements where sinistre_id = $1', [sinistre.id]);
  const document = { sinistre_id: sinistre.id, nom: `${name}.jpg`, type: 'jpeg', taille: 1 };
  const digests = { empreinte: randomBytes(32).toString('hex'), cle: randomBytes(32).toString('hex') };
  const documents = await insert(db.database, 'documents', { ...document, ...digests });
  return { sinistres: sinistre.id, reglements: reglement?.id as number, documents };
}
