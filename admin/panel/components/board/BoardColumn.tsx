import { Button } from '@adminjs/design-system';
import { type ResourceJSON, useTranslation } from 'adminjs';
import React, { type ReactNode, useState } from 'react';
import { Link } from 'react-router-dom';
import { francs, whole } from '../shared/format.ts';
import { toneOf } from '../shared/tones.ts';
import type { Card, Column } from './board.ts';

interface Props {
  resource: ResourceJSON;
  column: Column;
  by: string;
  name: string;
  /** The list with the same rows. */
  list: string;
  open: boolean;
  over: boolean;
  more: () => Promise<unknown>;
  draw: (card: Card) => ReactNode;
}

/** A column: how many rows it has and what they add up to, then its cards. */
export function BoardColumn({ resource, column, by, name, list, open, over, more, draw }: Props) {
  const { translateButton, translateLabel, translateMessage, translateProperty } = useTranslation();
  const [loading, setLoading] = useState(false);
  const { code, nombre, sommes, cartes } = column;
  const left = nombre - cartes.length;
  const load = () => {
    setLoading(true);
    void more().finally(() => setLoading(false));
  };
  return (
    <section
      className={over ? 'g-colonne g-vise' : 'g-colonne'}
      data-colonne={code}
      data-ouverte={open || undefined}
      aria-labelledby={`g-colonne-${code}`}
    >
      <header>
        <h2 id={`g-colonne-${code}`} className={toneOf(by, code).replace('g-choix', 'g-etat')}>
          {name} <span className="g-compte">{whole(nombre)}</span>
        </h2>
        {Object.entries(sommes).map(([field, sum]) => (
          <p key={field} data-somme={field}>
            <span>{translateProperty(field, resource.id).replace(/ \(FCFA\)$/, '')}</span> <b>{francs(sum)}</b>
          </p>
        ))}
      </header>
      {cartes.length > 0 ? (
        <ul>
          {cartes.map((card) => (
            <li key={card.id}>{draw(card)}</li>
          ))}
        </ul>
      ) : (
        <p className="g-sans-carte">{translateMessage('colonneVide')}</p>
      )}
      {left > 0 && (
        <Button type="button" size="sm" disabled={loading} onClick={load}>
          {translateButton('voirPlus')} ({whole(left)})
        </Button>
      )}
      {nombre > 0 && (
        <Link className="g-lien" to={list} aria-label={`${translateLabel('voirListe')} : ${name}`}>
          {translateLabel('voirListe')}
        </Link>
      )}
    </section>
  );
}
