import { useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import type { Bureau } from '../../screens/reports.ts';
import type { Settings } from './settings.ts';

interface Props {
  bureau: Pick<Bureau, 'periodes' | 'aujourdhui'>;
  /** The field that the period is of, as people call it. */
  champ: string;
  settings: Settings;
  onChange: (change: Readonly<Record<string, string | undefined>>) => void;
}

const FREE = 'libre';

/** A period that moves with the calendar, two days, or none. */
export function Period({ bureau, champ, settings: { periode, du, au }, onChange }: Props) {
  const { translateLabel, translateProperty } = useTranslation();
  const [free, setFree] = useState(Boolean(du || au));
  useEffect(() => setFree(Boolean(du || au)), [du, au, periode]);
  const choose = (value: string) => {
    if (value === FREE) return setFree(true);
    setFree(false);
    onChange({ periode: value || undefined, du: undefined, au: undefined });
  };
  const put = (name: 'du' | 'au') => (event: React.ChangeEvent<HTMLInputElement>) =>
    onChange({ periode: undefined, [name]: event.target.value || undefined });
  return (
    <fieldset className="g-periode">
      <legend>
        {translateLabel('periode')} <small>({champ})</small>
      </legend>
      <select
        className="g-select"
        aria-label={translateLabel('periode')}
        value={free ? FREE : (periode ?? '')}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{translateLabel('toutesDates')}</option>
        {bureau.periodes.map(({ code, libelle }) => (
          <option key={code} value={code}>
            {libelle}
          </option>
        ))}
        <option value={FREE}>{translateLabel('periode_libre')}</option>
      </select>
      {free && (
        <div className="g-entre">
          <label>
            <span>{translateProperty('from')}</span>
            <input className="g-select" type="date" value={du ?? ''} max={au} onChange={put('du')} />
          </label>
          <label>
            <span>{translateProperty('to')}</span>
            <input className="g-select" type="date" value={au ?? ''} min={du} onChange={put('au')} />
          </label>
        </div>
      )}
    </fieldset>
  );
}
