import { ArrowRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import type { Keys } from '../../components/keyboard/layouts.ts';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import type { Demande, Etape } from './demande.ts';

type Typed = 'nom' | 'prenom' | 'telephone';

interface Props {
  step: Extract<Etape, 'qui' | 'contact'>;
  fields: readonly Typed[];
  keys: Keys;
  values: Demande;
  /** By field, in the server’s words. */
  errors: Readonly<Record<string, string | undefined>>;
  onType(field: Typed, value: string): void;
  back(): void;
  onDone(): void;
}

/** Something about oneself, to be typed. */
export function Saisie({ step, fields, keys, values, errors, onType, back, onDone }: Props) {
  const { t } = useDisplay();
  const [tried, setTried] = useState(false);
  const empty = (field: Typed) => values[field].trim() === '';

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!fields.some(empty)) onDone();
  }

  return (
    <form onSubmit={submit} style={{ display: 'contents' }}>
      <Screen
        step={step}
        title={t(`souscrire.titre_${step}`)}
        lead={t(`souscrire.aide_${step}`)}
        speech={`souscrire.parole_${step}`}
        back={back}
        actions={
          <Button type="submit" size="large" icon={ArrowRight} onward>
            {t('commun.continuer')}
          </Button>
        }
      >
        {fields.map((field, n) => (
          <Field
            key={field}
            label={t(`souscrire.${field}`)}
            keys={keys}
            value={values[field]}
            onChange={(value) => onType(field, value)}
            error={tried && empty(field) ? t(`souscrire.${field}_vide`) : errors[field]}
            maxLength={field === 'telephone' ? 20 : 120}
            autoFocus={n === 0}
          />
        ))}
      </Screen>
    </form>
  );
}
