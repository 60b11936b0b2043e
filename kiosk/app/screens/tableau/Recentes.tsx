import type { CotisationDuClient } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Card } from '../../components/Card.tsx';
import { Pill } from '../../components/Pill.tsx';
import { useDisplay } from '../../display/display.tsx';
import { cotisationTones } from '../contrat/Cotisations.tsx';
import styles from './Recentes.module.css';

/** The periods that began in the last three months, over all contrats. */
export function Recentes({ cotisations }: { cotisations: CotisationDuClient[] }) {
  const { t, shortDay } = useDisplay();
  if (cotisations.length === 0) return null;
  return (
    <Card title={t('tableau.recentes')}>
      <ul className={styles.recentes}>
        {cotisations.map(({ quittance, police, periode_debut, montant, statut }) => (
          <li key={quittance}>
            <span className={styles.what}>
              <span>{shortDay(periode_debut)}</span>
              <span className={styles.police}>{police}</span>
            </span>
            <Amount value={montant} />
            <Pill tone={cotisationTones[statut]}>{t(`contrat.${statut}`)}</Pill>
          </li>
        ))}
      </ul>
    </Card>
  );
}
