import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { useDisplay } from '../display/display.tsx';
import { useSpeech } from '../display/speech.ts';
import { Notices } from '../phone/Notices.tsx';
import { useSession } from '../session/session.tsx';
import type { TextKey, Values } from '../texts/texts.ts';
import { Bar } from './Bar.tsx';
import { Button } from './Button.tsx';
import styles from './Screen.module.css';
import { Top } from './Top.tsx';

interface Props {
  title: string;
  /** One short sentence below the title. */
  lead?: ReactNode;
  /** What is read aloud when the screen opens. */
  speech: TextKey;
  speechValues?: Values;
  /** Where one comes from: a path, a step back, or nowhere. */
  back?: string | (() => void);
  /** What one can do here: at the end, the weightiest last. */
  actions?: ReactNode;
  /** Tells steps of one screen apart, so that each is announced and read. */
  step?: string;
  /** For screens that list things. */
  wide?: boolean;
  /** A drawing behind the title, for the hall that everybody enters by. */
  hall?: ReactNode;
  children?: ReactNode;
}

/** One screen: where one is, one thing to decide, and the way on. */
export function Screen({ title, lead, speech, speechValues, back, actions, step, wide, hall, children }: Props) {
  const { t } = useDisplay();
  const { support } = useSession();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLElement>(null);
  const { read, available } = useSpeech(t(speech, speechValues));

  useEffect(() => {
    document.title = `${title} · Guichet`;
  }, [title]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its top
  useEffect(() => {
    main.current?.scrollTo(0, 0);
    // A field that is there to be typed into has the focus already.
    if (!main.current?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, [step]);

  const goBack = () => (typeof back === 'string' ? navigate(back) : back?.());

  return (
    <div className={styles.screen}>
      <Top onBack={back === undefined ? undefined : goBack} />
      <main ref={main} className={classOf(wide, hall !== undefined)} tabIndex={-1}>
        {support === 'espace' ? <Notices /> : null}
        <div key={step} className={styles.sheet}>
          <header className={styles.heading}>
            {hall}
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {lead ? <p className={styles.lead}>{lead}</p> : null}
          </header>
          {children}
        </div>
      </main>
      {actions || (back !== undefined && support === 'borne') ? (
        <footer className={styles.actions}>
          {back !== undefined && support === 'borne' ? (
            <Button variant="secondary" size="large" icon={ArrowLeft} onClick={goBack}>
              {t('commun.retour')}
            </Button>
          ) : null}
          {actions}
        </footer>
      ) : null}
      <Bar onRead={available ? read : undefined} />
    </div>
  );
}

const classOf = (wide?: boolean, hall?: boolean) =>
  [styles.main, wide && styles.wide, hall && styles.hall].filter(Boolean).join(' ');
