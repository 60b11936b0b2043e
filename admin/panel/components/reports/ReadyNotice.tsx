import { Icon } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React from 'react';
import { Link, useLocation } from 'react-router-dom';
import { fresh, useExports } from './exports-store.ts';
import { EXPORTS } from './settings.ts';

/** In the bar on top: a file that was asked for is there, while one is elsewhere. */
export function ReadyNotice() {
  const { translateMessage } = useTranslation();
  const { pathname } = useLocation();
  const ended = fresh(useExports());
  const failed = ended.filter(({ statut }) => statut === 'echoue').length;
  const elsewhere = !pathname.endsWith('/pages/rapports');
  const key = ended.length === 1 ? (failed ? 'exportEchoue' : 'exportPret') : 'exportsFinis';
  return (
    <div role="status" className="g-pret">
      {elsewhere && ended.length > 0 && (
        <Link to={EXPORTS} className="g-lien">
          <Icon icon={failed === ended.length ? 'AlertTriangle' : 'Download'} />
          <span>{translateMessage(key, { nom: ended[0]?.nom, nombre: ended.length } as Record<string, unknown>)}</span>
        </Link>
      )}
    </div>
  );
}
