import { useQueryClient } from '@tanstack/react-query';
import { Siren } from 'lucide-react';
import { useState } from 'react';
import type { ContratEnDetail } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useToday } from '../../components/use-today.ts';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { CodeStep } from '../code/CodeStep.tsx';
import { NotSent } from '../code/NotSent.tsx';
import { useCoded } from '../code/use-coded.ts';
import type { Photo } from '../photos/prepare.ts';
import { Alertes } from './Alertes.tsx';
import { askedFor, chosen, type Declaration, doubts, requestOf } from './declaration.ts';
import type { Declared } from './Fait.tsx';

interface Props {
  contrat: ContratEnDetail;
  declaration: Declaration;
  photos: readonly Photo[];
  back(): void;
  onDeclared(declared: Declared): void;
  /** What is wrong, by field. */
  onRefused(errors: Readonly<Record<string, readonly string[]>>): void;
}

/** Everything that was told, once more, before it is declared. */
export function Revoir({ contrat, declaration, photos, back, onDeclared, onRefused }: Props) {
  const { t, day } = useDisplay();
  const { api } = useSession();
  const queries = useQueryClient();
  const today = useToday();
  const [once] = useState(() => crypto.randomUUID());
  const coded = useCoded({
    but: 'sinistre',
    send: (code) =>
      api.send<Declared>('POST', `/contrats/${encodeURIComponent(contrat.police)}/sinistres`, {
        body: { ...requestOf(contrat, declaration), code },
        once,
      }),
    onDone(declared) {
      onDeclared(declared);
      void queries.invalidateQueries({ queryKey: ['api'] });
    },
    onRefused: ({ status, errors }) => status === 400 && onRefused(errors),
  });
  if (coded.promised) return <CodeStep coded={coded} promised={coded.promised} />;
  const { jour, mots, declarant, montants } = declaration;
  const asked = chosen(contrat, declaration);
  const facts: Fact[] = [
    [t('declarer.survenu'), day(jour)],
    ...asked.map(
      (garantie): Fact => [
        garantie.libelle,
        montants[garantie.code] === undefined ? (
          t('declarer.au_plus')
        ) : (
          <Amount key={garantie.code} value={askedFor(garantie, declaration)} />
        ),
      ],
    ),
    ...(mots ? [[t('declarer.raconte'), mots] as const] : []),
    [
      t('declarer.declare_par'),
      declarant ? `${declarant.nom}, ${t(`declarer.lien_${declarant.lien}`)}` : t('declarer.moi'),
    ],
    ...(photos.length > 0 ? [[t('declarer.photos'), t('declarer.n_photos', { n: photos.length })] as const] : []),
  ];
  return (
    <Screen
      step="revoir"
      title={t('declarer.titre_revoir')}
      lead={`${contrat.produit}, ${contrat.police}`}
      speech="declarer.parole_revoir"
      back={back}
      actions={
        <Button size="large" icon={Siren} busy={coded.busy} onClick={coded.begin}>
          {t('declarer.declarer')}
        </Button>
      }
    >
      <Card>
        <Facts facts={facts} />
      </Card>
      <Alertes alertes={doubts(contrat, declaration, today)} before />
      {coded.problem ? <NotSent problem={coded.problem} /> : null}
    </Screen>
  );
}
