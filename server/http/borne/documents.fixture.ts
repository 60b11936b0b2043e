import { readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { aujourdhui } from '../../core/jours.ts';
import { type Borne, JEAN, openBorne } from './borne.fixture.ts';

export interface Depot {
  status: number;
  body: { id: number; nom: string; type: string; taille: number; errors: Record<string, string[]>; message: string };
}

/** A photo of noise: nothing in it can be made smaller. */
export const photo = (width = 640, height = 480) =>
  sharp({
    create: { width, height, channels: 3, background: '#334', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  });

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** The borne's fixture, with clients who have declared a sinistre and send files. */
export async function openDocuments() {
  const borne: Borne = await openBorne();
  const { api, db } = borne;
  const root = path.join(api.guichet.config.GUICHET_DATA, 'documents');
  await borne.parametre('borne.code', 'jamais');

  /** Signs a client in; answers what sends a file in their name. */
  async function client(who: { police: string; telephone: string } = JEAN) {
    const { body } = await borne.login(who);
    const authorization = `Bearer ${body.tokens.access}`;
    const send = api.withToken(body.tokens.access);

    async function declarer(police = who.police) {
      // A garantie of a day is asked for once.
      await db.rows(
        `update sinistres set statut = 'rejete', motif_rejet = 'doublon', commentaire_rejet = 'x' where statut in ('declare', 'instruction')`,
      );
      const lignes = [{ garantie: 'deces', demande: 1000 }];
      const declared = { date_survenance: aujourdhui(), lignes };
      const answer = await send<{ numero: string }>('POST', `/contrats/${police}/sinistres`, declared);
      if (answer.status !== 201) throw new Error(answer.text);
      const [row] = await db.rows<{ id: number }>('select id from sinistres where numero = $1', [answer.body.numero]);
      return { id: row?.id as number, path: `/contrats/${police}/sinistres/${answer.body.numero}/documents` };
    }

    const deposer = (at: string, contenu: Buffer | ReadableStream, type = 'image/jpeg', headers = {}) =>
      sendFile(at, contenu, { authorization, 'content-type': type, ...headers });
    return { authorization, send, declarer, deposer };
  }

  async function sendFile(
    at: string,
    contenu: Buffer | ReadableStream,
    headers: Record<string, string>,
  ): Promise<Depot> {
    const body = Buffer.isBuffer(contenu) ? new Uint8Array(contenu) : contenu;
    const stream = Buffer.isBuffer(contenu) ? {} : { duplex: 'half' };
    const answer = await fetch(`${api.origin}/api/v1${at}`, {
      method: 'POST',
      headers,
      body,
      ...stream,
    } as RequestInit);
    return { status: answer.status, body: (await answer.json()) as Depot['body'] };
  }

  /** Every file that is kept, finished or not. */
  const onDisk = (): string[] => {
    try {
      const entries = readdirSync(root, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  };

  return { borne, api, db, client, sendFile, onDisk, close: borne.close };
}

export type Documents = Awaited<ReturnType<typeof openDocuments>>;
