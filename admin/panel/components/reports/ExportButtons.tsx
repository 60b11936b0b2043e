import { Icon } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React, { useState } from 'react';
import type { ExportDit } from '../../../../server/features/rapports/etats/exports/export.ts';
import { send, sentence } from './ask.ts';
import { ExportLines } from './Exports.tsx';
import { askForExports, useExports } from './exports-store.ts';

const formats = { xlsx: 'Excel', csv: 'CSV', pdf: 'PDF' } as const;

/** Takes the report out as a file: a small one at once, a large one is made beside and shown below. */
export function ExportButtons({ nom, query }: { nom: string; query: string }) {
  const { translateButton, translateMessage } = useTranslation();
  const { exports = [] } = useExports();
  const [busy, setBusy] = useState(false);
  const [erreur, fail] = useState<string>();
  const [ordered, order] = useState<number[]>([]);

  const take = async (format: string) => {
    setBusy(true);
    fail(undefined);
    try {
      const answer = await send(`rapports/${nom}/export`, { format, reglages: query });
      if (answer.status === 202) {
        const { id } = (await answer.json()) as ExportDit;
        order((known) => [id, ...known]);
        await askForExports();
      } else download(await answer.blob(), nameIn(answer) ?? `${nom}.${format}`);
    } catch (error) {
      fail(sentence(error, translateMessage('echecExport')));
    }
    setBusy(false);
  };

  const mine = exports.filter(({ id }) => ordered.includes(id));
  return (
    <div className="g-sortie">
      {/* biome-ignore lint/a11y/useSemanticElements: three buttons that do one thing, not fields of a form */}
      <div className="g-boutons" role="group" aria-label={translateButton('exporter')} aria-busy={busy}>
        <span>{translateButton('exporter')}</span>
        {Object.entries(formats).map(([format, name]) => (
          <button key={format} type="button" className="g-bouton" disabled={busy} onClick={() => void take(format)}>
            <Icon icon="Download" />
            {name}
          </button>
        ))}
      </div>
      {erreur && (
        <p className="g-erreur" role="alert">
          {erreur}
        </p>
      )}
      <div role="status">{mine.length > 0 && <p>{translateMessage('exportEnPreparation')}</p>}</div>
      {mine.length > 0 && <ExportLines exports={mine} />}
    </div>
  );
}

const nameIn = (answer: Response): string | undefined =>
  /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it by the next turn of its clock.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
