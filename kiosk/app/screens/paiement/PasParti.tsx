import type { Problem } from '../../api/problem.ts';
import { Banner } from '../../components/Banner.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { said } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';

/** Why a payment has not left, or is not known to have: nothing is sent later by itself. */
export function PasParti({ problem, police }: { problem: Problem | 'hors_ligne'; police: string }) {
  const { t } = useDisplay();
  if (problem === 'hors_ligne') {
    return (
      <Banner tone="grave" title={t('payer.hors_ligne')}>
        <p>{t('payer.hors_ligne_texte')}</p>
      </Banner>
    );
  }
  if (problem.status === 0) {
    return (
      <Banner tone="alert" title={t('payer.sans_reponse')}>
        <p>{t('payer.sans_reponse_texte')}</p>
      </Banner>
    );
  }
  return (
    <Banner tone="grave" title={said(problem, t)}>
      {Object.values(problem.errors)
        .flat()
        .map((each) => (
          <p key={each}>{each}</p>
        ))}
      {problem.status === 409 ? (
        <ButtonLink variant="secondary" to={`/contrats/${encodeURIComponent(police)}/paiements`}>
          {t('payer.deja')}
        </ButtonLink>
      ) : null}
    </Banner>
  );
}
