import { Check, Send } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { ContratEnDetail, SinistreDuClient } from '../../api/types.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { ContratScreen, useContrat } from '../contrat/ContratScreen.tsx';
import { Envois } from './Envois.tsx';
import { FromPhone } from './FromPhone.tsx';
import { Picker } from './Picker.tsx';
import { FILES_MAX, type Photo } from './prepare.ts';
import { useEnvoi } from './use-envoi.ts';
import { usePhotos } from './use-photos.ts';

/** Whether a sinistre still takes photos and papers. */
export const takesPhotos = ({ statut }: Pick<SinistreDuClient, 'statut'>): boolean =>
  statut !== 'paye' && statut !== 'rejete';

/** Photos for a sinistre that was declared before. */
export function Photos() {
  const { t } = useDisplay();
  const { support } = useSession();
  const { police = '', numero = '' } = useParams();
  const { data } = useContrat();
  const sinistre = sinistreOf(data, numero);
  // What had been sent when one came: what is sent from here is counted here.
  const [before, setBefore] = useState<number>();
  if (sinistre && before === undefined) setBefore(sinistre.documents);
  const back = `/contrats/${encodeURIComponent(police)}/sinistres`;
  if (support === 'espace' && sinistre && takesPhotos(sinistre) && before !== undefined) {
    return <Adding police={police} numero={numero} room={Math.max(0, FILES_MAX - before)} back={back} />;
  }
  return (
    <ContratScreen title={() => t('photos.titre')} speech="photos.parole" back={back}>
      {() => {
        if (!sinistre) return <Banner tone="info" title={t('photos.introuvable')} />;
        return takesPhotos(sinistre) ? <FromPhone numero={numero} /> : <Banner tone="info" title={t('photos.clos')} />;
      }}
    </ContratScreen>
  );
}

const sinistreOf = (contrat: ContratEnDetail | undefined, numero: string) =>
  contrat?.sinistres.find((each) => each.numero === numero);

interface AddingProps {
  police: string;
  numero: string;
  room: number;
  back: string;
}

function Adding({ police, numero, room, back }: AddingProps) {
  const { t } = useDisplay();
  const picked = usePhotos(room);
  const [sent, setSent] = useState<readonly Photo[]>();
  if (sent) return <SendingScreen police={police} numero={numero} photos={sent} back={back} />;
  return (
    <Screen
      step="choisir"
      title={t('photos.titre')}
      lead={t('photos.sinistre', { numero })}
      speech="photos.parole"
      back={back}
      actions={
        <Button
          size="large"
          icon={Send}
          busy={picked.preparing}
          disabled={picked.photos.length === 0}
          onClick={() => setSent(picked.photos)}
        >
          {t('photos.envoyer')}
        </Button>
      }
    >
      <Picker {...picked} />
    </Screen>
  );
}

function SendingScreen({ police, numero, photos, back }: Omit<AddingProps, 'room'> & { photos: readonly Photo[] }) {
  const { t } = useDisplay();
  const sending = useEnvoi(police, numero, photos);
  const { busy, failed } = sending;
  const all = !busy && failed === 0;
  return (
    <Screen
      step={all ? 'fait' : 'envoi'}
      title={busy ? t('photos.titre_envoi') : all ? t('photos.titre_fait') : t('photos.restees', { n: failed })}
      lead={t('photos.sinistre', { numero })}
      speech={all ? 'photos.parole_fait' : 'photos.parole_envoi'}
      actions={
        busy ? undefined : (
          <ButtonLink size="large" icon={Check} to={back}>
            {t('declarer.sinistres')}
          </ButtonLink>
        )
      }
    >
      <Outcome busy={busy} failed={failed} />
      <Envois photos={photos} sending={sending} />
    </Screen>
  );
}

/** What became of the files together. */
export function Outcome({ busy, failed }: { busy: boolean; failed: number }) {
  const { t } = useDisplay();
  if (busy) return null;
  if (failed === 0) return <Banner tone="good" title={t('photos.titre_fait')} />;
  return (
    <Banner tone="alert" title={t('photos.restees', { n: failed })}>
      <p>{t('photos.restees_texte')}</p>
    </Banner>
  );
}
