import { testApi } from '../../../tests/api.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import { makeClient } from '../../features/clients/factory.ts';
import { devisJobs } from '../../features/crm/devis/envoyer/jobs.ts';
import { makeDevis, makeOpportunite } from '../../features/crm/factory.ts';
import { smtp } from '../../integrations/mail/smtp.ts';
import { smtpServer } from '../../integrations/mail/smtp-server.fixture.ts';

export const LIGNES = [
  { libelle: 'Flotte automobile, Mbɔ́ & fils', quantite: 12, prix: 200_000 },
  { libelle: 'Assistance', quantite: 1.5, prix: 33_333 },
];
/** 2 400 000 and 50 000 (49 999,5). */
export const TOTAL = 2_450_000;

/** A house with a client, an API, a mail server that keeps what it is given, and the jobs between them. */
export async function openDevis() {
  const api = await testApi();
  const courrier = await smtpServer();
  const { db, people } = api;
  const paul = await api.as(people.paul);
  await db.rows(
    `update succursales set adresse = 'Boulevard de la Liberté, Akwa', telephone = '+237671234599',
     email = 'douala@intia.test' where id = $1`,
    [people.douala],
  );
  const place = { client_id: 0, succursale_id: people.douala };
  place.client_id = await makeClient(db.database, {
    ...{ nom: 'NGO BASSA', prenom: 'Solange', email: 'solange@exemple.cm', telephone: '+237671112233' },
    succursale_id: people.douala,
  });
  const jobs = devisJobs({
    mail: smtp(courrier.url, 'INTIA <devis@intia.test>'),
    secret: api.guichet.config.GUICHET_SECRET,
    url: api.origin,
  });

  return {
    ...api,
    courrier,
    paul,
    client_id: place.client_id,
    /** A brouillon of an opportunité of its own. */
    async nouveau(more: { valide_jusqu_au?: string; contenu?: string } = {}) {
      const responsable_id = people.awa.id;
      const opportunite_id = await makeOpportunite(db.database, {
        ...{ ...place, responsable_id, nom: 'Flotte de la société', montant: 1_000_000 },
      });
      return makeDevis(db.database, { ...place, ...more, opportunite_id, lignes: LIGNES });
    },
    /** Carries out what waits in the queue, twice, as it may; answers the messages that came of it. */
    async travailler() {
      courrier.messages.length = 0;
      const waiting = await db.rows<{ nom: string; payload: object; id: number }>(
        `select t.identifier as nom, j.payload, j.id from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like '%devis' order by j.id`,
      );
      const context = { database: db.database, caller: systemCaller, signal: new AbortController().signal };
      for (const { nom, payload } of [...waiting, ...waiting]) await jobs[nom]?.run(payload as never, context);
      await db.rows('delete from graphile_worker._private_jobs where id = any($1)', [waiting.map(({ id }) => id)]);
      return [...courrier.messages];
    },
    /** Sends it, and answers the path of its link. */
    async envoye(id: number) {
      await paul('POST', `/devis/${id}/envoyer`, {});
      return (await this.travailler()).map(cheminDans).find(Boolean) ?? '';
    },
    async fermer() {
      await courrier.close();
      await api.close();
    },
  };
}

/** The path of the private link in a message. */
export const cheminDans = (message: string): string => /\/devis\/[\w-]{43}/.exec(lisible(message))?.[0] ?? '';

/** A message as its reader sees it: quoted-printable undone. */
export const lisible = (message: string): string =>
  Buffer.from(
    message
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** The file that came with a message. */
export function pieceDe(message: string): { nom: string; contenu: Buffer } {
  const [, head = '', body = ''] =
    /(Content-Type: application\/pdf[\s\S]*?)\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(message) ?? [];
  return { nom: /filename=(\S+)/.exec(head)?.[1] ?? '', contenu: Buffer.from(body.replace(/\s/g, ''), 'base64') };
}
