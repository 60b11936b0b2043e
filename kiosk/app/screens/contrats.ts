import type { ContratDuClient } from '../api/types.ts';
import type { Tone } from '../components/Pill.tsx';
import type { useDisplay } from '../display/display.tsx';

/** How a contrat stands, at a glance. @param jours_retard of its oldest échéance that is not paid */
export function standing(
  { couvert, couvert_jusqu_au, statut }: Pick<ContratDuClient, 'couvert' | 'couvert_jusqu_au' | 'statut'>,
  jours_retard: number,
  { t, day }: Pick<ReturnType<typeof useDisplay>, 't' | 'day'>,
): { tone: Tone; text: string } {
  if (statut === 'en_attente') return { tone: 'alert', text: t('tableau.en_attente') };
  if (statut === 'suspendue') return { tone: 'grave', text: t('tableau.suspendu') };
  if (statut !== 'activee') return { tone: 'plain', text: t('tableau.termine') };
  if (jours_retard > 0) return { tone: couvert ? 'alert' : 'grave', text: t('tableau.retard', { n: jours_retard }) };
  if (!couvert) return { tone: 'grave', text: t('tableau.non_couvert') };
  if (!couvert_jusqu_au) return { tone: 'good', text: t('tableau.couvert_aujourdhui') };
  return { tone: 'good', text: t('tableau.couvert', { jour: day(couvert_jusqu_au) }) };
}
