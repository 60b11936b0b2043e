import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { useRead } from '../../api/read.ts';
import type { ContratEnDetail } from '../../api/types.ts';
import { Screen } from '../../components/Screen.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import type { TextKey } from '../../texts/texts.ts';

interface Props {
  title(contrat: ContratEnDetail): string;
  speech: TextKey;
  /** Where it leads back to; the contrat itself unless told. */
  back?: string;
  wide?: boolean;
  actions?(contrat: ContratEnDetail): ReactNode;
  children(contrat: ContratEnDetail): ReactNode;
}

/** The contrat that the address names, as the server knows it. */
export function useContrat() {
  const { police = '' } = useParams();
  return { police, ...useRead<ContratEnDetail>(`/contrats/${encodeURIComponent(police)}`) };
}

/** A screen about one contrat, once it is known. */
export function ContratScreen({ title, speech, back, wide, actions, children }: Props) {
  const { t } = useDisplay();
  const { police, data, error, refetch } = useContrat();
  return (
    <Screen
      title={data ? title(data) : t('contrat.police', { police })}
      lead={data && back === undefined ? `${data.produit}, ${data.police}` : undefined}
      speech={speech}
      back={back ?? `/contrats/${encodeURIComponent(police)}`}
      wide={wide}
      actions={data && actions?.(data)}
    >
      {error ? <Trouble problem={error} onRetry={refetch} /> : null}
      {data ? children(data) : error ? null : <Waiting />}
    </Screen>
  );
}
