import { z } from 'zod';
import type { Database } from '../../../../core/database.ts';
import { type Jobs, job } from '../../../../core/jobs/job.ts';
import type { Jour } from '../../../../core/jours.ts';
import type { Langue } from '../../../../core/messages/messages.ts';
import { inFrancs } from '../../../../core/money.ts';
import type { MailPort } from '../../../../integrations/mail/mail.ts';
import { devisEnvoye } from '../../../../integrations/mail/modeles/devis-envoye.ts';
import { devisRepondu } from '../../../../integrations/mail/modeles/devis-repondu.ts';
import { enJour } from '../../../../integrations/pdf/texte.ts';
import { cheminDuLien, empreinteDe, jetonDe } from '../liens/jeton.ts';
import { direDevis } from '../pdf/donnees.ts';
import { devisPdf, nomDuDevis } from '../pdf/pdf.ts';

interface Moyens {
  mail: MailPort;
  secret: string;
  /** Where people reach the product. */
  url: string;
}

interface Attendu {
  devis_id: number;
  destinataire: string;
  message: string | null;
  langue: Langue;
  expire_le: Jour;
}

/** The digest is kept before the message leaves: a link that somebody holds opens. */
const prendre = `update liens_devis set empreinte = $2
  where id = $1 and parti_le is null and revoque_le is null and expire_le >= date_metier()
  returning devis_id, destinataire, message, langue, expire_le::text`;
const parti = 'update liens_devis set parti_le = now() where id = $1';
/** Who looks after the opportunité, or else whoever sent the devis. */
const prevenir = `select u.email, u.langue from liens_devis l
  join devis d on d.id = l.devis_id join opportunites o on o.id = d.opportunite_id
  join utilisateurs u on u.id = coalesce(o.responsable_id, l.envoye_par_id)
  where l.id = $1 and u.actif`;

const rows = <T extends object>(database: Database, text: string, values: unknown[]) =>
  database.read<T>({ text, values, stable: true });

/** A devis leaves with its link; what came back is told to whoever looks after it. */
export const devisJobs = ({ mail, secret, url }: Moyens): Jobs => ({
  'envoyer-devis': job({
    payload: z.strictObject({ id: z.uuid() }),
    async run({ id }, { database }) {
      const jeton = jetonDe(secret, id);
      const [lien] = await rows<Attendu>(database, prendre, [id, empreinteDe(jeton)]);
      const devis = lien && (await direDevis(lecture(database), lien.devis_id));
      if (!devis) return;
      const { langue, destinataire, message } = lien;
      const piece = {
        nom: `${nomDuDevis(devis)}.pdf`,
        type: 'application/pdf',
        contenu: await devisPdf(devis, langue),
      };
      const blanks = {
        nom: devis.client,
        numero: devis.numero,
        objet: devis.objet,
        montant: inFrancs(devis.montant),
        message: message ?? '',
        lien: new URL(cheminDuLien(jeton), url).href,
        jusqu_au: enJour(lien.expire_le),
        institution: devis.institution,
        contact: devis.contact ? `${devis.contact.nom}, ${devis.contact.email}` : '',
      };
      await mail.send(devisEnvoye(destinataire, langue, blanks, piece));
      await rows(database, parti, [id]);
    },
  }),
  'prevenir-reponse-devis': job({
    payload: z.strictObject({ id: z.uuid(), devis_id: z.int() }),
    async run({ id, devis_id }, { database }) {
      const [person] = await rows<{ email: string; langue: Langue }>(database, prevenir, [id]);
      const devis = person && (await direDevis(lecture(database), devis_id));
      if (!devis || (devis.statut !== 'accepte' && devis.statut !== 'refuse')) return;
      const blanks = {
        numero: nomDuDevis(devis),
        client: devis.client,
        objet: devis.objet,
        montant: inFrancs(devis.montant),
        reponse: devis.statut,
        par: devis.repondu_par ?? devis.client,
        motif: devis.motif_refus ?? '',
        lien: new URL(`/admin/resources/devis/records/${devis_id}/show`, url).href,
      };
      await mail.send(devisRepondu(person.email, person.langue, blanks));
    },
  }),
});

const lecture = (database: Database) => ({
  query: <T extends object>(text: string, values: unknown[] = []) => rows<T>(database, text, values),
});
