import { ShieldCheck } from 'lucide-react';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Card } from '../../components/Card.tsx';
import { useDisplay } from '../../display/display.tsx';
import { francs } from '../../texts/format.ts';
import { ContratScreen } from './ContratScreen.tsx';
import styles from './Garanties.module.css';

/** What a contrat covers, and up to which sum. */
export function Garanties() {
  const { t } = useDisplay();
  return (
    <ContratScreen title={() => t('contrat.garanties_titre')} speech="contrat.parole_garanties" wide>
      {({ garanties }) =>
        garanties.length > 0 ? (
          <ul className={styles.garanties}>
            {garanties.map((garantie) => (
              <li key={garantie.code}>
                <GarantieCard {...garantie} />
              </li>
            ))}
          </ul>
        ) : (
          <Banner tone="info" title={t('contrat.aucune_garantie')} />
        )
      }
    </ContratScreen>
  );
}

interface Garantie {
  libelle: string;
  plafond: number;
  carence_jours: number;
  franchise: number;
  frequence: number | null;
}

/** One garantie. Amounts in francs, waiting time in days. */
export function GarantieCard({ libelle, plafond, carence_jours, franchise, frequence }: Garantie) {
  const { t } = useDisplay();
  const limits = [
    carence_jours > 0 && t('contrat.carence', { n: carence_jours }),
    frequence && t('contrat.frequence', { n: frequence }),
    franchise > 0 && t('contrat.franchise', { montant: francs(franchise) }),
  ].filter((each) => typeof each === 'string');
  return (
    <Card>
      <h2 className={styles.name}>
        <ShieldCheck aria-hidden />
        {libelle}
      </h2>
      <p>
        {t('contrat.plafond')} <Amount value={plafond} size="large" />
      </p>
      {limits.length > 0 ? (
        <ul className={styles.limits}>
          {limits.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
