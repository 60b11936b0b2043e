import { useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { day } from '../shared/format.ts';
import { type Period, periods, type View } from './period.ts';

interface Props {
  view: View;
  succursales: { id: number; libelle: string }[];
  onView: (view: View) => void;
}

/** Which days and which succursale: the same for every figure. */
export function Controls({ view, succursales, onView }: Props) {
  const { translateLabel, translateMessage } = useTranslation();
  const [free, setFree] = useState(view.period === 'libre');
  useEffect(() => setFree(view.period === 'libre'), [view.period]);
  const choose = (period: Period) => {
    setFree(period === 'libre');
    if (period !== 'libre') onView({ ...view, period });
  };
  return (
    <div className="g-reglages">
      <label>
        <span>{translateLabel('periode')}</span>
        <select
          className="g-select"
          value={free ? 'libre' : view.period}
          onChange={({ target }) => choose(target.value as Period)}
        >
          {periods.map((period) => (
            <option key={period} value={period}>
              {translateLabel(`periode_${period}`)}
            </option>
          ))}
        </select>
      </label>
      {free ? (
        <Days key={`${view.du} ${view.au}`} view={view} onView={onView} />
      ) : (
        <p className="g-dates">
          {translateMessage('duAu', { du: day(view.du), au: day(view.au) } as Record<string, unknown>)}
        </p>
      )}
      {succursales.length > 1 && (
        <label>
          <span>{translateLabel('succursale')}</span>
          <select
            className="g-select"
            value={view.succursale ?? ''}
            onChange={({ target }) => onView({ ...view, succursale: target.value || undefined })}
          >
            <option value="">{translateLabel('toutesSuccursales')}</option>
            {succursales.map(({ id, libelle }) => (
              <option key={id} value={id}>
                {libelle}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** From and to, as they are typed; shown once both are there and in order. */
function Days({ view, onView }: Pick<Props, 'view' | 'onView'>) {
  const { translateProperty, translateMessage } = useTranslation();
  const [typed, type] = useState({ du: view.du, au: view.au });
  const wrong = typed.du !== '' && typed.au !== '' && typed.du > typed.au;
  const put = (change: Partial<typeof typed>) => {
    const next = { ...typed, ...change };
    type(next);
    if (next.du && next.au && next.du >= '2000' && next.du <= next.au) onView({ ...view, ...next, period: 'libre' });
  };
  return (
    <>
      <label>
        <span>{translateProperty('from')}</span>
        <input className="g-select" type="date" value={typed.du} onChange={(e) => put({ du: e.target.value })} />
      </label>
      <label>
        <span>{translateProperty('to')}</span>
        <input className="g-select" type="date" value={typed.au} onChange={(e) => put({ au: e.target.value })} />
      </label>
      {wrong && (
        <p className="g-erreur" role="alert">
          {translateMessage('datesInversees')}
        </p>
      )}
    </>
  );
}
