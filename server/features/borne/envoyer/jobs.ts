import { z } from 'zod';
import type { Database } from '../../../core/database.ts';
import { Problem } from '../../../core/errors.ts';
import { JobError, type Jobs, job } from '../../../core/jobs/job.ts';
import { say } from '../../../core/messages/messages.ts';
import type { MailPort } from '../../../integrations/mail/mail.ts';
import { documentJoint } from '../../../integrations/mail/modeles/document-joint.ts';
import { texteSms } from '../../../integrations/sms/modeles.ts';
import type { SmsPort } from '../../../integrations/sms/sms.ts';
import { lecteur } from '../lecteur.ts';
import { papierDe } from '../lecture/edition.ts';
import { nomDuTitulaire, titulaireDe } from '../titulaire.ts';
import { editer, type Piece } from './editer.ts';
import { cheminDuLien, digest, jetonDe, LIEN } from './liens.ts';
import { documents, type Moyen } from './messages.ts';

interface Moyens {
  mail: MailPort;
  sms: SmsPort;
  secret: string;
  /** Where people reach the product. */
  url: string;
}

interface Attendu extends Piece {
  par: Moyen;
  destinataire: string;
}

const attendu = `select client_id, document, souscription_id, paiement_id, langue, par, destinataire
  from envois where id = $1 and parti_le is null and expire_le > $2`;
const parti = 'update envois set parti_le = now() where id = $1';
const perimes = `delete from envois where expire_le < now() - interval '7 days'`;

/** A document leaves as it is when it leaves; what is kept until then says neither what is in it nor where it goes. */
export const envoyerJobs = (moyens: Moyens): Jobs => ({
  'envoyer-document': job({
    payload: z.strictObject({ id: z.uuid() }),
    async run({ id }, { database }) {
      const [envoi] = await database.read<Attendu>({ text: attendu, values: [id, new Date()], stable: true });
      if (!envoi) return;
      await (envoi.par === 'sms' ? parSms : parEmail)(database, moyens, envoi, id);
      await database.read({ text: parti, values: [id], stable: true });
    },
  }),
  'oublier-envois': job({
    payload: z.strictObject({}),
    cron: '47 2 * * *',
    catchUp: 24,
    async run(_payload, { database }) {
      await database.read({ text: perimes, values: [], stable: true });
    },
  }),
});

/** The client, if the address on file is still the one that the document was promised to. @throws {JobError} for good */
async function destinataireDe(database: Database, { client_id, par, destinataire }: Attendu) {
  const titulaire = await titulaireDe(lecteur(database), client_id);
  const adresse = par === 'sms' ? titulaire?.telephone : titulaire?.email;
  if (!titulaire || !adresse || digest(adresse) !== destinataire)
    throw new JobError('l’adresse du client a changé depuis la demande : rien n’est envoyé', false);
  return { titulaire, adresse };
}

async function parSms(database: Database, { sms, secret, url }: Moyens, envoi: Attendu, id: string): Promise<void> {
  const { adresse } = await destinataireDe(database, envoi);
  const donnees = {
    document: documents[envoi.document][envoi.langue],
    lien: new URL(cheminDuLien(jetonDe(secret, id)), url).href,
    fois: String(LIEN.ouvertures),
    heures: String(LIEN.heures),
  };
  await sms.envoyer({ telephone: adresse, texte: texteSms('lien', envoi.langue, donnees) });
}

async function parEmail(database: Database, moyens: Moyens, envoi: Attendu): Promise<void> {
  const { titulaire, adresse } = await destinataireDe(database, envoi);
  const db = lecteur(database);
  const { pdf, fichier } = await editer(db, moyens, titulaire, envoi).catch((error: unknown) => {
    throw error instanceof Problem ? new JobError(say('fr', error.said), false) : error;
  });
  const { institution } = await papierDe(db, titulaire.succursale_id);
  const blanks = { nom: nomDuTitulaire(titulaire), document: documents[envoi.document][envoi.langue], institution };
  const piece = { nom: fichier, type: 'application/pdf', contenu: pdf };
  await moyens.mail.send(documentJoint(adresse, envoi.langue, blanks, piece));
}
