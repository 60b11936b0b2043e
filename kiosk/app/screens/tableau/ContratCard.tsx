import { ChevronRight } from 'lucide-react';
import { Link } from 'react-router-dom';
import type { ContratDuClient } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Pill } from '../../components/Pill.tsx';
import { useDisplay } from '../../display/display.tsx';
import { standing } from '../contrats.ts';
import styles from './ContratCard.module.css';

/** A contrat in a list: what it is, whether it covers, what was paid. */
export function ContratCard({ contrat, jours_retard }: { contrat: ContratDuClient; jours_retard: number }) {
  const display = useDisplay();
  const { t } = display;
  const { tone, text } = standing(contrat, jours_retard, display);
  return (
    <Link to={`/contrats/${encodeURIComponent(contrat.police)}`} className={styles.contrat}>
      <span className={styles.words}>
        <span className={styles.produit}>{contrat.produit}</span>
        <span className={styles.police}>{contrat.police}</span>
        <Pill tone={tone}>{text}</Pill>
        <span className={styles.sum}>
          {t('tableau.solde')} <Amount value={contrat.solde} />
        </span>
      </span>
      <ChevronRight aria-hidden />
    </Link>
  );
}
