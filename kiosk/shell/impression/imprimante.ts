import type { EtatImprimante, Impression, RaisonImpression } from '../../pont.ts';
import { cups } from './cups.ts';
import { estPdf, ouvrirFeuilles } from './feuille.ts';
import { type Delais, plainteDe, suivre } from './suivre.ts';
import { imprimanteSurUsb } from './usb.ts';

export interface PortsImprimante {
  /** The queue of CUPS; undefined where the terminal has no printer. */
  nom: string | undefined;
  /** The folder of what lives as long as we run: `$RUNTIME_DIRECTORY`, `$XDG_RUNTIME_DIR`. */
  execution: string;
  /** Writes one line to the log; never anything of a client. */
  noter: (line: string) => void;
  /** A PATH; the system's own by default. */
  chemin?: string;
  /** Whether the USB bus has a printer. */
  usb?: () => Promise<boolean>;
  delais?: Partial<Delais & { patience: number }>;
}

export interface Imprimante {
  /** Prints a PDF and says how it ended. The same document again while it prints is the same job. */
  imprimer(document: Uint8Array): Promise<Impression>;
  etat(): Promise<EtatImprimante>;
  /** Ends every job of the queue: a client has left. */
  purger(): Promise<void>;
}

const ordinaires = { regard: 500, tenue: 3000, immobile: 60_000, total: 300_000, patience: 10_000 };
const echec = (raison: RaisonImpression): Impression => ({ statut: 'echec', raison });

/** The terminal's printer, over CUPS. @throws {Error} when the name of the queue is none */
export function ouvrirImprimante(ports: PortsImprimante): Imprimante {
  const { nom, noter, chemin = '/usr/bin:/bin', usb = imprimanteSurUsb } = ports;
  if (nom === undefined) return aucune;
  const delais = { ...ordinaires, ...ports.delais };
  const file = cups(nom, { chemin, patience: delais.patience });
  const feuilles = ouvrirFeuilles(ports.execution);
  let purges = 0;
  let enCours: { document: Uint8Array; impression: Promise<Impression> } | undefined;

  /** `absente` is said only when the bus says so too; a queue that leads elsewhere is merely out of reach. */
  async function decider(raison: RaisonImpression | 'disparue'): Promise<RaisonImpression> {
    if (raison === 'disparue') return (await usb()) ? 'inconnue' : 'absente';
    if (raison !== 'hors_ligne') return raison;
    return (await file.surUsb()) && !(await usb()) ? 'absente' : 'hors_ligne';
  }

  async function refus(depot: { refus: string; dit: string }): Promise<Impression> {
    noter(`impression: lp ${depot.refus} ${JSON.stringify(depot.dit.slice(0, 200))}`);
    if (depot.refus === 'absente') return echec(await decider('disparue'));
    if (depot.refus === 'muette') return echec('bloquee');
    const { raison } = plainteDe(await file.file());
    return echec(raison ? await decider(raison) : 'inconnue');
  }

  async function conduire(document: Uint8Array): Promise<Impression> {
    const venu = purges;
    return feuilles.avec(document, async (fichier) => {
      if (venu !== purges) return echec('inconnue');
      const depot = await file.deposer(fichier);
      if ('refus' in depot) {
        const impression = await refus(depot);
        // lp may have handed the document over before it fell silent, or under a number that we could not read.
        await purger();
        return impression;
      }
      if (venu !== purges) {
        // Its client left while lp handed it over: the purge came too early for it.
        await file.annuler(depot.travail);
        return echec('inconnue');
      }
      const suite = await suivre(file, depot.travail, delais);
      if (suite.statut === 'imprime') return suite;
      const raison = await decider(suite.raison);
      noter(`impression: ${raison}, travail ${depot.travail} annulé`);
      await file.annuler(depot.travail);
      await purger();
      return echec(raison);
    });
  }

  function congedier(): Promise<void> {
    purges += 1;
    return purger();
  }

  async function purger(): Promise<void> {
    for (const travail of (await file.travaux()) ?? []) {
      if (!(await file.annuler(travail))) noter(`impression: le travail ${travail} ne se laisse pas annuler`);
    }
  }

  return {
    imprimer(document) {
      if (enCours) return same(enCours.document, document) ? enCours.impression : Promise.resolve(echec('bloquee'));
      if (!estPdf(document)) return Promise.resolve(echec('inconnue'));
      const impression = conduire(document)
        .catch((error: Error) => {
          noter(`impression: ${error.message}`);
          return echec('inconnue');
        })
        .finally(() => {
          enCours = undefined;
        });
      enCours = { document, impression };
      return impression;
    },
    async etat() {
      const etat = await file.file();
      if (etat.etat === 'muette') return 'bloquee';
      const { raison, moindre } = plainteDe(etat);
      return raison && !moindre ? decider(raison) : 'prete';
    },
    purger: congedier,
  };
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(b);

const aucune: Imprimante = {
  imprimer: async () => echec('absente'),
  etat: async () => 'absente',
  purger: async () => undefined,
};
