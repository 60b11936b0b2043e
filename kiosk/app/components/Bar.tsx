import {
  Accessibility,
  CircleHelp,
  House,
  LogOut,
  type LucideIcon,
  ReceiptText,
  ShieldCheck,
  Volume2,
} from 'lucide-react';
import { useState } from 'react';
import { NavLink, useNavigate } from 'react-router-dom';
import { useDisplay } from '../display/display.tsx';
import { useSession } from '../session/session.tsx';
import styles from './Bar.module.css';
import { DisplayDialog } from './DisplayDialog.tsx';

/** What is at hand on every screen: on a terminal help, voice, letters and the way out; on a phone the main screens. */
export function Bar({ onRead }: { onRead?: () => void }) {
  const { t } = useDisplay();
  const { support, client, leave } = useSession();
  const [choosing, setChoosing] = useState(false);
  const navigate = useNavigate();
  const phone = support === 'espace';
  return (
    <nav className={styles.bar} aria-label={t('commun.menu')}>
      {phone && client ? (
        <>
          <Place to="/tableau" icon={House} name={t('commun.accueil')} />
          <Place to="/contrats" icon={ShieldCheck} name={t('commun.contrats')} />
          <Place to="/paiements" icon={ReceiptText} name={t('commun.paiements')} />
        </>
      ) : null}
      {!phone || !client ? <Act icon={CircleHelp} name={t('commun.aide')} onClick={() => navigate('/aide')} /> : null}
      {onRead && !(phone && client) ? <Act icon={Volume2} name={t('commun.ecouter')} onClick={onRead} /> : null}
      {phone && client ? (
        <Place to="/compte" icon={Accessibility} name={t('commun.plus')} />
      ) : (
        <Act icon={Accessibility} name={t('commun.affichage')} onClick={() => setChoosing(true)} />
      )}
      {client && !phone ? (
        <Act icon={LogOut} name={t('commun.terminer')} strong onClick={() => leave('parti')} />
      ) : null}
      {choosing ? <DisplayDialog onClose={() => setChoosing(false)} /> : null}
    </nav>
  );
}

function Place({ to, icon: Icon, name }: { to: string; icon: LucideIcon; name: string }) {
  return (
    <NavLink to={to} className={styles.act}>
      <Icon aria-hidden />
      <span>{name}</span>
    </NavLink>
  );
}

interface ActProps {
  icon: LucideIcon;
  name: string;
  strong?: boolean;
  onClick(): void;
}

function Act({ icon: Icon, name, strong, onClick }: ActProps) {
  return (
    <button type="button" className={strong ? `${styles.act} ${styles.strong}` : styles.act} onClick={onClick}>
      <Icon aria-hidden />
      <span>{name}</span>
    </button>
  );
}
