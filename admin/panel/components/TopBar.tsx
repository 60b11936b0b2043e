import { Icon } from '@adminjs/design-system';
import { useCurrentAdmin, useTranslation } from 'adminjs';
import React from 'react';
import { ReadyNotice } from './reports/ReadyNotice.tsx';
import { useLandmarks } from './shared/landmarks.ts';
import './shared/session-ended.ts';

/** Who is here, the way to one's profile, and out. */
export default function TopBar({ toggleSidebar }: { toggleSidebar: () => void }) {
  const { translateButton } = useTranslation();
  const [person] = useCurrentAdmin();
  useLandmarks();
  return (
    <header className="g-barre">
      <button type="button" className="g-hamburger" onClick={toggleSidebar} aria-label={translateButton('menu')}>
        <Icon icon="Menu" size={24} />
      </button>
      <ReadyNotice />
      <div className="g-personne">
        <strong>{person?.nom}</strong>
        <span>{person?.title}</span>
      </div>
      <a className="g-lien" href="/admin/profil" aria-label={translateButton('profil')}>
        <Icon icon="User" />
        <span className="g-mot">{translateButton('profil')}</span>
      </a>
      <form method="post" action="/admin/deconnexion">
        <button type="submit" className="g-lien" aria-label={translateButton('logout')}>
          <Icon icon="LogOut" />
          <span className="g-mot">{translateButton('logout')}</span>
        </button>
      </form>
    </header>
  );
}
