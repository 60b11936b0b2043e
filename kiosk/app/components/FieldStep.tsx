import { ArrowRight } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useDisplay } from '../display/display.tsx';
import type { TextKey } from '../texts/texts.ts';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import type { Keys } from './keyboard/layouts.ts';
import { Screen } from './Screen.tsx';

interface Props {
  step: string;
  title: string;
  lead?: ReactNode;
  speech: TextKey;
  label: string;
  hint?: string;
  keys: Keys;
  value?: string;
  /** What the server said of it. */
  error?: string;
  maxLength?: number;
  autoComplete?: string;
  multiline?: boolean;
  /** How what is typed is written. */
  format?(typed: string): string;
  /** What is wrong with it, in words; nothing when it is right. */
  check(typed: string): string | undefined;
  back: string | (() => void);
  /** For what one may leave out. */
  skip?: { label: string; onSkip(): void };
  onNext(typed: string): void;
  /** What it means, while it is typed. */
  children?(typed: string): ReactNode;
}

/** One screen that asks for one thing to type. */
export function FieldStep(props: Props) {
  const { step, title, lead, speech, back, skip, value = '', error, format, check, onNext, children, ...field } = props;
  const { t } = useDisplay();
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(error);

  function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = check(typed.trim());
    if (wrong) setTold(wrong);
    else onNext(typed.trim());
  }

  return (
    <form onSubmit={submit} style={{ display: 'contents' }}>
      <Screen
        step={step}
        title={title}
        lead={lead}
        speech={speech}
        back={back}
        actions={
          <>
            {skip ? (
              <Button variant="secondary" size="large" onClick={skip.onSkip}>
                {skip.label}
              </Button>
            ) : null}
            <Button type="submit" size="large" icon={ArrowRight} onward>
              {t('commun.continuer')}
            </Button>
          </>
        }
      >
        <Field
          {...field}
          value={typed}
          onChange={(text) => {
            setTyped(format ? format(text) : text);
            setTold(undefined);
          }}
          error={told}
          autoFocus
        />
        {children?.(typed)}
      </Screen>
    </form>
  );
}
