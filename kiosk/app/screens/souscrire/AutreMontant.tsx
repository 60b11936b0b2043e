import { ArrowRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { ProduitPresente } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { Screen } from '../../components/Screen.tsx';
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
export function AutreMontant({ produit: { montant_min, montant_max }, value, error, back, onChoose }: Props) {
  const { t } = useDisplay();
  const [typed, setTyped] = useState(value ? String(value) : '');
  const [told, setTold] = useState(error);
  const montant = Number(typed);
  const limits = t('souscrire.entre', { minimum: grouped(montant_min), maximum: grouped(montant_max) });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (montant < montant_min || montant > montant_max) setTold(limits);
    else onChoose(montant);
  }

  return (
    <form onSubmit={submit} style={{ display: 'contents' }}>
      <Screen
        step="autre"
        title={t('souscrire.autre_montant')}
        speech="souscrire.parole_autre"
        back={back}
        actions={
          <Button type="submit" size="large" icon={ArrowRight} onward>
            {t('commun.continuer')}
          </Button>
        }
      >
        <Field
          label={t('souscrire.montant')}
          hint={limits}
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
