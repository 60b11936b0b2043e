import { Icon, Loader } from '@adminjs/design-system';
import { type ResourceJSON, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import { whole } from '../shared/format.ts';
import { Tabs } from '../shared/Tabs.tsx';
import { BoardCard } from './BoardCard.tsx';
import { BoardColumn } from './BoardColumn.tsx';
import { BoardNews } from './BoardNews.tsx';
import { type BoardCustom, type Card, type Columns, wayTo } from './board.ts';
import { CardFacts } from './CardFacts.tsx';
import { filtersOf, useBoard } from './use-board.ts';
import { useDrag } from './use-drag.ts';
import { useLift } from './use-lift.ts';
import { useMoves } from './use-moves.ts';

interface Props {
  resource: ResourceJSON;
  board: BoardCustom;
  search: string;
  count: (total: string) => void;
}

/** The rows of a list as cards in columns; a card goes to another column by an action of its own. */
export function Board({ resource, board, search, count }: Props) {
  const { translateLabel, translateMessage } = useTranslation();
  const state = useBoard(resource.id);
  const columns: Columns | undefined = state.columns === 'failed' ? undefined : state.columns;
  const codes = columns?.colonnes.map(({ code }) => code) ?? [];
  const { drop, tick, said, say, focus, nameOf, words } = useMoves(resource, board, { ...state, columns });
  const { drag, start } = useDrag((card, from, to) => void drop(card, from, to));
  const [open, choose] = useState<string>();
  const refusOf = (card: Card, from: string, to: string) => {
    const { action, refus } = wayTo(board, codes, card, from, to);
    return action ? undefined : String(refus ?? words('carteSansVoie', { colonne: nameOf(to) }));
  };
  const { lift, press, leave } = useLift({
    codes,
    drop: (card, from, to) => void drop(card, from, to),
    say: (what, card, from, to) => {
      const place = { titre: card.title, colonne: nameOf(to), rang: codes.indexOf(to) + 1, total: codes.length };
      const no = what === 'carteSur' && to !== from ? refusOf(card, from, to) : undefined;
      say({ text: [words(what, place), no].filter(Boolean).join(' ') });
    },
  });
  const all = columns && [...columns.colonnes, ...columns.ailleurs].reduce((sum, { nombre }) => sum + nombre, 0);
  useEffect(() => {
    if (all !== undefined) count(String(all));
  }, [all]);
  useEffect(() => {
    if (!focus.current || !columns) return;
    document.querySelector<HTMLElement>(`.g-tableau [data-carte="${focus.current}"]`)?.focus();
    focus.current = undefined;
  }, [columns]);

  if (state.columns === 'failed') return <p role="alert">{translateMessage('echecChargement')}</p>;
  if (!columns) return <Loader />;
  const listOf = (code: string) => {
    const kept = filtersOf(search).filter(([name]) => name.split('~~')[0] !== `filters.${board.by}`);
    return `/admin/resources/${resource.id}?${new URLSearchParams([['vue', 'liste'], ...kept, [`filters.${board.by}`, code]])}`;
  };
  const shown = open ?? columns.colonnes.find(({ nombre }) => nombre > 0)?.code ?? codes[0] ?? '';
  const movable = Object.keys(board.moves).length > 0;
  return (
    <div className={drag ? 'g-tableau g-glisse' : 'g-tableau'}>
      <BoardNews said={said} close={() => say(undefined)} />
      <p id="g-carte-aide" className="g-cache">
        {translateMessage('carteAide')}
      </p>
      <div className="g-tableau-onglets">
        <Tabs
          tabs={columns.colonnes.map(({ code, nombre }) => ({ name: code, label: nameOf(code), count: whole(nombre) }))}
          open={shown}
          choose={choose}
        />
      </div>
      <div className="g-colonnes">
        {columns.colonnes.map((column) => (
          <BoardColumn
            key={column.code}
            resource={resource}
            column={column}
            by={board.by}
            name={nameOf(column.code)}
            list={listOf(column.code)}
            open={column.code === shown}
            over={
              (drag?.over === column.code && drag.from !== column.code) ||
              (lift?.to === column.code && !column.cartes.some(({ id }) => id === lift.id))
            }
            more={() => state.more(column.code, column.cartes.length)}
            draw={(card) => (
              <BoardCard
                resource={resource}
                board={board}
                card={card}
                held={drag?.card.id === card.id || lift?.id === card.id}
                ways={
                  movable
                    ? codes
                        .filter((code) => code !== column.code)
                        .map((code) => ({ code, name: nameOf(code), refus: refusOf(card, column.code, code) }))
                    : []
                }
                start={start(card, column.code)}
                press={press(card, column.code)}
                leave={leave(card)}
                choose={(to) => void drop(card, column.code, to)}
                tick={() => void tick(card)}
              />
            )}
          />
        ))}
      </div>
      {columns.ailleurs.length > 0 && (
        <p className="g-ailleurs">
          {columns.ailleurs.map(({ code, nombre }) => (
            <Link key={code} className="g-lien" to={listOf(code)}>
              {nameOf(code)} <span className="g-compte">{whole(nombre)}</span>
              <Icon icon="ArrowRight" />
            </Link>
          ))}
        </p>
      )}
      {drag && (
        <div
          className="g-fiche g-fantome"
          style={{ left: drag.left, top: drag.top, width: drag.width }}
          aria-hidden="true"
        >
          <strong>{drag.card.title}</strong>
          <CardFacts resource={resource} card={drag.card} names={board.card.slice(0, 2)} />
          {drag.over && drag.over !== drag.from && (
            <small>
              {refusOf(drag.card, drag.from, drag.over) ?? `${translateLabel('vers')} ${nameOf(drag.over)}`}
            </small>
          )}
        </div>
      )}
    </div>
  );
}
