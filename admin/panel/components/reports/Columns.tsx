import { Icon } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React, { useRef } from 'react';
import type { RapportOffert } from '../../screens/reports.ts';

interface Props {
  rapport: RapportOffert;
  /** Names with commas between, in order; the report's own unless given. */
  chosen?: string;
  onChange: (change: { colonnes: string | undefined }) => void;
}

/** Which columns, and in which order: those that are shown first, as they are shown. */
export function Columns({ rapport: { colonnes, colonnes_par_defaut }, chosen, onChange }: Props) {
  const { translateButton, translateLabel } = useTranslation();
  const box = useRef<HTMLUListElement>(null);
  const shown = (chosen?.split(',') ?? colonnes_par_defaut).filter((name) => colonnes.some(({ nom }) => nom === name));
  const labelOf = (name: string) => colonnes.find(({ nom }) => nom === name)?.libelle ?? name;
  const rest = colonnes.map(({ nom }) => nom).filter((name) => !shown.includes(name));
  const put = (names: string[]) => {
    const next = names.join(',');
    onChange({ colonnes: next === colonnes_par_defaut.join(',') ? undefined : next });
  };
  const move = (name: string, by: 1 | -1) => {
    const at = shown.indexOf(name);
    const next = shown.filter((each) => each !== name);
    next.splice(at + by, 0, name);
    put(next);
    const [first, second] = by < 0 ? ['haut', 'bas'] : ['bas', 'haut'];
    setTimeout(() => {
      const row = box.current?.querySelector(`[data-colonne="${name}"]`);
      const free = row?.querySelector<HTMLElement>(`[data-vers="${first}"]:not(:disabled)`);
      (free ?? row?.querySelector<HTMLElement>(`[data-vers="${second}"]`))?.focus();
    });
  };
  const step = (name: string, by: 1 | -1) => {
    const up = by < 0;
    const label = `${translateButton(up ? 'monterColonne' : 'descendreColonne')} : ${labelOf(name)}`;
    return (
      <button
        type="button"
        className="g-lien"
        title={label}
        aria-label={label}
        data-vers={up ? 'haut' : 'bas'}
        disabled={shown.indexOf(name) === (up ? 0 : shown.length - 1)}
        onClick={() => move(name, by)}
      >
        <Icon icon={up ? 'ArrowUp' : 'ArrowDown'} />
      </button>
    );
  };
  return (
    <details>
      <summary>
        {translateLabel('colonnes')}
        <span className="g-compte">{shown.length}</span>
      </summary>
      <ul ref={box} className="g-choix-colonnes">
        {[...shown, ...rest].map((name) => {
          const on = shown.includes(name);
          return (
            <li key={name} data-colonne={name}>
              <label>
                <input
                  type="checkbox"
                  checked={on}
                  disabled={on && shown.length === 1}
                  onChange={() => put(on ? shown.filter((each) => each !== name) : [...shown, name])}
                />
                <span>{labelOf(name)}</span>
              </label>
              {on && step(name, -1)}
              {on && step(name, 1)}
            </li>
          );
        })}
      </ul>
      {chosen && (
        <button type="button" className="g-lien" onClick={() => onChange({ colonnes: undefined })}>
          {translateButton('colonnesDuRapport')}
        </button>
      )}
    </details>
  );
}
