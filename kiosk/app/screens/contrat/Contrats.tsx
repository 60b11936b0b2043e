import { useRead } from '../../api/read.ts';
import type { TableauDeBord } from '../../api/types.ts';
import { Screen } from '../../components/Screen.tsx';
import { Tiles } from '../../components/Tile.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useClient } from '../../session/session.tsx';
import { ContratCard } from '../tableau/ContratCard.tsx';

/** All contrats of the client. */
export function Contrats() {
  const { t } = useDisplay();
  const client = useClient();
  const { data, error, refetch } = useRead<TableauDeBord>(`/clients/${encodeURIComponent(client.police)}/dashboard`);
  const late = (police: string) => data?.prochaines_echeances.find((each) => each.police === police)?.jours_retard ?? 0;
  return (
    <Screen title={t('contrat.titre_liste')} speech="contrat.parole_liste" back="/tableau" wide>
      {error ? <Trouble problem={error} onRetry={refetch} /> : null}
      {!data && !error ? <Waiting /> : null}
      <Tiles>
        {data?.contrats.map((contrat) => (
          <ContratCard key={contrat.police} contrat={contrat} jours_retard={late(contrat.police)} />
        ))}
      </Tiles>
    </Screen>
  );
}
