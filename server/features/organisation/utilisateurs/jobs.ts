import { z } from 'zod';
import { type Jobs, job } from '../../../core/jobs/job.ts';
import { transact } from '../../../core/records/transaction.ts';
import type { MailPort } from '../../../integrations/mail/mail.ts';
import { lienMotDePasse } from '../../../integrations/mail/modeles/lien-mot-de-passe.ts';
import { LINK_MINUTES, newPasswordLink } from './mot-de-passe.ts';
import type { Utilisateur } from './utilisateur.ts';

type Addressee = Pick<Utilisateur, 'email' | 'prenom' | 'langue'>;

const whom = 'select email, prenom, langue from utilisateurs where id = $1 and actif';

/** @param url where people reach the product */
export const passwordJobs = ({ mail, url }: { mail: MailPort; url: string }): Jobs => ({
  'envoyer-lien-mot-de-passe': job({
    payload: z.strictObject({ utilisateur_id: z.int().nonnegative() }),
    async run({ utilisateur_id }, { database, caller }) {
      const [person] = await database.read<Addressee>({ text: whom, values: [utilisateur_id], stable: true });
      if (!person) return;
      const { lien } = await transact(database, caller, (tx) => newPasswordLink(tx, utilisateur_id));
      const blanks = { prenom: person.prenom, lien: new URL(lien, url).href, minutes: LINK_MINUTES };
      await mail.send(lienMotDePasse(person.email, person.langue, blanks));
    },
  }),
});
