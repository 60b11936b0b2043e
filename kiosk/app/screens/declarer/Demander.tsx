import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { ContratEnDetail } from '../../api/types.ts';
import { Button } from '../../components/Button.tsx';
import { DayStep } from '../../components/DayStep.tsx';
import { FieldStep } from '../../components/FieldStep.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useToday } from '../../components/use-today.ts';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { FromPhone } from '../photos/FromPhone.tsx';
import { Picker } from '../photos/Picker.tsx';
import type { Picked } from '../photos/use-photos.ts';
import { chosen, type Declaration } from './declaration.ts';
import { Garanties } from './Garanties.tsx';
import { Montant } from './Montant.tsx';
import { Quand } from './Quand.tsx';
import { LienStep, QuiStep } from './Qui.tsx';

type Etape = 'quand' | 'jour' | 'quoi' | `montant:${number}` | 'mots' | 'qui' | 'lien' | 'declarant' | 'photos';

interface Props {
  contrat: ContratEnDetail;
  given?: Declaration;
  /** What the server said, by field. */
  errors: Readonly<Record<string, readonly string[]>>;
  picked: Picked;
  onDone(declaration: Declaration): void;
}

const firstOf = (errors: Props['errors'], given?: Declaration): Etape => {
  if (errors.date_survenance) return 'jour';
  const field = Object.keys(errors)[0];
  if (field?.startsWith('lignes')) return 'quoi';
  if (field?.startsWith('declarant')) return 'declarant';
  if (field === 'description') return 'mots';
  return given ? 'photos' : 'quand';
};

/** When, what, how much, by whom, with which papers: one thing on each screen. */
export function Demander({ contrat, given, errors, picked, onDone }: Props) {
  const { t } = useDisplay();
  const { support } = useSession();
  const navigate = useNavigate();
  const today = useToday();
  const [etape, setEtape] = useState<Etape>(() => firstOf(errors, given));
  const [told, setTold] = useState<Declaration>(given ?? { jour: '', garanties: [], montants: {} });
  const asked = chosen(contrat, told);

  function go(next: Etape, more: Partial<Declaration> = {}) {
    setTold({ ...told, ...more });
    setEtape(next);
  }

  if (etape === 'quand') {
    return (
      <Quand
        today={today}
        back={() => navigate(`/contrats/${encodeURIComponent(contrat.police)}`)}
        onOther={() => setEtape('jour')}
        onNext={(jour) => go('quoi', { jour })}
      />
    );
  }
  if (etape === 'jour') {
    return (
      <DayStep
        step={etape}
        title={t('declarer.titre_jour')}
        speech="declarer.parole_jour"
        label={t('declarer.jour')}
        value={told.jour || undefined}
        error={errors.date_survenance?.[0]}
        from="2000-01-01"
        to={today}
        back={() => setEtape('quand')}
        onNext={(jour) => go('quoi', { jour })}
      />
    );
  }
  if (etape === 'quoi') {
    return (
      <Garanties
        garanties={contrat.garanties}
        value={told.garanties}
        error={Object.entries(errors).find(([field]) => field.startsWith('lignes'))?.[1][0]}
        back={() => setEtape('quand')}
        onNext={(garanties) => go('montant:0', { garanties })}
      />
    );
  }
  if (etape.startsWith('montant:')) {
    const n = Number(etape.slice('montant:'.length));
    const garantie = asked[n];
    const next: Etape = n + 1 < asked.length ? `montant:${n + 1}` : 'mots';
    if (garantie) {
      const { [garantie.code]: value, ...others } = told.montants;
      return (
        <Montant
          key={garantie.code}
          garantie={garantie}
          value={value}
          back={() => setEtape(n > 0 ? `montant:${n - 1}` : 'quoi')}
          onUnknown={() => go(next, { montants: others })}
          onNext={(montant) => go(next, { montants: { ...others, [garantie.code]: montant } })}
        />
      );
    }
  }
  if (etape === 'mots') {
    return (
      <FieldStep
        step={etape}
        title={t('declarer.titre_mots')}
        speech="declarer.parole_mots"
        label={t('declarer.mots')}
        hint={t('declarer.mots_aide')}
        keys="texte"
        multiline
        value={told.mots}
        error={errors.description?.[0]}
        maxLength={1000}
        check={() => undefined}
        back={() => setEtape(`montant:${asked.length - 1}`)}
        skip={{ label: t('declarer.passer'), onSkip: () => go('qui', { mots: undefined }) }}
        onNext={(mots) => go('qui', { mots })}
      />
    );
  }
  if (etape === 'qui') {
    return (
      <QuiStep
        back={() => setEtape('mots')}
        onSelf={() => go('photos', { declarant: undefined })}
        onOther={() => setEtape('lien')}
      />
    );
  }
  if (etape === 'lien') {
    return (
      <LienStep
        back={() => setEtape('qui')}
        onNext={(lien) => go('declarant', { declarant: { nom: told.declarant?.nom ?? '', lien } })}
      />
    );
  }
  if (etape === 'declarant') {
    const { lien = 'autre', nom } = told.declarant ?? {};
    return (
      <FieldStep
        step={etape}
        title={t('declarer.titre_declarant')}
        speech="declarer.parole_declarant"
        label={t('declarer.declarant')}
        keys="texte"
        value={nom}
        error={Object.entries(errors).find(([field]) => field.startsWith('declarant'))?.[1][0]}
        maxLength={120}
        check={(typed) => (typed ? undefined : t('declarer.declarant_vide'))}
        back={() => setEtape('lien')}
        onNext={(typed) => go('photos', { declarant: { nom: typed, lien } })}
      />
    );
  }
  const own = support === 'espace';
  const none = own && picked.photos.length === 0;
  return (
    <Screen
      step="photos"
      title={t('declarer.titre_photos')}
      lead={t('declarer.lead_photos')}
      speech="declarer.parole_photos"
      back={() => setEtape(told.declarant ? 'declarant' : 'qui')}
      actions={
        <Button size="large" icon={ArrowRight} onward busy={picked.preparing} onClick={() => onDone(told)}>
          {t(none ? 'declarer.sans_photo' : 'commun.continuer')}
        </Button>
      }
    >
      {own ? <Picker {...picked} /> : <FromPhone />}
    </Screen>
  );
}
