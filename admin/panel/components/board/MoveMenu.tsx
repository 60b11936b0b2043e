import { Icon } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React from 'react';
import { useMenu } from '../shared/use-menu.ts';

interface Way {
  code: string;
  name: string;
  /** Why the card cannot go there. */
  refus?: string;
}

/** Where a card can go, for those who do not drag. */
export function MoveMenu({ title, ways, choose }: { title: string; ways: Way[]; choose: (code: string) => void }) {
  const { translateButton } = useTranslation();
  const { open, setOpen, box, press } = useMenu();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the menu, wherever in it the focus is
    <div ref={box} className="g-deplacer" onKeyDown={press}>
      <button
        type="button"
        className="g-lien"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`${translateButton('deplacer')} ${title}`}
        onClick={() => setOpen(!open)}
      >
        {translateButton('deplacer')}
        <Icon icon={open ? 'ChevronUp' : 'ChevronDown'} />
      </button>
      {open && (
        <div role="menu" aria-label={`${translateButton('deplacer')} ${title}`}>
          {ways.map(({ code, name, refus }) => (
            <button
              key={code}
              type="button"
              role="menuitem"
              aria-disabled={refus !== undefined || undefined}
              onClick={() => {
                setOpen(false);
                choose(code);
              }}
            >
              <span>{name}</span>
              {refus && <small>{refus}</small>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
