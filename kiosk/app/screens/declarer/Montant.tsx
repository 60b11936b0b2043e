import type { ContratEnDetail } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { FieldStep } from '../../components/FieldStep.tsx';
import { useDisplay } from '../../display/display.tsx';
import { francs } from '../../texts/format.ts';

/** What the server takes at most, francs. */
const MOST = 1_000_000_000;

interface Props {
  garantie: ContratEnDetail['garanties'][number];
  /** Francs. */
  value?: number;
  back(): void;
  onUnknown(): void;
  onNext(montant: number): void;
}

/** How much is asked for one garantie, in whole francs. */
export function Montant({ garantie: { libelle, plafond }, value, back, onUnknown, onNext }: Props) {
  const { t } = useDisplay();

  function check(typed: string): string | undefined {
    if (Number(typed) < 1) return t('declarer.montant_vide');
    return Number(typed) > MOST ? t('declarer.montant_trop') : undefined;
  }

  return (
    <FieldStep
      step={`montant ${libelle}`}
      title={t('declarer.titre_montant')}
      lead={libelle}
      speech="declarer.parole_montant"
      label={t('declarer.montant')}
      keys="chiffres"
      value={value ? String(value) : ''}
      maxLength={10}
      format={(typed) => typed.replace(/\D/g, '')}
      check={check}
      back={back}
      skip={{ label: t('declarer.sais_pas'), onSkip: onUnknown }}
      onNext={(typed) => onNext(Number(typed))}
    >
      {(typed) => (
        <>
          <p aria-live="polite">{Number(typed) > 0 ? <Amount value={Number(typed)} size="huge" /> : null}</p>
          {plafond > 0 && Number(typed) > plafond ? (
            <Banner tone="info" title={t('declarer.au_dela', { montant: francs(plafond) })} />
          ) : null}
        </>
      )}
    </FieldStep>
  );
}
