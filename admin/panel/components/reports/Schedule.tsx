import { useCurrentAdmin, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { ask } from './ask.ts';
import { type Draft, OF, rhythm } from './draft.ts';
import { hourInWords, momentInWords, weekday } from './moments.ts';
import { Fault } from './SaveForm.tsx';

interface Props {
  draft: Draft;
  erreurs: Record<string, string>;
  put: (change: Partial<Draft>) => void;
}

const rhythms = ['aucune', 'quotidienne', 'hebdomadaire', 'mensuelle'];
const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** When a report leaves by itself, and to whom; the server says when that will be next. */
export function Schedule({ draft, erreurs, put }: Props) {
  const { translateLabel, translateMessage, translateProperty } = useTranslation();
  const { planification, jour, heure, destinataires, format_fichier } = draft;
  const planned = planification !== 'aucune';
  const weekly = planification === 'hebdomadaire';
  const next = useNext(draft);
  const [person] = useCurrentAdmin();
  const told = destinataires.trim()
    ? destinataires
        .trim()
        .split(/[\s,;]+/)
        .join(', ')
    : person?.email;
  const dayName = (day: number) => (weekly ? weekday(day) : day > 30 ? translateLabel('dernierJour') : String(day));
  return (
    <fieldset className="g-planification">
      <legend>{translateProperty('planification', OF)}</legend>
      <div className="g-grille">
        <select
          className="g-select"
          aria-label={translateProperty('planification', OF)}
          value={planification}
          onChange={({ target }) => put(rhythm(target.value))}
        >
          {rhythms.map((code) => (
            <option key={code} value={code}>
              {translateLabel(`planification.${code}`, OF)}
            </option>
          ))}
        </select>
        {planned && (
          <div className="g-quand">
            {planification !== 'quotidienne' && (
              <label>
                <span>{translateProperty('jour', OF)}</span>
                <select className="g-select" value={jour} onChange={({ target }) => put({ jour: target.value })}>
                  {upTo(1, weekly ? 7 : 31).map((day) => (
                    <option key={day} value={day}>
                      {dayName(day)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <label>
              <span>{translateProperty('heure', OF)}</span>
              <select className="g-select" value={heure} onChange={({ target }) => put({ heure: target.value })}>
                {upTo(0, 23).map((hour) => (
                  <option key={hour} value={hour}>
                    {hourInWords(hour)}
                  </option>
                ))}
              </select>
            </label>
          </div>
        )}
      </div>
      {planned && (
        <label>
          <span>{translateProperty('destinataires', OF)}</span>
          <textarea
            className="g-select"
            rows={2}
            value={destinataires}
            aria-describedby="aide-destinataires"
            aria-invalid={Boolean(wrongIn(erreurs))}
            onChange={({ target }) => put({ destinataires: target.value })}
          />
          <small id="aide-destinataires" className="g-aide">
            {translateMessage('destinatairesAide')}
          </small>
          <Fault text={wrongIn(erreurs)} />
        </label>
      )}
      <p className="g-prochain" role="status">
        {planned && next
          ? translateMessage('prochainEnvoi', {
              quand: momentInWords(next),
              format: translateLabel(`format_fichier.${format_fichier}`, OF),
              qui: told,
            } as Record<string, unknown>)
          : ''}
      </p>
      <Fault text={erreurs.jour ?? erreurs.heure ?? erreurs.planification} />
    </fieldset>
  );
}

/** The list as a whole, or one address of it. */
const wrongIn = (erreurs: Record<string, string>): string | undefined =>
  Object.entries(erreurs).find(([name]) => name.startsWith('destinataires'))?.[1];

/** The moment at which it would leave next. */
function useNext({ planification, jour, heure }: Draft): string | undefined {
  const [next, setNext] = useState<string>();
  useEffect(() => {
    setNext(undefined);
    if (planification === 'aucune') return;
    const control = new AbortController();
    const asked = new URLSearchParams({ planification, heure, ...(jour ? { jour } : {}) });
    ask<{ le: string | null }>(`prochain-envoi?${asked}`, { signal: control.signal })
      .then(({ le }) => setNext(le ?? undefined))
      // The sentence alone is missing; saving says what is wrong.
      .catch(() => undefined);
    return () => control.abort();
  }, [planification, jour, heure]);
  return next;
}
