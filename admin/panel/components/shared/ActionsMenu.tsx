import { Icon } from '@adminjs/design-system';
import { ActionButton, type ActionJSON, type ActionResponse, type RecordJSON, useTranslation } from 'adminjs';
import React, { type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface Props {
  actions: ActionJSON[];
  resourceId: string;
  record: RecordJSON;
  actionPerformed?: (answer: ActionResponse) => unknown;
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** What can be done beside the main things: a menu for mouse, thumb and keyboard. */
export function ActionsMenu({ actions, resourceId, record, actionPerformed }: Props) {
  const { translateAction, translateButton } = useTranslation();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const items = () => [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  const button = () => box.current?.querySelector('button');

  useEffect(() => {
    if (!open) return;
    items()[0]?.focus();
    const outside = ({ target }: Event) => !box.current?.contains(target as Node) && setOpen(false);
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && !open) setOpen(true);
    else if (!open) return;
    else if (event.key === 'Escape') {
      setOpen(false);
      button()?.focus();
    } else if (event.key === 'Tab') return setOpen(false);
    else {
      const all = items();
      const to = steps[event.key]?.(all.indexOf(document.activeElement as HTMLElement), all.length);
      if (to === undefined) return;
      all[to]?.focus();
    }
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the menu, wherever in it the focus is
    <div ref={box} className="g-actions-plus" onKeyDown={press}>
      <button
        type="button"
        className="g-bouton"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid="plus-actions"
      >
        {translateButton('plusActions')}
        <Icon icon={open ? 'ChevronUp' : 'ChevronDown'} />
      </button>
      {open && (
        <div role="menu" className="g-menu-actions" aria-label={translateButton('plusActions')}>
          {actions.map((action) => (
            <ActionButton
              key={action.name}
              action={action}
              resourceId={resourceId}
              recordId={record.id}
              actionPerformed={actionPerformed}
            >
              <a role="menuitem" className={action.variant === 'danger' ? 'g-danger' : undefined} href="/">
                <Icon icon={action.icon || 'Zap'} />
                <span>{translateAction(action.label, resourceId)}</span>
              </a>
            </ActionButton>
          ))}
        </div>
      )}
    </div>
  );
}
