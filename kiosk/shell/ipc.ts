import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { z } from 'zod';
import type { EtatImprimante, Impression } from '../pont.ts';
import type { Page } from './adresses.ts';
import { canaux } from './canaux.ts';
import type { Enrolement } from './identite/identite.ts';
import { estPdf } from './impression/feuille.ts';
import type { Noter } from './journal.ts';
import { estDocument } from './relais/regles.ts';
import type { Scene } from './scene.ts';

export interface PortsIpc {
  ipc: Pick<IpcMain, 'handle' | 'on'>;
  scene: Pick<Scene, 'vue' | 'parle'>;
  imprimante: { imprimer(document: Uint8Array): Promise<Impression>; etat(): Promise<EtatImprimante> };
  identite: { enroler(code: string): Promise<Enrolement> };
  /** The client has left, or the terminal was enrolled: where a client begins. */
  accueillir: () => Promise<void>;
  battre: () => void;
  noter: Noter;
}

interface Canal<T> {
  /** What is sent with it. */
  forme: z.ZodType<T>;
  parMinute: number;
  pages: readonly Page[];
}

const rien = z.tuple([]);
const ecrans: readonly Page[] = ['accueil'];
const coque: readonly Page[] = ['attente', 'entretien', 'enrolement'];

const regles = {
  imprimer: { forme: z.tuple([z.string().max(300).refine(estDocument)]), parMinute: 12, pages: ecrans },
  imprimante: { forme: rien, parMinute: 60, pages: ecrans },
  terminer: { forme: rien, parMinute: 20, pages: ecrans },
  battre: { forme: rien, parMinute: 60, pages: ecrans },
  enroler: { forme: z.tuple([z.string().min(1).max(64)]), parMinute: 6, pages: ['enrolement'] },
  battreCoque: { forme: rien, parMinute: 60, pages: coque },
} satisfies Record<keyof typeof canaux, Canal<unknown>>;

const MINUTE = 60_000;

/** Opens what pages may ask of the shell. What comes from elsewhere, too often or in another shape is refused. */
export function ouvrirIpc({ ipc, scene, imprimante, identite, accueillir, battre, noter }: PortsIpc): void {
  const freins = new Map<string, number[]>();

  /** @returns what was sent; undefined where it is refused */
  function lu<T>(nom: keyof typeof canaux, { forme, parMinute, pages }: Canal<T>, event: Venu, args: unknown[]) {
    const refuser = (raison: string) => {
      noter('message_refuse', { canal: canaux[nom], raison });
      return undefined;
    };
    const page = scene.vue()?.page;
    if (!page || !pages.includes(page) || !scene.parle(event.sender, event.senderFrame)) return refuser('origine');
    const now = performance.now();
    const recent = (freins.get(nom) ?? []).filter((each) => now - each < MINUTE);
    if (recent.length >= parMinute) return refuser('cadence');
    freins.set(nom, [...recent, now]);
    const read = forme.safeParse(args);
    return read.success ? { donnees: read.data } : refuser('forme');
  }

  function repondre<T>(nom: keyof typeof canaux, regle: Canal<T>, faire: (donnees: T) => Promise<unknown>): void {
    ipc.handle(canaux[nom], async (event, ...args) => {
      const sent = lu(nom, regle, event, args);
      // What went wrong is for the log: a page gets no more than that it did.
      if (!sent) throw new Error('refus');
      return faire(sent.donnees);
    });
  }

  function entendre(nom: keyof typeof canaux, regle: Canal<unknown>): void {
    ipc.on(canaux[nom], (event, ...args) => {
      if (lu(nom, regle, event, args)) battre();
    });
  }

  async function imprimer(chemin: string): Promise<Impression> {
    try {
      const document = await scene.vue()?.relais.document(chemin);
      if (document && estPdf(document)) return await imprimante.imprimer(document);
      noter('impression', { ligne: 'le document reçu n’est pas un PDF' });
    } catch (error) {
      noter('impression', { ligne: (error as Error).message });
    }
    return { statut: 'echec', raison: 'inconnue' };
  }

  repondre('imprimer', regles.imprimer, ([chemin]) => imprimer(chemin as string));
  repondre('imprimante', regles.imprimante, () => imprimante.etat());
  repondre('terminer', regles.terminer, async () => {
    noter('client_parti');
    await accueillir();
  });
  repondre('enroler', regles.enroler, async ([code]) => {
    const fait = await identite.enroler(code as string);
    if (fait.statut === 'refus') return { statut: 'refus', message: fait.message };
    noter('enrolement', { borne: fait.borne.nom });
    await accueillir();
    return { statut: 'enrolee' };
  });
  entendre('battre', regles.battre);
  entendre('battreCoque', regles.battreCoque);
}

type Venu = Pick<IpcMainEvent | IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

const connus = new Set<string>(Object.values(canaux));

/** Notes what a window says on a channel that is none; nobody listens there. */
export function guetter(contents: WebContents, noter: Noter): void {
  contents.on('ipc-message', (_event, canal) => {
    if (!connus.has(canal)) noter('message_refuse', { canal: canal.slice(0, 40), raison: 'inconnu' });
  });
}
