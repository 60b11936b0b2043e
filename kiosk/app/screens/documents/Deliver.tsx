import { Download, House, Mail, MessageSquareText, Printer } from 'lucide-react';
import { useState } from 'react';
import { Problem } from '../../api/problem.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Screen } from '../../components/Screen.tsx';
import { TileButton, Tiles } from '../../components/Tile.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useClient, useSession } from '../../session/session.tsx';
import { readable } from '../paiement/telephone.ts';
import { type Asked, pathOf } from './document.ts';
import { saveAs } from './save.ts';

type Way = 'imprimer' | 'sms' | 'email' | 'ouvrir';

type State =
  | { at: 'choix'; printer?: string; problem?: Problem }
  | { at: 'impression' | 'envoi' }
  | { at: 'imprime' | 'ouvert' }
  | { at: 'envoye'; destination: string };

interface Props {
  asked: Asked;
  /** Masked; null when there is none on file. */
  email: string | null;
  onOther(): void;
}

/** How a document reaches its client: on paper at a terminal that has a printer, by SMS, by e-mail, on the phone. */
export function Deliver({ asked, email, onOther }: Props) {
  const { t } = useDisplay();
  const { api, support } = useSession();
  const { police, telephone } = useClient();
  const [state, setState] = useState<State>({ at: 'choix' });
  const bridge = window.guichet;

  async function deliver(way: Way): Promise<State> {
    if (way === 'imprimer' && bridge) {
      const printed = await bridge.imprimer(pathOf(asked, police));
      return printed.statut === 'imprime' ? { at: 'imprime' } : { at: 'choix', printer: printed.raison };
    }
    if (way === 'ouvrir') {
      saveAs(await api.document(pathOf(asked, police)), `${asked.document}.pdf`);
      return { at: 'ouvert' };
    }
    const sent = await api.send<{ destination: string }>('POST', `/clients/${encodeURIComponent(police)}/envoyer`, {
      body: { ...asked, par: way },
    });
    return { at: 'envoye', destination: readable(sent.destination) };
  }

  async function choose(way: Way) {
    setState({ at: way === 'imprimer' ? 'impression' : 'envoi' });
    try {
      setState(await deliver(way));
    } catch (error) {
      setState({ at: 'choix', problem: error instanceof Problem ? error : new Problem(500, 'inattendu', '') });
      if (!(error instanceof Problem)) throw error;
    }
  }

  if (state.at === 'impression' || state.at === 'envoi') {
    return (
      <Screen step={state.at} title={t('documents.impression_ou_envoi')} speech="documents.parole_impression">
        <Waiting />
      </Screen>
    );
  }

  if (state.at !== 'choix') {
    return (
      <Screen
        step={state.at}
        title={t(`documents.${state.at}`)}
        speech={`documents.parole_${state.at}`}
        actions={
          <>
            <Button variant="secondary" size="large" onClick={onOther}>
              {t('documents.autre')}
            </Button>
            <ButtonLink to="/tableau" size="large" icon={House}>
              {t('documents.fini')}
            </ButtonLink>
          </>
        }
      >
        <Banner
          tone="good"
          title={t(
            `documents.${state.at}_texte`,
            state.at === 'envoye' ? { destination: state.destination } : undefined,
          )}
        />
      </Screen>
    );
  }

  return (
    <Screen
      step="choix"
      title={t('documents.titre_comment')}
      lead={t(`documents.${asked.document}`)}
      speech="documents.parole_comment"
      back={onOther}
      wide
    >
      {state.printer ? (
        <Banner tone="alert" title={t(`documents.imprimante_${state.printer as 'papier'}`)}>
          <p>{t('documents.autrement')}</p>
        </Banner>
      ) : null}
      {state.problem ? <Trouble problem={state.problem} /> : null}
      <Tiles>
        {bridge ? (
          <TileButton
            main
            icon={Printer}
            title={t('documents.imprimer')}
            text={t('documents.imprimer_texte')}
            onClick={() => choose('imprimer')}
          />
        ) : null}
        {support === 'espace' ? (
          <TileButton
            main
            icon={Download}
            title={t('documents.ouvrir')}
            text={t('documents.ouvrir_texte')}
            onClick={() => choose('ouvrir')}
          />
        ) : null}
        <TileButton
          icon={MessageSquareText}
          title={t('documents.sms')}
          text={t('documents.sms_texte', { destination: readable(telephone) })}
          onClick={() => choose('sms')}
        />
        {email ? (
          <TileButton
            icon={Mail}
            title={t('documents.email')}
            text={t('documents.email_texte', { destination: email })}
            onClick={() => choose('email')}
          />
        ) : null}
      </Tiles>
    </Screen>
  );
}
