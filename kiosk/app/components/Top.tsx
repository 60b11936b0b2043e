import { ArrowLeft, UserRound } from 'lucide-react';
import { Link } from 'react-router-dom';
import { useDisplay } from '../display/display.tsx';
import { useSession } from '../session/session.tsx';
import { languages } from '../texts/texts.ts';
import styles from './Top.module.css';

/** Who one is with, in which language, and on a phone the way back. */
export function Top({ onBack }: { onBack?: () => void }) {
  const { t, langue, choose } = useDisplay();
  const { support, client } = useSession();
  const phone = support === 'espace';
  return (
    <header className={styles.top}>
      {phone && onBack ? (
        <button type="button" className={styles.back} onClick={onBack} aria-label={t('commun.retour')}>
          <ArrowLeft aria-hidden />
        </button>
      ) : null}
      <Link to={client ? '/tableau' : '/'} className={styles.brand}>
        <img src="/borne/icone.svg" alt="" width="40" height="40" />
        <span>Guichet</span>
      </Link>
      {client && !phone ? (
        <p className={styles.who}>
          <UserRound aria-hidden />
          <span>{[client.prenom, client.nom].filter(Boolean).join(' ')}</span>
        </p>
      ) : null}
      <fieldset className={styles.languages}>
        <legend className="sr">{t('commun.langue')}</legend>
        {Object.entries(languages).map(([code, { nom }]) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={code === langue}
            onClick={() => choose({ langue: code as typeof langue })}
          >
            {phone ? code.toUpperCase() : nom}
            {phone ? <span className="sr"> {nom}</span> : null}
          </button>
        ))}
      </fieldset>
    </header>
  );
}
