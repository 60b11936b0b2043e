import { Icon } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React from 'react';
import type { Said } from './use-moves.ts';

/** What has just happened, said aloud and shown until something else happens. */
export function BoardNews({ said, close }: { said?: Said; close: () => void }) {
  const { translateButton } = useTranslation();
  return (
    <div className={said ? (said.wrong ? 'g-nouvelle g-refus' : 'g-nouvelle') : undefined}>
      <p role="status" aria-live="polite">
        {said?.text}
      </p>
      {said?.undo && (
        <button type="button" className="g-bouton" onClick={said.undo}>
          <Icon icon="RotateCcw" />
          {translateButton('rouvrir')}
        </button>
      )}
      {said && (
        <button type="button" className="g-lien" aria-label={translateButton('fermer')} onClick={close}>
          <Icon icon="X" />
        </button>
      )}
    </div>
  );
}
