import type { TestDatabase } from '../../../tests/database.ts';
import type { Caller } from '../../core/access.ts';
import type { StoragePort } from '../../integrations/storage/storage.ts';
import { preparer } from './etats/demande.ts';
import { perimetreDe } from './etats/exports/export.ts';

interface Chez {
  succursale_id: number;
  /** Who lost an opportunité there, and has a report of their own. */
  utilisateur_id: number;
}

/** What somebody brought about, and a report that they keep and share; answers their ids. */
export async function rapporte(rows: TestDatabase['rows'], { succursale_id, utilisateur_id }: Chez, nom: string) {
  const made = async (text: string, values: unknown[]) => (await rows<{ id: number }>(text, values))[0]?.id as number;
  const opportunite = await made(
    `with c as (insert into clients (succursale_id, nom) values ($1, $3) returning id)
     insert into opportunites (nom, client_id, succursale_id, responsable_id, montant, probabilite, perdue_le, motif_perte)
     select $3, id, $1, $2, 500000, 0, date_metier(), 'Prix' from c returning id`,
    [succursale_id, utilisateur_id, nom],
  );
  const rapports_enregistres = await made(
    `insert into rapports_enregistres (nom, rapport, utilisateur_id, succursale_id, partage)
     values ($3, 'clients', $2, $1, true) returning id`,
    [succursale_id, utilisateur_id, nom],
  );
  return { performances: opportunite * 8 + 1, rapports_enregistres };
}

/** A file that is ready for somebody; answers its id. */
export async function exporte(rows: TestDatabase['rows'], stockage: StoragePort, { actor }: Caller): Promise<number> {
  const demande = { rapport: 'clients', filtres: {} };
  const cle = await stockage.put(Buffer.from('x'));
  const perimetre = perimetreDe(actor, preparer(actor, demande));
  const [row] = await rows<{ id: number }>(
    `insert into exports (utilisateur_id, nom, rapport, format, demande, langue, statut, cle, perimetre, taille, expire_le)
     values ($1, 'Clients', 'clients', 'csv', $2, 'fr', 'pret', $3, $4, 1, now() + interval '1 day') returning id`,
    [actor.id, JSON.stringify(demande), cle, perimetre],
  );
  return row?.id as number;
}
