import type { ContratEnDetail, Rattrapage, Renouvellement } from '../../api/types.ts';

/** What a client may pay for. `rattrapage`: the least that covers again; `du`: all that is due by today. */
export type Objet = 'rattrapage' | 'du' | 'ouverture' | 'prochaine' | 'autre' | 'renouvellement';

/** One thing to pay, with what is known of it. Amounts in francs, days in ISO. */
export interface Offre {
  objet: Objet;
  montant: number;
  /** Until when there is cover once it is paid, where the server has said so. */
  couvert?: string;
  /** The days that are paid for. */
  debut?: string;
  fin?: string;
}

export interface Offres {
  /** The weightiest first. */
  offres: Offre[];
  /** The most that another amount may be, as far as the screen knows; 0 where none is offered. */
  maximum: number;
}

/** Days before the end of a contrat from which its renewal is offered. */
const NEAR = 45;
const DAY = 86_400_000;

/** Whether a renewal is to be asked for. @param aujourd_hui as the server has it */
export function nearEnd({ date_expiration, statut, cotisations }: ContratEnDetail, aujourd_hui: string): boolean {
  if (!date_expiration || statut !== 'activee') return false;
  const days = (Date.parse(date_expiration) - Date.parse(aujourd_hui)) / DAY;
  return days <= NEAR || cotisations.every(({ reste }) => reste === 0);
}

/** What can be paid for a contrat as it stands: by its state, and by what its periods still ask for. */
export function offresDe(contrat: ContratEnDetail, rattrapage: Rattrapage, renouvellement?: Renouvellement): Offres {
  const { etat, montant, reste_a_payer } = rattrapage;
  const renewal = renouvellement ? [renewalOf(renouvellement)] : [];
  const rest = contrat.cotisations.reduce((sum, { reste }) => sum + reste, 0);
  switch (etat) {
    case 'suspendu':
    case 'termine':
      return { offres: [], maximum: 0 };
    case 'ouverture':
      return {
        offres: [{ objet: 'ouverture', montant, couvert: rattrapage.couvert_jusqu_au ?? undefined }],
        maximum: 0,
      };
    case 'expire':
      return { offres: renewal, maximum: 0 };
    case 'en_retard':
      return { offres: [...late(rattrapage), ...renewal], maximum: rest };
    default:
      return { offres: [...(reste_a_payer > 0 ? [due(reste_a_payer)] : next(contrat)), ...renewal], maximum: rest };
  }
}

/** The sum that covers again, and all that is due where that is more. */
function late({ montant, reste_a_payer, couvert_jusqu_au, periodes }: Rattrapage): Offre[] {
  const least: Offre = {
    objet: 'rattrapage',
    montant,
    couvert: couvert_jusqu_au ?? undefined,
    debut: periodes[0]?.periode_debut,
    fin: periodes.at(-1)?.periode_fin,
  };
  return reste_a_payer > montant ? [least, due(reste_a_payer)] : [least];
}

const due = (montant: number): Offre => ({ objet: 'du', montant });

function next({ cotisations }: ContratEnDetail): Offre[] {
  const open = cotisations.find(({ reste }) => reste > 0);
  if (!open) return [];
  return [{ objet: 'prochaine', montant: open.reste, debut: open.periode_debut, fin: open.periode_fin }];
}

const renewalOf = ({ montant, date_effet, date_expiration }: Renouvellement): Offre => ({
  objet: 'renouvellement',
  montant,
  debut: date_effet,
  fin: date_expiration,
});

/** How the server names what is paid; `POST …/renouveler` has no such name. */
export const typeOf = ({ objet }: Offre): 'rattrapage' | 'cotisation' | undefined =>
  objet === 'rattrapage' ? 'rattrapage' : objet === 'ouverture' ? undefined : 'cotisation';
