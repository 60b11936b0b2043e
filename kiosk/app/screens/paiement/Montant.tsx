import { AmountStep } from '../../components/AmountStep.tsx';
import { useDisplay } from '../../display/display.tsx';
import { grouped } from '../../texts/format.ts';

interface Props {
  value?: number;
  /** Francs. */
  maximum: number;
  /** What the server said of it. */
  error?: string;
  back(): void;
  onChoose(montant: number): void;
}

/** A sum of the client’s own, in whole francs. */
export function Montant({ maximum, ...rest }: Props) {
  const { t } = useDisplay();
  const most = { maximum: grouped(maximum) };

  function check(montant: number): string | undefined {
    if (montant < 1) return t('payer.montant_vide');
    return montant > maximum ? t('payer.montant_trop', most) : undefined;
  }

  return (
    <AmountStep
      {...rest}
      step="montant"
      title={t('payer.titre_montant')}
      speech="payer.parole_montant"
      label={t('payer.montant')}
      hint={t('payer.montant_aide', most)}
      check={check}
    />
  );
}
