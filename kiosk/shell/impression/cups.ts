import { type Commandes, executer } from './commande.ts';

/** What CUPS takes as a queue's name, less what a shell, a path or an option could be made of. */
export const nomImprimante = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$/;

/** A queue as `lpstat` shows it. `absente`: no such queue, no scheduler, or no CUPS. `muette`: no answer in time. */
export type File =
  | { etat: 'libre' | 'imprime' | 'arretee'; alertes: string[]; dit: string }
  | { etat: 'absente' }
  | { etat: 'muette' };

export type Depot = { travail: number } | { refus: 'absente' | 'muette' | 'refusee' | 'illisible'; dit: string };

/** How a job that left the queue ended. CUPS may have forgotten it: then nothing speaks against it. */
export type Fin = 'reussi' | 'rate' | 'oublie';

const depose = /^request id is (\S+)-(\d{1,9}) \(1 file\(s\)\)$/m;
const rate = /\b(aborted-by-system|job-aborted|job-canceled|job-completed-with-errors|document-\S+-error)/;

/** One queue of CUPS, over its own programs. @throws {Error} when the name of the queue is none */
export function cups(nom: string, commandes: Commandes) {
  if (!nomImprimante.test(nom)) throw new Error(`no name of a printer: ${JSON.stringify(nom)}`);
  const run = (program: string, ...args: string[]) => executer(commandes, program, args);

  return {
    /** Hands a file over. @param fichier its absolute path */
    async deposer(fichier: string): Promise<Depot> {
      const sortie = await run('lp', '-d', nom, '-o', 'media=A4', '-o', 'fit-to-page', '--', fichier);
      if (sortie.issue === 'absente' || sortie.issue === 'muette') return { refus: sortie.issue, dit: '' };
      if (sortie.issue === 'refus') return { refus: 'refusee', dit: sortie.erreur };
      const found = depose.exec(sortie.texte);
      if (found?.[1] !== nom) return { refus: 'illisible', dit: sortie.texte };
      return { travail: Number(found[2]) };
    },

    /** The state of the queue. `-l` before `-p`: lpstat carries out `-p` as it reads it. */
    async file(): Promise<File> {
      const sortie = await run('lpstat', '-l', '-p', nom);
      if (sortie.issue === 'muette') return { etat: 'muette' };
      if (sortie.issue !== 'ok') return { etat: 'absente' };
      return lireFile(nom, sortie.texte);
    },

    /** The numbers of the jobs that wait or print, in their order; undefined when CUPS does not say. */
    async travaux(): Promise<number[] | undefined> {
      const sortie = await run('lpstat', '-W', 'not-completed', '-o', nom);
      return sortie.issue === 'ok' ? lireTravaux(nom, sortie.texte).map(({ travail }) => travail) : undefined;
    },

    async fin(travail: number): Promise<Fin> {
      const sortie = await run('lpstat', '-l', '-W', 'completed', '-o', nom);
      if (sortie.issue !== 'ok') return 'oublie';
      const found = lireTravaux(nom, sortie.texte).find((each) => each.travail === travail);
      return !found ? 'oublie' : rate.test(found.dit) ? 'rate' : 'reussi';
    },

    /** Whether the queue leads to the USB bus, where an unplugged printer is missing. */
    async surUsb(): Promise<boolean> {
      const sortie = await run('lpstat', '-v', nom);
      return sortie.issue === 'ok' && /^device for \S+: (usb:|hp:\/usb|ippusb:)/m.test(sortie.texte);
    },

    /** Ends a job and has CUPS forget its document. `-a` would need an administrator: each is named. */
    async annuler(travail: number): Promise<boolean> {
      return (await run('cancel', '-x', `${nom}-${travail}`)).issue === 'ok';
    },
  };
}

/** @see File */
export function lireFile(nom: string, texte: string): File {
  const lines = texte.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`printer ${nom} `));
  const head = lines[first];
  if (head === undefined) return { etat: 'absente' };
  const below = lines.slice(first + 1);
  const next = below.findIndex((line) => !/^\s/.test(line));
  const own = (next < 0 ? below : below.slice(0, next)).map((line) => line.trim());
  const alertes = own.find((line) => line.startsWith('Alerts:'))?.slice('Alerts:'.length);
  const etat = / disabled since /.test(head) ? 'arretee' : / now printing /.test(head) ? 'imprime' : 'libre';
  return { etat, alertes: alertes?.trim().split(/[\s,]+/) ?? [], dit: [head, own[0] ?? ''].join(' ') };
}

/** The jobs of a queue, each with the lines that say more of it. */
function lireTravaux(nom: string, texte: string): { travail: number; dit: string }[] {
  const found: { travail: number; dit: string }[] = [];
  for (const line of texte.split('\n')) {
    const job = /^(\S+)-(\d{1,9})\s/.exec(line);
    if (job?.[1] === nom) found.push({ travail: Number(job[2]), dit: '' });
    else if (/^\s/.test(line) && found.length > 0) (found.at(-1) as { dit: string }).dit += `${line}\n`;
  }
  return found;
}

export type Cups = ReturnType<typeof cups>;
