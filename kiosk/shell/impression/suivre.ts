import { setTimeout as wait } from 'node:timers/promises';
import type { RaisonImpression } from '../../pont.ts';
import type { Cups, File } from './cups.ts';
import { raisonDe } from './raisons.ts';

/** Milliseconds. */
export interface Delais {
  /** Between two looks at the queue. */
  regard: number;
  /** A reason must stand this long: a printer that wakes up is offline for a moment. */
  tenue: number;
  /** Nothing has moved for so long: it will not. */
  immobile: number;
  /** However much moves, nobody waits longer. */
  total: number;
}

export type Suite = { statut: 'imprime' } | { statut: 'echec'; raison: RaisonImpression | 'disparue' };

/** Follows one job until its sheet is out, or until it is sure that it will not be. */
export async function suivre(file: Cups, travail: number, delais: Delais): Promise<Suite> {
  const debut = performance.now();
  let bouge = { dit: '', depuis: debut };
  let plainte: { raison: string; depuis: number } | undefined;
  while (performance.now() - debut < delais.total) {
    await wait(delais.regard);
    const now = performance.now();
    const [travaux, etat] = [await file.travaux(), await file.file()];
    // What CUPS does not answer is no news: neither gone from the queue nor still in it.
    if (travaux && !travaux.includes(travail)) return ended(await file.fin(travail));
    const { raison, moindre } = plainteDe(etat);
    if (!raison || moindre) plainte = undefined;
    else if (plainte?.raison !== raison) plainte = { raison, depuis: now };
    else if (now - plainte.depuis >= delais.tenue) return { statut: 'echec', raison };
    const dit = `${travaux?.indexOf(travail)} ${'dit' in etat ? `${etat.dit} ${etat.alertes}` : etat.etat}`;
    if (dit !== bouge.dit) bouge = { dit, depuis: now };
    else if (now - bouge.depuis >= delais.immobile) return { statut: 'echec', raison: raison ?? 'bloquee' };
  }
  return { statut: 'echec', raison: 'bloquee' };
}

const ended = (fin: Awaited<ReturnType<Cups['fin']>>): Suite =>
  fin === 'rate' ? { statut: 'echec', raison: 'inconnue' } : { statut: 'imprime' };

/** What speaks against a sheet; `disparue` is what CUPS alone cannot tell from unplugged. */
export function plainteDe(etat: File): { raison?: RaisonImpression | 'disparue'; moindre?: boolean } {
  if (etat.etat === 'absente') return { raison: 'disparue' };
  if (etat.etat === 'muette') return {};
  const raison = raisonDe(etat.alertes);
  if (raison && !(raison.moindre && etat.etat === 'arretee')) return raison;
  return etat.etat === 'arretee' ? { raison: raison?.raison ?? 'bloquee' } : {};
}
