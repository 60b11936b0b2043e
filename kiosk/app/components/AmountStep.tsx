import type { TextKey } from '../texts/texts.ts';
import { Amount } from './Amount.tsx';
import { FieldStep } from './FieldStep.tsx';

interface Props {
  step: string;
  title: string;
  speech: TextKey;
  label: string;
  hint: string;
  /** Francs. */
  value?: number;
  /** What the server said of it. */
  error?: string;
  /** What is wrong with a sum of francs, in words; nothing when it is right. */
  check(montant: number): string | undefined;
  back(): void;
  onChoose(montant: number): void;
}

/** One screen that asks for a sum in whole francs, shown in large digits while it is typed. */
export function AmountStep({ value, check, onChoose, ...rest }: Props) {
  return (
    <FieldStep
      {...rest}
      keys="chiffres"
      maxLength={9}
      value={value ? String(value) : ''}
      format={(text) => text.replace(/\D/g, '')}
      check={(typed) => check(Number(typed))}
      onNext={(typed) => onChoose(Number(typed))}
    >
      {(typed) =>
        Number(typed) > 0 ? (
          <p aria-live="polite">
            <Amount value={Number(typed)} size="huge" />
          </p>
        ) : null
      }
    </FieldStep>
  );
}
