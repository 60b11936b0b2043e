import {
  diviser,
  ENTIER,
  egales,
  enCentiemes,
  enPourcent,
} from '../../../../server/features/assurance/beneficiaires/parts.ts';
import type { BeneficiaireLu } from '../../api/types.ts';

/** Who is paid, and what share of it in percent, before and after. */
export interface Share {
  key: string;
  nom: string;
  before?: number;
  after: number;
}

export const nameOf = ({ prenom, nom }: { prenom: string; nom: string }): string => `${prenom} ${nom}`;

/** The shares once somebody new is there. @param part percent of the new one; without one all have the same */
export function sharesWith(present: readonly BeneficiaireLu[], nom: string, part?: number): Share[] {
  const own = part === undefined ? undefined : enCentiemes(part);
  const parts =
    own === undefined || present.length === 0
      ? egales(present.length + 1)
      : [
          ...diviser(
            ENTIER - own,
            present.map((each) => enCentiemes(each.part)),
          ),
          own,
        ];
  const shares = [...present.map(shareOf), { key: 'nouveau', nom, after: 0 }];
  return shares.map((share, i) => ({ ...share, after: enPourcent(parts[i] as number) }));
}

/** The shares once one is gone. */
export function sharesWithout(present: readonly BeneficiaireLu[], id: number): Share[] {
  const others = present.filter((each) => each.id !== id);
  if (others.length === 0) return [];
  const parts = diviser(
    ENTIER,
    others.map(({ part }) => enCentiemes(part)),
  );
  return others.map((each, i) => ({ ...shareOf(each), after: enPourcent(parts[i] as number) }));
}

export const sharesNow = (present: readonly BeneficiaireLu[]): Share[] => present.map(shareOf);

const shareOf = (each: BeneficiaireLu): Share => ({
  key: String(each.id),
  nom: nameOf(each),
  before: each.part,
  after: each.part,
});
