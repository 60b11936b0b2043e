import { Icon } from '@adminjs/design-system';
import { type ResourceJSON, useTranslation } from 'adminjs';
import React, { type KeyboardEvent, type PointerEvent } from 'react';
import { Link } from 'react-router-dom';
import type { BoardCustom, Card } from './board.ts';
import { CardFacts } from './CardFacts.tsx';
import { MoveMenu } from './MoveMenu.tsx';

interface Props {
  resource: ResourceJSON;
  board: BoardCustom;
  card: Card;
  /** Taken up by the keyboard, or under a pointer. */
  held: boolean;
  ways: Parameters<typeof MoveMenu>[0]['ways'];
  start: (event: PointerEvent<HTMLElement>) => void;
  press: (event: KeyboardEvent<HTMLElement>) => void;
  leave: () => void;
  choose: (to: string) => void;
  tick: () => void;
}

/** A row as a card: its title opens it; where there are moves it can be dragged, or taken up with Space. */
export function BoardCard({ resource, board, card, held, ways, start, press, leave, choose, tick }: Props) {
  const { translateLabel, translateAction } = useTranslation();
  const moves = ways.length > 0;
  const [done = ''] = board.ticks;
  const movable = moves && {
    role: 'group',
    tabIndex: 0,
    'aria-label': card.title,
    'aria-roledescription': translateLabel('carteDeplacable'),
    'aria-describedby': 'g-carte-aide',
    onPointerDown: start,
    onKeyDown: press,
    onBlur: leave,
  };
  return (
    <div className={held ? 'g-fiche g-prise' : 'g-fiche'} data-carte={card.id} {...movable}>
      <header>
        {card.coups[done] === true && (
          <button
            type="button"
            className="g-cocher"
            title={translateAction(done, resource.id)}
            aria-label={`${translateAction(done, resource.id)} : ${card.title}`}
            onClick={tick}
          >
            <Icon icon="Check" />
          </button>
        )}
        <Link to={`/admin/resources/${resource.id}/records/${card.id}/show`} draggable={false}>
          {card.title}
        </Link>
        {moves && (
          <span className="g-poignee" data-poignee aria-hidden="true">
            <Icon icon="Move" />
          </span>
        )}
      </header>
      <CardFacts resource={resource} card={card} names={board.card} />
      {moves && <MoveMenu title={card.title} ways={ways} choose={choose} />}
    </div>
  );
}
