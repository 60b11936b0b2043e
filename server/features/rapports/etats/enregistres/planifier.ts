import type { Caller } from '../../../../core/access.ts';
import { demand } from '../../../../core/access.ts';
import type { Database } from '../../../../core/database.ts';
import { Problem } from '../../../../core/errors.ts';
import { say } from '../../../../core/messages/messages.ts';
import { type Transaction, transact } from '../../../../core/records/transaction.ts';
import { actorOf } from '../../../organisation/utilisateurs/actor.ts';
import { preparer } from '../demande.ts';
import { commander } from '../exports/demander.ts';
import { demandeDe } from './demande.ts';
import type { RapportEnregistre } from './rapport-enregistre.ts';

type Du = Pick<
  RapportEnregistre,
  | 'id'
  | 'nom'
  | 'rapport'
  | 'format_fichier'
  | 'filtres'
  | 'colonnes'
  | 'grouper_par'
  | 'utilisateur_id'
  | 'destinataires'
> & { prochain_le: Date; langue: 'fr' | 'en' };

/**
 * Queues one report that is due, once for its moment however many processes look, and plans the next one after now:
 * what was missed meanwhile is made up for once. false when none is due.
 */
export const envoyerUnDu = (database: Database, caller: Caller): Promise<boolean> =>
  transact(database, caller, async (tx) => {
    const [due] = await tx.query<Du>(
      `select r.id, r.nom, r.rapport, r.format_fichier, r.filtres, r.colonnes, r.grouper_par, r.utilisateur_id, r.destinataires,
         r.prochain_le, u.langue
       from rapports_enregistres r join utilisateurs u on u.id = r.utilisateur_id
       where r.prochain_le <= now() order by r.prochain_le limit 1 for update of r skip locked`,
    );
    if (!due) return false;
    const refused = await commanderPour(tx, due);
    await tx.query(
      `update rapports_enregistres set suspendu = $2, dernier_resultat = $3, dernier_le = $4, modifie_le = now(),
         prochain_le = case when $2 then null else prochaine_echeance(planification, jour, heure, now()) end,
         revision = revision + 1 where id = $1`,
      [due.id, refused !== undefined, refused ?? say(due.langue, { key: 'rapport_en_preparation' }), due.prochain_le],
    );
    tx.changed('rapports_enregistres');
    return true;
  });

/** As the owner, with their rights of now. @returns why it is refused, in a sentence */
async function commanderPour(tx: Transaction, due: Du): Promise<string | undefined> {
  const actor = await actorOf(tx, due.utilisateur_id);
  if (!actor) return say(due.langue, { key: 'rapport_compte_inactif' });
  const demande = demandeDe(due);
  try {
    const prete = preparer(actor, demande, 'filtres.');
    demand(actor, prete.of, 'exporter');
    const own: Transaction = { ...tx, caller: { actor, surface: 'systeme', langue: due.langue } };
    const { format_fichier: format, nom, id, prochain_le } = due;
    const destinataires = due.destinataires.length > 0 ? due.destinataires : [actor.email ?? ''];
    await commander(own, prete, {
      demande,
      format,
      nom,
      rapport_enregistre_id: id,
      prevu_le: prochain_le,
      destinataires,
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return say(due.langue, { key: 'rapport_droit_perdu', params: { raison: say(due.langue, error.said) } });
  }
}
