import { useRead } from '../../api/read.ts';
import type { ProduitPresente } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Screen } from '../../components/Screen.tsx';
import { Tile, Tiles } from '../../components/Tile.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { branchIcon } from './branches.ts';
import styles from './Produits.module.css';

/** What can be had here: what it is for, and from how much. */
export function Produits() {
  const { t } = useDisplay();
  const { client } = useSession();
  const { data, error, refetch } = useRead<{ results: ProduitPresente[] }>('/borne/produits');
  return (
    <Screen
      title={t('produits.titre')}
      lead={t('produits.sous_titre')}
      speech="produits.parole"
      back={client ? '/tableau' : '/'}
      wide
    >
      {error ? <Trouble problem={error} onRetry={refetch} /> : null}
      {!data && !error ? <Waiting /> : null}
      {data?.results.length === 0 ? <Banner tone="info" title={t('produits.aucun')} /> : null}
      {data && data.results.length > 0 ? (
        <Tiles>
          {data.results.map((produit) => (
            <Tile
              key={produit.code}
              to={`/produits/${encodeURIComponent(produit.code)}`}
              icon={branchIcon(produit.branche)}
              title={produit.nom}
              text={<About {...produit} />}
            />
          ))}
        </Tiles>
      ) : null}
    </Screen>
  );
}

function About({ description, montant_min }: ProduitPresente) {
  const { t } = useDisplay();
  return (
    <span className={styles.about}>
      {description ? <span lang="fr">{description}</span> : null}
      <span className={styles.from}>
        {t('produits.des')} <Amount value={montant_min} />
      </span>
    </span>
  );
}
