import { Icon } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React, { useRef, useState } from 'react';
import { francs } from './format.ts';
import { GroupControl, PartField } from './PartField.tsx';
import { productOf, totalOf } from './product.ts';
import { blank, type Errors, isValues, type PartProps, type Shape } from './shapes.ts';

/** A list of lines: each is a card with its parts; lines are added, moved and taken away. */
export function ListControl({ shape, at, value, errors, onChange, ...rest }: PartProps) {
  const { translateButton, translateLabel } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [past, setPast] = useState<Errors>();
  const lines = Array.isArray(value) ? value : [];
  const item: Shape = shape.item ?? { kind: 'any' };
  const shown = past === errors ? none : errors;
  const look = item.product ? 'g-ligne g-chiffree' : 'g-ligne';
  const focus = (selector: string) =>
    setTimeout(() => box.current?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: false }));

  /** Once lines have other places, what was said of the places no longer holds. */
  const arrange = (next: unknown[], then: string) => {
    setPast(errors);
    onChange(next);
    focus(then);
  };
  const move = (from: number, to: number) => {
    const next = [...lines];
    next.splice(to, 0, ...next.splice(from, 1));
    arrange(
      next,
      `[data-ligne="${to}"] [data-vers="${to < from ? 'haut' : 'bas'}"]:not(:disabled), [data-ligne="${to}"] button`,
    );
  };
  const add = () => {
    onChange([...lines, blank(item)]);
    focus(`[data-ligne="${lines.length}"] :is(input, select, textarea)`);
  };
  const remove = (i: number) =>
    arrange(
      lines.filter((_, each) => each !== i),
      '[data-ajouter]',
    );
  const button = (icon: string, label: string, act: () => void, further: Record<string, unknown> = {}) => (
    <button type="button" className="g-lien" title={label} aria-label={label} onClick={act} {...further}>
      <Icon icon={icon} />
    </button>
  );

  return (
    <div ref={box} className="g-lignes">
      {lines.map((line, i) => {
        const name = nameOf(line);
        const whole = `${translateLabel('numero', { id: i + 1 })}${name && ` · ${name}`}`;
        const part = { ...rest, shape: item, at: `${at}.${i}`, value: line, errors: shown };
        const change = (next: unknown) => onChange(lines.map((each, at) => (at === i ? next : each)));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; what is typed is kept above
          <fieldset key={i} className={look} aria-label={whole} data-ligne={i}>
            <div className="g-tete">
              <strong>{whole}</strong>
              {item.product && <output className="g-nombre">{amount(productOf(item, line))}</output>}
              {button('ArrowUp', `${translateButton('monterLigne')} : ${whole}`, () => move(i, i - 1), {
                disabled: i === 0,
                'data-vers': 'haut',
              })}
              {button('ArrowDown', `${translateButton('descendreLigne')} : ${whole}`, () => move(i, i + 1), {
                disabled: i === lines.length - 1,
                'data-vers': 'bas',
              })}
              {button('Trash2', `${translateButton('retirerLigne')} : ${whole}`, () => remove(i))}
            </div>
            {shown[`${at}.${i}`] && (
              <p className="g-faute" role="alert">
                {shown[`${at}.${i}`]?.message}
              </p>
            )}
            {item.kind === 'group' ? (
              <GroupControl {...part} onChange={change} />
            ) : (
              <PartField {...part} label={whole} onChange={change} />
            )}
          </fieldset>
        );
      })}
      {item.product && lines.length > 0 && (
        <p className="g-somme" role="status">
          {translateLabel('total')} <b>{francs(totalOf(item, lines))}</b>
        </p>
      )}
      {lines.length === 0 && <p className="g-vide">{translateLabel('aucuneLigne')}</p>}
      <button
        type="button"
        className="g-lien g-ajouter"
        data-ajouter
        disabled={shape.max !== undefined && lines.length >= shape.max}
        onClick={add}
      >
        <Icon icon="Plus" />
        {translateButton('ajouterLigne')}
      </button>
    </div>
  );
}

const none: Errors = {};
const amount = (value: number | undefined): string => (value === undefined ? '—' : francs(value));

/** What a line is known by: its label, or nothing. */
const nameOf = (line: unknown): string => (isValues(line) ? String(line.libelle ?? line.nom ?? '') : '');
