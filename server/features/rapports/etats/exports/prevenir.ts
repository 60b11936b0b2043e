import type { Database } from '../../../../core/database.ts';
import { Problem } from '../../../../core/errors.ts';
import { say } from '../../../../core/messages/messages.ts';
import type { MailPort } from '../../../../integrations/mail/mail.ts';
import { mailRapport } from '../../../../integrations/mail/modeles/rapport.ts';
import type { StoragePort } from '../../../../integrations/storage/storage.ts';
import type { Actors } from '../../../organisation/utilisateurs/actor.ts';
import { nomDuFichier, types } from '../fichier/formats.ts';
import { colonnesDites, type ExportTenu } from './export.ts';
import { exigerLesMemesDroits } from './lire.ts';

export interface Courrier {
  actors: Actors;
  mail: MailPort;
  stockage: StoragePort;
  /** Where people reach the product. */
  url: string;
}

/** A file that goes with a message, in bytes: a larger one is to be fetched. */
const JOINT_MAX = 5 * 1024 * 1024;

/** Where somebody finds their exports in the panel. */
const cheminDesExports = '/admin/pages/rapports';

interface Attendu extends ExportTenu {
  email: string;
  institution: string;
}

const text = `select ${colonnesDites
  .split(',')
  .map((name) => `e.${name.trim()}`)
  .join(', ')}, e.destinataires, e.langue, e.cle, e.demande, e.perimetre, e.utilisateur_id,
    u.email, s.nom as institution
  from exports e join utilisateurs u on u.id = e.utilisateur_id join succursales s on s.id = u.succursale_id
  where e.id = $1`;

/**
 * Tells one of those who wait for an export: the one who asked for it, or an address that a planned one goes to. A
 * planned file goes with the message while it is small, and while its owner could still have it: mail may have waited
 * for hours. What was thrown away meanwhile is told to nobody.
 */
export async function prevenir(database: Database, courrier: Courrier, id: number, rang: number): Promise<void> {
  const [tenu] = await database.read<Attendu>({ text, values: [id], stable: true });
  if (!tenu || !['pret', 'echoue'].includes(tenu.statut)) return;
  const planned = tenu.destinataires.length > 0;
  // That one failed is for its owner, once.
  if (tenu.statut === 'echoue' && rang > 0) return;
  const to = tenu.statut === 'echoue' ? tenu.email : planned ? tenu.destinataires[rang] : tenu.email;
  if (!to) return;
  const { nom, institution, langue } = tenu;
  const perdu = planned && tenu.statut === 'pret' ? await droitPerdu(courrier, tenu) : undefined;
  if (perdu) return noter(database, { ...tenu, statut: 'echoue', motif_echec: say(langue, { key: perdu }) });
  await courrier.mail.send(
    mailRapport(to, langue, { nom, institution, suite: await suiteDe(courrier, tenu, planned) }),
  );
  if (planned) await noter(database, tenu);
}

/** Why the one who planned it may not have it any more; undefined while they may. */
async function droitPerdu({ actors }: Courrier, tenu: Attendu): Promise<string | undefined> {
  const known = await actors.find(tenu.utilisateur_id);
  if (!known) return 'export_compte_inactif';
  try {
    exigerLesMemesDroits(known.actor, tenu);
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.said.key;
  }
}

async function suiteDe({ stockage, url }: Courrier, tenu: Attendu, planned: boolean) {
  if (tenu.statut === 'echoue') return { sorte: 'echoue', motif: tenu.motif_echec ?? '' } as const;
  const small = planned && (tenu.taille ?? 0) < JOINT_MAX;
  const contenu = small && tenu.cle ? await stockage.get(tenu.cle) : undefined;
  if (contenu) {
    const piece = { nom: nomDuFichier(tenu.rapport, tenu.format), type: types[tenu.format], contenu };
    return { sorte: 'joint', piece } as const;
  }
  return { sorte: 'pret', lien: new URL(`${cheminDesExports}?export=${tenu.id}`, url).href } as const;
}

/** What became of it, at the report that it was planned for. */
async function noter(database: Database, { rapport_enregistre_id, statut, motif_echec, lignes, langue }: Attendu) {
  const resultat =
    statut === 'echoue' ? motif_echec : say(langue, { key: 'rapport_envoye', params: { nombre: Number(lignes) } });
  await database.read({
    text: `with note as (update rapports_enregistres set dernier_resultat = $2 where id = $1 returning id)
      select pg_notify('guichet_donnees', 'rapports_enregistres') from note`,
    values: [rapport_enregistre_id, resultat],
    stable: true,
  });
}
