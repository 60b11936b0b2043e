import { ArrowRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Amount } from '../../components/Amount.tsx';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { Screen } from '../../components/Screen.tsx';
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
export function Montant({ value, maximum, error, back, onChoose }: Props) {
  const { t } = useDisplay();
  const [typed, setTyped] = useState(value ? String(value) : '');
  const [told, setTold] = useState(error);
  const montant = Number(typed);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (montant < 1) return setTold(t('payer.montant_vide'));
    if (montant > maximum) return setTold(t('payer.montant_trop', { maximum: grouped(maximum) }));
    return onChoose(montant);
  }

  return (
    <form onSubmit={submit} style={{ display: 'contents' }}>
      <Screen
        step="montant"
        title={t('payer.titre_montant')}
        speech="payer.parole_montant"
        back={back}
        actions={
          <Button type="submit" size="large" icon={ArrowRight} onward>
            {t('commun.continuer')}
          </Button>
        }
      >
        <Field
          label={t('payer.montant')}
          hint={t('payer.montant_aide', { maximum: grouped(maximum) })}
          keys="chiffres"
          value={typed}
          onChange={(text) => {
            setTyped(text.replace(/\D/g, ''));
            setTold(undefined);
          }}
          error={told}
          maxLength={9}
          autoFocus
        />
        {montant > 0 ? (
          <p aria-live="polite">
            <Amount value={montant} size="huge" />
          </p>
        ) : null}
      </Screen>
    </form>
  );
}
