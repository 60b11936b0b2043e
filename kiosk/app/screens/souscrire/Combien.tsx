import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { ProduitPresente } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Screen } from '../../components/Screen.tsx';
import { TileButton } from '../../components/Tile.tsx';
import { useDisplay } from '../../display/display.tsx';
import { AutreMontant } from './AutreMontant.tsx';
import { suggestions } from './demande.ts';
import styles from './Souscrire.module.css';

interface Props {
  produit: ProduitPresente;
  value?: number;
  /** What the server said of it. */
  error?: string;
  onChoose(montant: number): void;
}

/** How much, each time: one of a few, or another. */
export function Combien({ produit, value, error, onChoose }: Props) {
  const { t } = useDisplay();
  const offered = suggestions(produit);
  const [other, setOther] = useState(value !== undefined && !offered.includes(value));
  if (other)
    return (
      <AutreMontant produit={produit} value={value} error={error} back={() => setOther(false)} onChoose={onChoose} />
    );
  return (
    <Screen
      step="montant"
      title={t('souscrire.titre_montant')}
      lead={t('souscrire.aide_montant', { nom: produit.nom })}
      speech="souscrire.parole_montant"
      back={`/produits/${encodeURIComponent(produit.code)}`}
    >
      {error ? <Banner tone="grave" title={error} /> : null}
      <div className={styles.amounts}>
        {offered.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.amount}
            aria-current={each === value ? 'true' : undefined}
            onClick={() => onChoose(each)}
          >
            <Amount value={each} size="large" />
          </button>
        ))}
      </div>
      <TileButton
        icon={Pencil}
        title={t('souscrire.autre_montant')}
        text={t('souscrire.autre_montant_texte')}
        onClick={() => setOther(true)}
      />
    </Screen>
  );
}
