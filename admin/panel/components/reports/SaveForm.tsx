import { useTranslation } from 'adminjs';
import React, { type FormEvent, useEffect, useRef, useState } from 'react';
import type { RapportOffert } from '../../screens/reports.ts';
import type { Enregistre } from '../../screens/saved-reports.ts';
import { Refused, send, sentence } from './ask.ts';
import { blank, type Draft, draftOf, OF } from './draft.ts';
import { Schedule } from './Schedule.tsx';

interface Props {
  rapport: RapportOffert;
  /** What is asked of the report now: this is what is kept. */
  query: string;
  /** The one that is changed; without it a new one is made. */
  saved?: Enregistre;
  onSaved: (id: number) => Promise<void>;
  onCancel: () => void;
}

/** A report under a name: for whom, in which form, and when it leaves by itself. */
export function SaveForm({ rapport, query, saved, onSaved, onCancel }: Props) {
  const { translateButton, translateLabel, translateMessage, translateProperty } = useTranslation();
  const [draft, setDraft] = useState<Draft>(saved ? draftOf(saved) : blank);
  const [erreurs, fail] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => name.current?.focus(), []);
  const put = (change: Partial<Draft>) => setDraft((known) => ({ ...known, ...change }));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    fail({});
    const revision: Record<string, string> = saved ? { revision: String(saved.revision) } : {};
    try {
      const where = saved ? `rapports-enregistres/${saved.id}` : 'rapports-enregistres';
      const answer = await send(where, { ...draft, ...revision, rapport: rapport.nom, reglages: query });
      await onSaved(((await answer.json()) as { id: number }).id);
    } catch (error) {
      const named = error instanceof Refused ? error.erreurs : {};
      fail({ ...named, tout: Object.keys(named).some((each) => each in draft) ? '' : said(error) });
      setBusy(false);
    }
  };
  const said = (error: unknown) => sentence(error, translateMessage('echecAction'));

  return (
    <form className="g-carte g-enregistrer" onSubmit={save} aria-labelledby="titre-enregistrer">
      <h2 id="titre-enregistrer">{saved ? saved.nom : translateLabel('nouveauRapport')}</h2>
      <p className="g-sous">{translateMessage('enregistrerAide')}</p>
      <div className="g-grille">
        <label>
          <span>{translateProperty('nom', OF)}</span>
          <input
            ref={name}
            className="g-select"
            required
            maxLength={120}
            value={draft.nom}
            aria-invalid={Boolean(erreurs.nom)}
            onChange={({ target }) => put({ nom: target.value })}
          />
          <Fault text={erreurs.nom} />
        </label>
        <label>
          <span>{translateProperty('format_fichier', OF)}</span>
          <select
            className="g-select"
            value={draft.format_fichier}
            onChange={({ target }) => put({ format_fichier: target.value })}
          >
            {['xlsx', 'csv', 'pdf'].map((code) => (
              <option key={code} value={code}>
                {translateLabel(`format_fichier.${code}`, OF)}
              </option>
            ))}
          </select>
        </label>
        <label className="g-partage">
          <input
            type="checkbox"
            checked={draft.partage === 'true'}
            onChange={({ target }) => put({ partage: String(target.checked) })}
          />
          <span>{translateMessage('partager')}</span>
        </label>
      </div>
      {rapport.exportable ? (
        <Schedule draft={draft} erreurs={erreurs} put={put} />
      ) : (
        <p className="g-sous">{translateMessage('sansPlanification')}</p>
      )}
      <Fault text={erreurs.tout} />
      <div className="g-pied">
        <button type="button" className="g-bouton" onClick={onCancel}>
          {translateButton('cancel')}
        </button>
        <button type="submit" className="g-bouton g-principal" disabled={busy}>
          {translateButton('save')}
        </button>
      </div>
    </form>
  );
}

export const Fault = ({ text }: { text?: string }) =>
  text ? (
    <span className="g-faute" role="alert">
      {text}
    </span>
  ) : null;
