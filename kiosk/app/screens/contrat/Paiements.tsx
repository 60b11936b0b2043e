import { useState } from 'react';
import { useRead } from '../../api/read.ts';
import type { Page, PaiementDuClient } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Pill, type Tone } from '../../components/Pill.tsx';
import { Screen } from '../../components/Screen.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useClient } from '../../session/session.tsx';
import type { TextKey } from '../../texts/texts.ts';
import styles from './Paiements.module.css';

const PAGE = 10;

/** Payments, the latest first. @param police those for this contrat alone */
export function Paiements({ police }: { police?: string }) {
  const { t } = useDisplay();
  const client = useClient();
  const [shown, setShown] = useState(PAGE);
  const narrowed = police ? `&police=${encodeURIComponent(police)}` : '';
  const path = `/clients/${encodeURIComponent(client.police)}/paiements?page_size=${shown}${narrowed}`;
  const { data, error, refetch } = useRead<Page<PaiementDuClient>>(path);
  const back = police ? `/contrats/${encodeURIComponent(police)}` : '/tableau';
  return (
    <Screen title={t('contrat.paiements_titre')} lead={police} speech="contrat.parole_paiements" back={back}>
      {error ? <Trouble problem={error} onRetry={refetch} /> : null}
      {!data && !error ? <Waiting /> : null}
      {data?.count === 0 ? <Banner tone="info" title={t('contrat.aucun_paiement')} /> : null}
      {data?.results.map((paiement) => (
        <Paiement key={paiement.numero} {...paiement} />
      ))}
      {data && data.count > shown && shown < 200 ? (
        <Button variant="secondary" onClick={() => setShown(Math.min(200, shown + 3 * PAGE))}>
          {t('contrat.montrer_plus')}
        </Button>
      ) : null}
    </Screen>
  );
}

const tones: Record<string, Tone> = { reussi: 'good', echoue: 'grave', annule: 'plain' };

function Paiement({ numero, police, type, mode_paiement, montant, statut, paye_le, cree_le }: PaiementDuClient) {
  const { t, instant } = useDisplay();
  return (
    <Card>
      <div className={styles.paiement}>
        <div className={styles.words}>
          <Amount value={montant} size="large" />
          <p>
            {t(`statuts.type_${type}` as TextKey)}
            {police ? `, ${police}` : null}
          </p>
          <p className={styles.when}>
            {instant(paye_le ?? cree_le)}, {t(`statuts.mode_${mode_paiement}` as TextKey)}
          </p>
        </div>
        <div className={styles.side}>
          <Pill tone={tones[statut] ?? 'alert'}>{t(`statuts.paiement_${statut}` as TextKey)}</Pill>
          {statut === 'reussi' && montant > 0 ? (
            <ButtonLink variant="quiet" to={`/documents?paiement=${encodeURIComponent(numero)}`}>
              {t('contrat.recu_document')}
            </ButtonLink>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
