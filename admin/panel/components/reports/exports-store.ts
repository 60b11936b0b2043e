import { useSyncExternalStore } from 'react';
import type { ExportDit } from '../../../../server/features/rapports/etats/exports/export.ts';
import { ask, SessionOver } from './ask.ts';

/** The files that this person asked for, as the top bar and the screen of reports both show them. */
export interface Exports {
  exports?: ExportDit[];
  failed: boolean;
  /** The moment up to which what is ready has been looked at. */
  seen: string;
}

const FIRST_MS = 1000;
const LAST_MS = 15_000;
const KEY = 'guichet.exports';

let state: Exports = { failed: false, seen: remembered() };
let wait = FIRST_MS;
let timer: number | undefined;
const listeners = new Set<() => void>();

export const isRunning = ({ statut }: Pick<ExportDit, 'statut'>): boolean =>
  ['en_attente', 'en_cours'].includes(statut);
const isOver = ({ statut }: ExportDit): boolean => ['pret', 'echoue'].includes(statut);

/** Those that ended since one has last looked. */
export const fresh = ({ exports = [], seen }: Exports): ExportDit[] =>
  exports.filter((each) => isOver(each) && (each.termine_le ?? '') > seen);

function remembered(): string {
  try {
    return window.localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

function put(more: Partial<Exports>): void {
  state = { ...state, ...more };
  for (const listener of listeners) listener();
}

/** Asks at once. @param unattended nobody did anything for it: the session does not last longer by it */
export async function askForExports(unattended = false): Promise<void> {
  window.clearTimeout(timer);
  const before = JSON.stringify(state.exports);
  try {
    const exports = await ask<ExportDit[]>('exports', unattended ? { headers: { 'x-guichet-veille': '1' } } : {});
    put({ exports, failed: false });
  } catch (error) {
    if (error instanceof SessionOver) return;
    put({ failed: true });
  }
  // What moves is looked at again soon, what does not ever more seldom.
  wait = !unattended || JSON.stringify(state.exports) !== before ? FIRST_MS : Math.min(wait * 1.6, LAST_MS);
  later();
}

/** While nothing is being made there is nothing to ask; nor while nobody looks. */
function later(): void {
  window.clearTimeout(timer);
  if (listeners.size === 0 || document.visibilityState === 'hidden' || !state.exports?.some(isRunning)) return;
  timer = window.setTimeout(() => void askForExports(true), wait);
}

/** Whoever sees the list has seen what is ready. */
export function lookedAt(): void {
  const last =
    (state.exports ?? [])
      .flatMap(({ termine_le }) => termine_le ?? [])
      .toSorted()
      .at(-1) ?? '';
  if (last <= state.seen) return;
  try {
    window.localStorage.setItem(KEY, last);
  } catch {
    // Only the memory is lost.
  }
  put({ seen: last });
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener('visibilitychange', look);
  listeners.add(listener);
  if (state.exports === undefined && listeners.size === 1) void askForExports();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener('visibilitychange', look);
    window.clearTimeout(timer);
  };
}

function look(): void {
  if (document.visibilityState === 'hidden') window.clearTimeout(timer);
  else if (state.exports?.some(isRunning)) void askForExports(true);
}

export const useExports = (): Exports => useSyncExternalStore(subscribe, () => state);
