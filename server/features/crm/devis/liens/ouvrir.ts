import type { Caller } from '../../../../core/access.ts';
import type { Database } from '../../../../core/database.ts';
import { introuvable } from '../../../../core/errors.ts';
import { systemCaller } from '../../../../core/jobs/system.ts';
import type { Langue } from '../../../../core/messages/messages.ts';
import { snapshot } from '../../../../core/records/differences.ts';
import { type Transaction, transact } from '../../../../core/records/transaction.ts';
import { keep } from '../../../../core/records/write.ts';
import { resourceOf } from '../../../../core/resource.ts';
import { Devis } from '../devis.ts';
import { type Reponse, repondre } from '../repondre.ts';
import { empreinteDe } from './jeton.ts';

export interface Lien {
  id: string;
  devis_id: number;
  langue: Langue;
}

/** From where somebody who holds a link comes. */
export type Origine = Pick<Caller, 'adresse_ip' | 'requete_id' | 'langue'>;

const open = 'revoque_le is null and expire_le >= date_metier()';

/** The link of a token. @throws 404 `devis_lien_ferme`, the same for wrong, expired and ended */
export async function lienDe(database: Database, jeton: string): Promise<Lien> {
  const [lien] = await database.read<Lien>({
    text: `select id, devis_id, langue from liens_devis where empreinte = $1 and ${open}`,
    values: [empreinteDe(jeton)],
    stable: true,
  });
  if (!lien) throw introuvable('devis_lien_ferme');
  return lien;
}

/** The client has it before them: that is kept once, with its moment. */
export const consulter = (database: Database, lien: Lien, origine: Origine): Promise<void> =>
  transact(database, parLien(origine), async (tx) => {
    await tx.query('update liens_devis set ouvert_le = coalesce(ouvert_le, now()) where id = $1', [lien.id]);
    await changer(tx, lien, async (devis) => {
      if (devis.statut !== 'envoye') return undefined;
      devis.devenir('consulter');
      devis.consulte_le ??= new Date();
      return 'consulter';
    });
  });

/** The client's answer, once. @throws 404 when the link has ended meanwhile, 409 with the reason */
export const repondreParLien = (database: Database, lien: Lien, reponse: Reponse, origine: Origine): Promise<void> =>
  transact(database, parLien(origine), async (tx) => {
    const [held] = await tx.query(`select from liens_devis where id = $1 and ${open} for share`, [lien.id]);
    if (!held) throw introuvable('devis_lien_ferme');
    await changer(tx, lien, async (devis) => {
      await repondre(tx, devis, reponse);
      return reponse.verbe;
    });
    await tx.job('prevenir-reponse-devis', { id: lien.id, devis_id: lien.devis_id }, { key: `reponse:${lien.id}` });
  });

/** Holds the devis, and saves what was done to it with its line in the journal. */
async function changer(tx: Transaction, { devis_id }: Lien, change: (devis: Devis) => Promise<string | undefined>) {
  const devis = resourceOf(Devis);
  await tx.query('select from devis where id = $1 for update', [devis_id]);
  const row = await tx.em.findOneByOrFail(Devis, { id: devis_id });
  const before = snapshot(devis, row);
  const action = await change(row);
  if (action) await keep(tx, devis, row, before, action);
}

/** Whoever holds the link: no account, and nothing but what the link offers. */
const parLien = (origine: Origine): Caller => ({
  ...systemCaller,
  ...origine,
  surface: 'lien',
  actor: { ...systemCaller.actor, nom: 'Client par lien', role: 'client' },
});
