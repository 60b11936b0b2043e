import { ShieldCheck } from 'lucide-react';
import { Navigate } from 'react-router-dom';
import { useRead } from '../../api/read.ts';
import type { TableauDeBord } from '../../api/types.ts';
import { Banner } from '../../components/Banner.tsx';
import { Screen } from '../../components/Screen.tsx';
import { Tile, Tiles } from '../../components/Tile.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useClient } from '../../session/session.tsx';

/** Which contrat covers what happened; whoever has one is not asked. */
export function Declarer() {
  const { t } = useDisplay();
  const client = useClient();
  const { data, error, refetch } = useRead<TableauDeBord>(`/clients/${encodeURIComponent(client.police)}/dashboard`);
  const to = (police: string) => `/contrats/${encodeURIComponent(police)}/declarer`;
  const [only, ...more] = data?.contrats ?? [];
  if (only && more.length === 0) return <Navigate to={to(only.police)} replace />;
  return (
    <Screen title={t('declarer.titre_liste')} speech="declarer.parole_liste" back="/tableau">
      {error ? <Trouble problem={error} onRetry={refetch} /> : null}
      {!data && !error ? <Waiting /> : null}
      {data?.contrats.length === 0 ? <Banner tone="info" title={t('declarer.aucun_contrat')} /> : null}
      <Tiles>
        {data?.contrats.map(({ police, produit }) => (
          <Tile key={police} to={to(police)} icon={ShieldCheck} title={produit} text={police} />
        ))}
      </Tiles>
    </Screen>
  );
}
