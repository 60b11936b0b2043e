import type { ContratEnDetail, SinistreDuClient } from '../../api/types.ts';

export const liens = ['conjoint', 'enfant', 'parent', 'beneficiaire', 'autre'] as const;
export type Lien = (typeof liens)[number];

/** What somebody tells, step by step. */
export interface Declaration {
  /** ISO. */
  jour: string;
  /** Codes of garanties, in the contrat’s order. */
  garanties: readonly string[];
  /** Francs, by garantie; one that is not known is not there. */
  montants: Readonly<Record<string, number>>;
  mots?: string;
  /** Who declares for the client; nobody when they do it themselves. */
  declarant?: { nom: string; lien: Lien };
}

type Alerte = SinistreDuClient['alertes'][number];
type Garantie = ContratEnDetail['garanties'][number];

export const chosen = ({ garanties }: ContratEnDetail, declaration: Pick<Declaration, 'garanties'>): Garantie[] =>
  garanties.filter(({ code }) => declaration.garanties.includes(code));

/** A sum that is not known is all that the contrat provides: whoever decides sets it right. Francs. */
export const askedFor = ({ code, plafond }: Garantie, { montants }: Declaration): number =>
  montants[code] ?? Math.max(1, plafond);

/** The request of a declaration. */
export const requestOf = (contrat: ContratEnDetail, declaration: Declaration) => ({
  date_survenance: declaration.jour,
  description: declaration.mots || undefined,
  lignes: chosen(contrat, declaration).map((garantie) => ({
    garantie: garantie.code,
    demande: askedFor(garantie, declaration),
  })),
  declarant: declaration.declarant,
});

const plus = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * What can be said beforehand to speak against it, so that nobody is surprised. The server looks closer, and says its
 * own once it is declared. @param today ISO
 */
export function doubts(contrat: ContratEnDetail, declaration: Declaration, today: string): Alerte[] {
  const { date_effet, couvert } = contrat;
  const asked = chosen(contrat, declaration);
  const waits = ({ carence_jours }: Garantie) =>
    date_effet !== null && carence_jours > 0 && declaration.jour < plus(date_effet, carence_jours);
  const told: [Alerte, boolean][] = [
    ['non_couvert', !couvert && declaration.jour >= today],
    ['carence', asked.some(waits)],
    ['sous_franchise', asked.some((each) => askedFor(each, declaration) <= each.franchise)],
  ];
  return told.filter(([, holds]) => holds).map(([alerte]) => alerte);
}
