import type { Problem } from '../../api/problem.ts';
import { Banner } from '../../components/Banner.tsx';
import { said } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';

/** Why something was not done, or is not known to be: nothing is sent later by itself. */
export function NotSent({ problem }: { problem: Problem }) {
  const { t } = useDisplay();
  if (problem.status === 0) {
    const offline = problem.code === 'hors_ligne';
    return (
      <Banner tone={offline ? 'grave' : 'alert'} title={t(offline ? 'code.hors_ligne' : 'code.sans_reponse')}>
        <p>{t(offline ? 'code.hors_ligne_texte' : 'code.sans_reponse_texte')}</p>
      </Banner>
    );
  }
  const told = said(problem, t);
  const more = [...new Set(Object.values(problem.errors).flat())].filter((each) => each !== told);
  return (
    <Banner tone="grave" title={told}>
      {more.map((each) => (
        <p key={each}>{each}</p>
      ))}
    </Banner>
  );
}
