import { useState } from 'react';
import type { CotisationDuClient } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Pill, type Tone } from '../../components/Pill.tsx';
import { useDisplay } from '../../display/display.tsx';
import { francs } from '../../texts/format.ts';
import { ContratScreen } from './ContratScreen.tsx';
import styles from './Cotisations.module.css';

/** What each state of a period says at a glance. */
export const cotisationTones: Record<CotisationDuClient['statut'], Tone> = {
  payee: 'good',
  partielle: 'alert',
  en_retard: 'grave',
  a_venir: 'plain',
};

/** How many periods are shown before and after the one that matters now. */
const AROUND = 4;

/** The periods of a contrat on a line of time: what is paid, what is late, what comes. */
export function Cotisations() {
  const { t } = useDisplay();
  return (
    <ContratScreen title={() => t('contrat.cotisations_titre')} speech="contrat.parole_cotisations">
      {({ cotisations }) =>
        cotisations.length > 0 ? (
          <Timeline cotisations={cotisations} />
        ) : (
          <Banner tone="info" title={t('contrat.aucune_cotisation')} />
        )
      }
    </ContratScreen>
  );
}

function Timeline({ cotisations }: { cotisations: CotisationDuClient[] }) {
  const { t } = useDisplay();
  const open = cotisations.findIndex(({ statut }) => statut !== 'payee');
  const now = open < 0 ? cotisations.length - 1 : open;
  const [from, setFrom] = useState(Math.max(0, now - AROUND));
  const [to, setTo] = useState(Math.min(cotisations.length, now + AROUND + 1));
  const later = cotisations.length - to;
  return (
    <>
      {from > 0 ? (
        <Button variant="quiet" onClick={() => setFrom(0)}>
          {t('contrat.plus_anciennes', { n: from })}
        </Button>
      ) : null}
      <ol className={styles.line}>
        {cotisations.slice(from, to).map((cotisation) => (
          <Period key={cotisation.quittance} {...cotisation} />
        ))}
      </ol>
      {later > 0 ? (
        <Button variant="quiet" onClick={() => setTo(cotisations.length)}>
          {t('contrat.plus_tard', { n: later })}
        </Button>
      ) : null}
    </>
  );
}

function Period({ quittance, periode_debut, periode_fin, montant, reste, statut }: CotisationDuClient) {
  const { t, shortDay } = useDisplay();
  return (
    <li className={`${styles.period} ${styles[statut]}`}>
      <div className={styles.words}>
        <p className={styles.dates}>
          {t('contrat.periode', { debut: shortDay(periode_debut), fin: shortDay(periode_fin) })}
        </p>
        <Amount value={montant} size="large" />
        {statut !== 'payee' && reste !== montant ? (
          <p>{t('contrat.reste_periode', { montant: francs(reste) })}</p>
        ) : null}
        <p className={styles.quittance}>{t('contrat.quittance', { numero: quittance })}</p>
      </div>
      <Pill tone={cotisationTones[statut]}>{t(`contrat.${statut}`)}</Pill>
    </li>
  );
}
