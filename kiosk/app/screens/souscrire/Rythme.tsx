import { CalendarDays } from 'lucide-react';
import type { ProduitPresente } from '../../api/types.ts';
import { Banner } from '../../components/Banner.tsx';
import { Screen } from '../../components/Screen.tsx';
import { TileButton, Tiles } from '../../components/Tile.tsx';
import { useDisplay } from '../../display/display.tsx';
import { francs } from '../../texts/format.ts';
import type { Periodicite } from './demande.ts';

interface Props {
  produit: ProduitPresente;
  montant: number;
  error?: string;
  back(): void;
  onChoose(periodicite: Periodicite): void;
}

/** How often the sum is paid. */
export function Rythme({ produit, montant, error, back, onChoose }: Props) {
  const { t } = useDisplay();
  return (
    <Screen step="rythme" title={t('souscrire.titre_rythme')} speech="souscrire.parole_rythme" back={back}>
      {error ? <Banner tone="grave" title={error} /> : null}
      <Tiles>
        {produit.periodicites.map((each) => (
          <TileButton
            key={each}
            icon={CalendarDays}
            title={t(`souscrire.rythme_${each}`)}
            text={t('souscrire.rythme_texte', { montant: francs(montant), rythme: t(`souscrire.par_${each}`) })}
            onClick={() => onChoose(each)}
          />
        ))}
      </Tiles>
    </Screen>
  );
}
