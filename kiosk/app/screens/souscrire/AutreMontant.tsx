import type { ProduitPresente } from '../../api/types.ts';
import { AmountStep } from '../../components/AmountStep.tsx';
import { useDisplay } from '../../display/display.tsx';
import { grouped } from '../../texts/format.ts';

interface Props {
  produit: ProduitPresente;
  value?: number;
  error?: string;
  back(): void;
  onChoose(montant: number): void;
}

/** A sum of one’s own, between the least and the most of a product. */
export function AutreMontant({ produit: { montant_min, montant_max }, ...rest }: Props) {
  const { t } = useDisplay();
  const limits = t('souscrire.entre', { minimum: grouped(montant_min), maximum: grouped(montant_max) });
  return (
    <AmountStep
      {...rest}
      step="autre"
      title={t('souscrire.autre_montant')}
      speech="souscrire.parole_autre"
      label={t('souscrire.montant')}
      hint={limits}
      check={(montant) => (montant < montant_min || montant > montant_max ? limits : undefined)}
    />
  );
}
