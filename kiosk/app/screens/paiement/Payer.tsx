import { Smartphone } from 'lucide-react';
import { Navigate } from 'react-router-dom';
import { useRead } from '../../api/read.ts';
import type { ContratDuClient, TableauDeBord } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Screen } from '../../components/Screen.tsx';
import { Tile } from '../../components/Tile.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useClient } from '../../session/session.tsx';
import styles from './Quoi.module.css';

type Echeance = TableauDeBord['prochaines_echeances'][number];

const pathOf = (police: string) => `/contrats/${encodeURIComponent(police)}/payer`;

/** For which contrat one pays; whoever has one alone goes straight on. */
export function Payer() {
  const { t } = useDisplay();
  const { police } = useClient();
  const { data, error, refetch } = useRead<TableauDeBord>(`/clients/${encodeURIComponent(police)}/dashboard`);
  const [first, ...others] = data?.contrats ?? [];
  if (first && others.length === 0) return <Navigate to={pathOf(first.police)} replace />;
  const latest = (contrat: ContratDuClient) =>
    data?.prochaines_echeances.find((each) => each.police === contrat.police);
  const due = data?.contrats.toSorted((a, b) => b.reste_a_payer - a.reste_a_payer) ?? [];
  return (
    <Screen title={t('payer.titre_liste')} speech="payer.parole_liste" back="/tableau">
      {error ? <Trouble problem={error} onRetry={refetch} /> : null}
      {!data && !error ? <Waiting /> : null}
      {data && !first ? <Banner tone="info" title={t('payer.aucun_contrat')} /> : null}
      <div className={styles.offers}>
        {due.map((contrat) => (
          <Tile
            key={contrat.police}
            to={pathOf(contrat.police)}
            icon={Smartphone}
            main={contrat.reste_a_payer > 0}
            title={`${contrat.produit}, ${contrat.police}`}
            text={<Due contrat={contrat} echeance={latest(contrat)} />}
          />
        ))}
      </div>
    </Screen>
  );
}

function Due({ contrat, echeance }: { contrat: ContratDuClient; echeance?: Echeance }) {
  const { t, day } = useDisplay();
  const { reste_a_payer } = contrat;
  const late = echeance?.jours_retard ?? 0;
  return (
    <span className={styles.told}>
      {reste_a_payer > 0 ? <Amount value={reste_a_payer} size="large" /> : <span>{t('payer.rien_du')}</span>}
      {late > 0 ? <span>{t('payer.retard', { n: late })}</span> : null}
      {late <= 0 && echeance ? <span>{t('payer.echeance', { jour: day(echeance.date_echeance) })}</span> : null}
    </span>
  );
}
