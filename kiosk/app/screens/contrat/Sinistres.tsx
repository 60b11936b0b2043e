import { Camera, Siren } from 'lucide-react';
import type { SinistreDuClient } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { Pill, type Tone } from '../../components/Pill.tsx';
import { useDisplay } from '../../display/display.tsx';
import { takesPhotos } from '../photos/Photos.tsx';
import { ContratScreen } from './ContratScreen.tsx';

const tones: Partial<Record<SinistreDuClient['statut'], Tone>> = { accepte: 'good', paye: 'good', rejete: 'grave' };

/** What was declared on a contrat, and where it stands. */
export function Sinistres() {
  const { t } = useDisplay();
  return (
    <ContratScreen
      title={() => t('contrat.sinistres_titre')}
      speech="contrat.parole_sinistres"
      actions={({ police }) => (
        <ButtonLink to={`/contrats/${encodeURIComponent(police)}/declarer`} size="large" icon={Siren}>
          {t('contrat.declarer')}
        </ButtonLink>
      )}
    >
      {({ police, sinistres }) =>
        sinistres.length > 0 ? (
          sinistres.map((sinistre) => <Sinistre key={sinistre.numero} police={police} sinistre={sinistre} />)
        ) : (
          <Banner tone="info" title={t('contrat.aucun_sinistre')} />
        )
      }
    </ContratScreen>
  );
}

function Sinistre({ police, sinistre }: { police: string; sinistre: SinistreDuClient }) {
  const { t, day } = useDisplay();
  const { numero, statut, date_survenance, demande, accorde, paye, motif_rejet, documents, lignes } = sinistre;
  const decided: Fact[] = accorde > 0 ? [[t('contrat.accorde'), <Amount key="accorde" value={accorde} />]] : [];
  const paid: Fact[] = paye > 0 ? [[t('contrat.recu'), <Amount key="paye" value={paye} />]] : [];
  return (
    <Card title={lignes.map(({ libelle }) => libelle).join(', ')}>
      <Pill tone={tones[statut] ?? 'alert'}>{t(`statuts.sinistre_${statut}`)}</Pill>
      <p>
        {numero}. {t('contrat.survenu', { jour: day(date_survenance) })}
      </p>
      {motif_rejet ? <p>{t('statuts.rejet', { motif: t(`statuts.rejet_${motif_rejet}`) })}</p> : null}
      <Facts facts={[[t('contrat.demande'), <Amount key="demande" value={demande} />], ...decided, ...paid]} />
      {documents > 0 ? <p>{t('contrat.fichiers', { n: documents })}</p> : null}
      {takesPhotos(sinistre) ? (
        <ButtonLink
          variant="secondary"
          icon={Camera}
          to={`/contrats/${encodeURIComponent(police)}/sinistres/${encodeURIComponent(numero)}/photos`}
        >
          {t('contrat.ajouter_photo')}
        </ButtonLink>
      ) : null}
    </Card>
  );
}
