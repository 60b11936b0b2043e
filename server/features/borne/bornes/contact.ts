import type { Database } from '../../../core/database.ts';
import { Problem } from '../../../core/errors.ts';
import { journalize } from '../../../core/journal/journal.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import type { Borne } from './borne.ts';
import { type BorneConnue, empreinteDe } from './enrolement.ts';

/** 401: this terminal was never enrolled, or is not any more. */
export const borneRevoquee = () => new Problem(401, 'borne_revoquee', { key: 'borne_revoquee' });

/** The terminal that a secret belongs to. @throws 401 `borne_revoquee` */
export async function borneDuJeton(database: Pick<Database, 'read'>, jeton: unknown): Promise<BorneConnue> {
  const empreinte = empreinteDe(jeton);
  const [found] = empreinte
    ? await database.read<BorneConnue>({
        text: 'select id, nom, succursale_id, empreinte from bornes where empreinte = $1',
        values: [empreinte],
        stable: true,
      })
    : [];
  if (!found) throw borneRevoquee();
  return found;
}

export interface Contact {
  version: string;
  imprimante: Borne['imprimante'];
}

/** What a terminal is told about itself when it reports. */
export interface Situation {
  nom: string;
  succursale: string;
  etat: 'en_service';
}

interface Avant {
  version: string | null;
  imprimante: Borne['imprimante'];
  succursale: string;
  nom: string;
}

/**
 * A terminal says that it is there. No revision is raised: whoever has its row open is not disturbed. Only what is new
 * with the shell or the printer stands in the journal. @throws 401 `borne_revoquee`
 */
export async function noterContact(tx: Transaction, borne: BorneConnue, contact: Contact): Promise<Situation> {
  const { version, imprimante } = contact;
  const [avant] = await tx.query<Avant>(
    `select b.version, b.imprimante, b.nom, s.nom as succursale from bornes b join succursales s on s.id = b.succursale_id
     where b.id = $1 and b.empreinte = $2 for update of b`,
    [borne.id, borne.empreinte],
  );
  if (!avant) throw borneRevoquee();
  await tx.query('update bornes set dernier_contact = now(), version = $2, imprimante = $3 where id = $1', [
    borne.id,
    version,
    imprimante,
  ]);
  const neufs = (['version', 'imprimante'] as const).filter((name) => avant[name] !== contact[name]);
  if (neufs.length > 0) {
    const part = (of: Pick<Avant, 'version' | 'imprimante'>) =>
      Object.fromEntries(neufs.map((name) => [name, of[name]]));
    await journalize(tx, {
      action: 'signaler',
      ressource: 'bornes',
      objet_id: borne.id,
      objet: borne.nom,
      succursale_id: borne.succursale_id,
      avant: part(avant),
      apres: part(contact),
    });
  }
  return { nom: avant.nom, succursale: avant.succursale, etat: 'en_service' };
}
