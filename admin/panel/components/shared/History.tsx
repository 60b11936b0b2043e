import { Loader } from '@adminjs/design-system';
import { ApiClient, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { Differences } from './Differences.tsx';
import { instant } from './format.ts';

interface Line {
  id: number;
  horodatage: string;
  action: string;
  resultat: 'reussi' | 'refuse';
  auteur: string;
  surface: string;
  motif: string | null;
  avant: Record<string, unknown> | null;
  apres: Record<string, unknown> | null;
}

/** The journal of one row, the newest first. */
export function History({ resourceId, recordId }: { resourceId: string; recordId: string }) {
  const { translateLabel, translateMessage, i18n } = useTranslation();
  const [lines, setLines] = useState<Line[] | 'failed'>();

  useEffect(() => {
    const asked = new ApiClient().recordAction({ resourceId, recordId, actionName: 'historique' });
    asked.then(({ data }) => setLines((data as unknown as { lignes: Line[] }).lignes)).catch(() => setLines('failed'));
  }, [resourceId, recordId]);

  if (!lines) return <Loader />;
  if (lines === 'failed') return <p role="alert">{translateMessage('echecChargement')}</p>;
  if (lines.length === 0) return <p className="g-vide">{translateMessage('historiqueVide')}</p>;
  return (
    <ol className="g-histoire">
      {lines.map((line) => (
        <li key={line.id} className={line.resultat === 'refuse' ? 'g-refuse' : undefined}>
          <p>
            <time dateTime={line.horodatage}>{instant(line.horodatage)}</time>
            <strong>{i18n.t(`verbes.${line.action}`, { defaultValue: line.action })}</strong> {translateLabel('par')}{' '}
            {line.auteur}
            <span className="g-depuis">
              {translateLabel(`surface.${line.surface}`, 'journal')}
              {line.resultat === 'refuse' && ` · ${translateLabel('resultat.refuse', 'journal')}`}
            </span>
          </p>
          {line.motif && <blockquote>{line.motif}</blockquote>}
          {(line.avant || line.apres) && <Differences record={{ params: { ...line, ressource: resourceId } }} />}
        </li>
      ))}
    </ol>
  );
}
