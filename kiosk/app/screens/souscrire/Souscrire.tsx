import { useParams } from 'react-router-dom';
import { useRead } from '../../api/read.ts';
import type { ContratDuClient, ProduitPresente } from '../../api/types.ts';
import { Screen } from '../../components/Screen.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { Etapes } from './Etapes.tsx';

/** Subscribing: what was typed lives here, and goes when the screen is left. */
export function Souscrire() {
  const { t } = useDisplay();
  const { client } = useSession();
  const { code = '' } = useParams();
  const produit = useRead<ProduitPresente>(`/borne/produits/${encodeURIComponent(code)}`);
  const contrats = useRead<{ results: ContratDuClient[] }>(
    client ? `/clients/${encodeURIComponent(client.police)}/contrats` : undefined,
  );
  const { error } = produit;
  if (produit.data && !contrats.isLoading)
    return <Etapes produit={produit.data} before={contrats.data?.results.map(({ police }) => police) ?? []} />;
  return (
    <Screen title={t('produits.souscrire')} speech="produits.parole" back="/produits">
      {error ? <Trouble problem={error} onRetry={error.status === 404 ? undefined : produit.refetch} /> : <Waiting />}
    </Screen>
  );
}
