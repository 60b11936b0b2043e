import type { RaisonImpression } from '../../pont.ts';

/**
 * What CUPS calls a reason (RFC 8011 §5.4.12 and the keywords of its own backends), and what it means to who waits for
 * a sheet. `papier`: somebody can fill it up. `bloquee`: somebody must open it.
 */
const raisons: readonly (readonly [RegExp, RaisonImpression])[] = [
  [/^media-(empty|needed)|^input-tray-missing/, 'papier'],
  [/^offline|^shutdown|^timed-out|^connecting-to-device-error/, 'hors_ligne'],
  [/^media-jam|^(cover|door|interlock)-open|^output-(area-full|tray-missing)/, 'bloquee'],
  [/^(toner|marker-supply|marker-waste|developer)-(empty|full)|^marker-waste-full|^fuser|^opc-life-over/, 'bloquee'],
  [/^cups-(missing-filter|insecure-filter)|^spool-area-full|^paused|^cups-pki/, 'bloquee'],
];

/** A warning is not yet a failure: one tray of two may be empty. `offline-report` is all that a backend says. */
const moindre = /-(warning|report)$/;

export interface Raison {
  raison: RaisonImpression;
  /** Whether printing goes on in spite of it. */
  moindre: boolean;
}

/** The gravest of CUPS's keywords, `none` among them; undefined when none of them speaks against a sheet. */
export function raisonDe(alertes: readonly string[]): Raison | undefined {
  const lues = alertes.flatMap((alerte) => {
    const raison = raisons.find(([pattern]) => pattern.test(alerte))?.[1];
    return raison ? [{ raison, moindre: moindre.test(alerte) && raison !== 'hors_ligne' }] : [];
  });
  return lues.find((each) => !each.moindre) ?? lues[0];
}
