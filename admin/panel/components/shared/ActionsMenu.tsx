import { Icon } from '@adminjs/design-system';
import { ActionButton, type ActionJSON, type ActionResponse, type RecordJSON, useTranslation } from 'adminjs';
import React from 'react';
import { useMenu } from './use-menu.ts';

interface Props {
  actions: ActionJSON[];
  resourceId: string;
  record: RecordJSON;
  actionPerformed?: (answer: ActionResponse) => unknown;
}

/** What can be done beside the main things: a menu for mouse, thumb and keyboard. */
export function ActionsMenu({ actions, resourceId, record, actionPerformed }: Props) {
  const { translateAction, translateButton } = useTranslation();
  const { open, setOpen, box, press } = useMenu();
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
