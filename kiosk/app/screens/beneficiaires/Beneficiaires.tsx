import { UserRoundMinus, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import type { BeneficiaireLu, ContratEnDetail } from '../../api/types.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useDisplay } from '../../display/display.tsx';
import { ContratScreen, useContrat } from '../contrat/ContratScreen.tsx';
import { readable } from '../paiement/telephone.ts';
import styles from './Beneficiaires.module.css';
import { Retirer } from './Retirer.tsx';
import { usePercent } from './Shares.tsx';
import { nameOf } from './shares.ts';

const changing = ['en_attente', 'activee', 'suspendue'];

/** Why nobody can be added to a contrat; undefined where somebody can. */
export function useFull(): (contrat: ContratEnDetail) => string | undefined {
  const { t } = useDisplay();
  return ({ statut, beneficiaires, beneficiaires_max: n }) => {
    if (!changing.includes(statut)) return t('beneficiaires.fini');
    if (n === 0) return t('beneficiaires.sans');
    return beneficiaires.length >= n ? t('beneficiaires.complet', { n }) : undefined;
  };
}

/** Who is paid by a contrat, and the ways to change that. */
export function Beneficiaires() {
  const { t } = useDisplay();
  const { data } = useContrat();
  const full = useFull();
  const [leaving, setLeaving] = useState<number>();
  const known = data?.beneficiaires.find(({ id }) => id === leaving);
  const [gone, setGone] = useState<BeneficiaireLu>();
  const one = known ?? gone;
  if (data && one && leaving !== undefined) {
    const back = () => setLeaving(undefined);
    return <Retirer contrat={data} beneficiaire={one} onDone={() => setGone(one)} back={back} />;
  }
  return (
    <ContratScreen
      title={() => t('beneficiaires.titre')}
      speech="beneficiaires.parole"
      actions={(contrat) =>
        full(contrat) ? (
          <Button size="large" icon={UserRoundPlus} disabled>
            {t('beneficiaires.ajouter')}
          </Button>
        ) : (
          <ButtonLink
            to={`/contrats/${encodeURIComponent(contrat.police)}/beneficiaires/ajouter`}
            size="large"
            icon={UserRoundPlus}
          >
            {t('beneficiaires.ajouter')}
          </ButtonLink>
        )
      }
    >
      {(contrat) => (
        <>
          {contrat.beneficiaires_max > 0 ? (
            <p>{t('beneficiaires.combien', { n: contrat.beneficiaires.length, maximum: contrat.beneficiaires_max })}</p>
          ) : null}
          {full(contrat) ? <Banner tone="info" title={full(contrat)} /> : null}
          {contrat.beneficiaires.length === 0 && !full(contrat) ? (
            <Banner tone="info" title={t('beneficiaires.aucun')} />
          ) : null}
          <ul className={styles.list}>
            {contrat.beneficiaires.map((each) => (
              <li key={each.id}>
                <Person
                  {...each}
                  onRemove={changing.includes(contrat.statut) ? () => setLeaving(each.id) : undefined}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </ContratScreen>
  );
}

function Person({ onRemove, ...each }: BeneficiaireLu & { onRemove?: () => void }) {
  const { t } = useDisplay();
  const percent = usePercent();
  const name = nameOf(each);
  return (
    <Card>
      <div className={styles.person}>
        <div className={styles.words}>
          <h2 className={styles.name}>{name}</h2>
          <p className={styles.soft}>{t(`beneficiaires.lien_${each.relation}`)}</p>
          {each.telephone ? <p className={styles.soft}>{readable(each.telephone)}</p> : null}
        </div>
        <p className={styles.percent}>
          <span className={styles.before}>{t('beneficiaires.part')}</span>
          {percent(each.part)} %
        </p>
      </div>
      {onRemove ? (
        <Button variant="danger" icon={UserRoundMinus} onClick={onRemove}>
          {t('beneficiaires.retirer', { nom: each.prenom })}
        </Button>
      ) : null}
    </Card>
  );
}
