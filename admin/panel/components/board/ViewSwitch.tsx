import { Icon } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React from 'react';
import { Link } from 'react-router-dom';
import type { useView } from './use-view.ts';

/** From the list to the board and back, with the same filters; on a board of one's own also whose. */
export function ViewSwitch({ board, view, to, whose }: ReturnType<typeof useView>) {
  const { translateLabel } = useTranslation();
  if (!board) return null;
  const choice = (label: string, address: string, on: boolean, icon?: string) => (
    <Link to={address} aria-current={on ? 'true' : undefined}>
      {icon && <Icon icon={icon} />}
      {translateLabel(label)}
    </Link>
  );
  return (
    <>
      <nav className="g-vues" aria-label={translateLabel('presentation')}>
        {choice('vueListe', to('liste'), view === 'liste', 'List')}
        {choice('vueTableau', to('tableau'), view === 'tableau', 'Columns')}
      </nav>
      {whose && view === 'tableau' && (
        <nav className="g-vues" aria-label={translateLabel('aQui')}>
          {choice('aMoi', whose.mine, whose.isMine)}
          {choice('aTous', whose.all, whose.isAll)}
        </nav>
      )}
    </>
  );
}
