import type { EventEmitter } from 'node:events';
import type { Response } from 'express';
import { quiTouche } from '../../features/rapports/chiffres/touches.ts';
import type { Guichet } from '../../guichet.ts';

/** Milliseconds in which changes gather before they are told. */
const ENSEMBLE_MS = 1000;
const BATTEMENT_MS = 20_000;
/** Bytes that wait for a reader who does not read. */
const RETARD_MAX = 65_536;

interface Lecteur {
  res: Response;
  noms: ReadonlySet<string>;
  /** The names that this reader may still see; undefined once they are nobody. */
  encore: () => Promise<readonly string[] | undefined>;
}

/**
 * Tells readers which figures have changed, for as long as they may see them. Nothing of anybody is in what it tells.
 * The app says `fin` when the server stops.
 */
export interface Flux {
  brancher(app: Pick<EventEmitter, 'on'>, res: Response, noms: readonly string[], encore: Lecteur['encore']): void;
}

function ouvrirFlux(guichet: Pick<Guichet, 'database' | 'watch' | 'records'>): Flux {
  const lecteurs = new Set<Lecteur>();
  const apps = new WeakSet<Pick<EventEmitter, 'on'>>();
  const changees = new Set<string>();
  let annonce: NodeJS.Timeout | undefined;
  let battement: NodeJS.Timeout | undefined;

  const dire = (lecteur: Lecteur, text: string) => {
    if (lecteur.res.writableLength > RETARD_MAX) lecteur.res.destroy();
    else lecteur.res.write(text);
  };

  guichet.watch.on('donnees', (table) => {
    if (lecteurs.size === 0) return;
    changees.add(table);
    annonce ??= setTimeout(() => void annoncer().catch(() => finir()), ENSEMBLE_MS).unref();
  });

  async function annoncer() {
    annonce = undefined;
    const tables = [...changees];
    changees.clear();
    const touche = await quiTouche(guichet);
    const noms = new Set(tables.flatMap(touche));
    for (const lecteur of lecteurs) {
      const chiffres = [...noms].filter((nom) => lecteur.noms.has(nom));
      if (chiffres.length > 0) dire(lecteur, `event: change\ndata: ${JSON.stringify({ chiffres })}\n\n`);
    }
  }

  guichet.watch.on('acces', () => {
    for (const lecteur of lecteurs) void revoir(lecteur);
  });

  /** Somebody's rights have changed: who sees other figures now begins anew, who is nobody any more does not. */
  async function revoir({ res, noms, encore }: Lecteur) {
    const now = await encore().catch(() => undefined);
    if (now?.length !== noms.size || now.some((nom) => !noms.has(nom))) res.end();
  }

  function finir() {
    for (const { res } of lecteurs) res.end();
  }

  function veiller() {
    if (lecteurs.size === 0) {
      clearInterval(battement);
      clearTimeout(annonce);
      [battement, annonce] = [undefined, undefined];
      changees.clear();
      return;
    }
    battement ??= setInterval(() => {
      for (const lecteur of lecteurs) dire(lecteur, ': \n\n');
    }, BATTEMENT_MS).unref();
  }

  return {
    brancher(app, res, noms, encore) {
      if (!apps.has(app)) app.on('fin', finir);
      apps.add(app);
      res.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      });
      res.write('retry: 3000\n\n');
      const lecteur = { res, noms: new Set(noms), encore };
      lecteurs.add(lecteur);
      res.on('close', () => {
        lecteurs.delete(lecteur);
        veiller();
      });
      veiller();
    },
  };
}

const ouverts = new WeakMap<Guichet['watch'], Flux>();

/** The one of this process, whatever door its readers come through. */
export function fluxDe(guichet: Pick<Guichet, 'database' | 'watch' | 'records'>): Flux {
  const known = ouverts.get(guichet.watch) ?? ouvrirFlux(guichet);
  ouverts.set(guichet.watch, known);
  return known;
}
