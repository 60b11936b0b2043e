import { Baby, Equal, Heart, Percent, UserRound, UserRoundPen, Users } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { BeneficiaireLu, ContratEnDetail } from '../../api/types.ts';
import { DayStep } from '../../components/DayStep.tsx';
import { FieldStep } from '../../components/FieldStep.tsx';
import { Screen } from '../../components/Screen.tsx';
import { TileButton, Tiles } from '../../components/Tile.tsx';
import { useToday } from '../../components/use-today.ts';
import { useDisplay } from '../../display/display.tsx';
import { usePercent } from './Shares.tsx';
import { nameOf, sharesWith } from './shares.ts';

/** What is known of somebody new; `part` in percent, none for equal shares. */
export interface Nouveau {
  relation: BeneficiaireLu['relation'];
  nom: string;
  prenom: string;
  date_naissance?: string;
  telephone?: string;
  part?: number;
}

type Etape = 'relation' | 'prenom' | 'nom' | 'naissance' | 'telephone' | 'part' | 'pourcent';

const relations = {
  conjoint: Heart,
  enfant: Baby,
  parent: UserRound,
  frere_soeur: Users,
  autre: UserRoundPen,
} as const;
const fieldOf: readonly (readonly [string, Etape])[] = [
  ['relation', 'relation'],
  ['prenom', 'prenom'],
  ['nom', 'nom'],
  ['date_naissance', 'naissance'],
  ['telephone', 'telephone'],
  ['part', 'pourcent'],
];

const phone = /^\+?\d{8,15}$/;

interface Props {
  contrat: ContratEnDetail;
  given?: Nouveau;
  /** What the server said, by field. */
  errors: Readonly<Record<string, readonly string[]>>;
  onDone(nouveau: Nouveau): void;
}

/** One decision per screen: who they are, their name, and their share. */
export function Demander({ contrat, given, errors, onDone }: Props) {
  const { t } = useDisplay();
  const navigate = useNavigate();
  const today = useToday();
  const percent = usePercent();
  const wrong = fieldOf.find(([field]) => errors[field])?.[1];
  const others = contrat.beneficiaires;
  const [etape, setEtape] = useState<Etape>(wrong ?? (given ? (others.length > 0 ? 'part' : 'telephone') : 'relation'));
  const [nouveau, setNouveau] = useState<Partial<Nouveau>>(given ?? {});

  function go(next: Etape | 'fin', more: Partial<Nouveau>) {
    const whole = { ...nouveau, ...more };
    setNouveau(whole);
    if (next === 'fin') onDone(whole as Nouveau);
    else setEtape(next);
  }
  const told = (field: string) => errors[field]?.[0];
  const share = (part?: number) => percent(sharesWith(others, nameOf(nouveau as Nouveau), part).at(-1)?.after ?? 100);

  switch (etape) {
    case 'relation':
      return (
        <Screen
          step={etape}
          title={t('beneficiaires.titre_relation')}
          speech="beneficiaires.parole_relation"
          back={() => navigate(`/contrats/${encodeURIComponent(contrat.police)}/beneficiaires`)}
        >
          <Tiles>
            {(Object.keys(relations) as (keyof typeof relations)[]).map((relation) => (
              <TileButton
                key={relation}
                icon={relations[relation]}
                title={t(`beneficiaires.${relation}`)}
                onClick={() => go('prenom', { relation })}
              />
            ))}
          </Tiles>
        </Screen>
      );
    case 'prenom':
    case 'nom':
      return (
        <FieldStep
          key={etape}
          step={etape}
          title={t(`beneficiaires.titre_${etape}`)}
          speech={`beneficiaires.parole_${etape}`}
          label={t(`beneficiaires.${etape}`)}
          hint={t('beneficiaires.comme_papier')}
          keys="texte"
          value={nouveau[etape]}
          error={told(etape)}
          maxLength={120}
          check={(typed) => (typed ? undefined : t(`beneficiaires.${etape}_vide`))}
          back={() => setEtape(etape === 'nom' ? 'prenom' : 'relation')}
          onNext={(typed) => go(etape === 'nom' ? 'naissance' : 'nom', { [etape]: typed })}
        />
      );
    case 'naissance':
      return (
        <DayStep
          step={etape}
          title={t('beneficiaires.titre_naissance')}
          speech="beneficiaires.parole_naissance"
          label={t('beneficiaires.naissance')}
          value={nouveau.date_naissance}
          error={told('date_naissance')}
          from="1900-01-01"
          to={today}
          back={() => setEtape('nom')}
          skip={{
            label: t('beneficiaires.sais_pas'),
            onSkip: () => go('telephone', { date_naissance: undefined }),
          }}
          onNext={(date_naissance) => go('telephone', { date_naissance })}
        />
      );
    case 'telephone':
      return (
        <FieldStep
          key={etape}
          step={etape}
          title={t('beneficiaires.titre_telephone')}
          speech="beneficiaires.parole_telephone"
          label={t('beneficiaires.telephone')}
          hint={t('beneficiaires.telephone_aide')}
          keys="telephone"
          value={nouveau.telephone}
          error={told('telephone')}
          maxLength={20}
          check={(typed) => (phone.test(typed.replace(/[ .-]/g, '')) ? undefined : t('beneficiaires.telephone_vide'))}
          back={() => setEtape('naissance')}
          skip={{
            label: t('beneficiaires.sans_telephone'),
            onSkip: () => go(others.length > 0 ? 'part' : 'fin', { telephone: undefined }),
          }}
          onNext={(telephone) => go(others.length > 0 ? 'part' : 'fin', { telephone })}
        />
      );
    case 'part':
      return (
        <Screen
          step={etape}
          title={t('beneficiaires.titre_part')}
          speech="beneficiaires.parole_part"
          back={() => setEtape('telephone')}
        >
          <TileButton
            main
            icon={Equal}
            title={t('beneficiaires.egales')}
            text={t('beneficiaires.egales_texte', { part: share() })}
            onClick={() => go('fin', { part: undefined })}
          />
          <TileButton
            icon={Percent}
            title={t('beneficiaires.pourcent')}
            text={t('beneficiaires.pourcent_texte')}
            onClick={() => setEtape('pourcent')}
          />
        </Screen>
      );
    case 'pourcent':
      return (
        <FieldStep
          key={etape}
          step={etape}
          title={t('beneficiaires.titre_pourcent')}
          lead={nameOf(nouveau as Nouveau)}
          speech="beneficiaires.parole_pourcent"
          label={t('beneficiaires.pourcent_label')}
          hint={t('beneficiaires.pourcent_aide')}
          keys="chiffres"
          value={nouveau.part ? String(nouveau.part) : ''}
          error={told('part')}
          maxLength={3}
          format={(typed) => typed.replace(/\D/g, '')}
          check={(typed) => (Number(typed) >= 1 && Number(typed) <= 99 ? undefined : t('beneficiaires.pourcent_vide'))}
          back={() => setEtape('part')}
          onNext={(typed) => go('fin', { part: Number(typed) })}
        />
      );
  }
}
