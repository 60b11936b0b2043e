import { Icon } from '@adminjs/design-system';
import { ActionButton, type ActionHeaderProps, type ActionJSON, OriginalActionHeader, useTranslation } from 'adminjs';
import React from 'react';
import { Link } from 'react-router-dom';
import { ActionsMenu } from './shared/ActionsMenu.tsx';
import { useHeadLandmarks } from './shared/landmarks.ts';
import { useTitle } from './shared/title.ts';

/** Buttons that stand beside the title; with more than these the rest is in a menu. */
const MAIN = 3;

/** Above the page of a row: where it is, what it is called, what is done most with it. Elsewhere AdminJS's own. */
export default function HeaderBar(props: ActionHeaderProps) {
  useHeadLandmarks(`${props.resource.id}.${props.action.name}`);
  return props.action.name === 'show' && props.record ? <RowHeader {...props} /> : <OriginalActionHeader {...props} />;
}

function RowHeader({ resource, record, actionPerformed }: ActionHeaderProps) {
  const { translateLabel, translateAction, translateButton } = useTranslation();
  const titleOf = useTitle();
  if (!record) return null;
  const title = titleOf(resource, record);
  const all = record.recordActions.filter(({ name }) => name !== 'show');
  const [main, rest] = split(all);
  const printed = resource.actions.some(({ name }) => name === 'imprimer');
  return (
    <header className="g-entete" data-css={`${resource.id}-show-action-header`}>
      <nav className="g-fil" aria-label={translateLabel('filAriane')}>
        <Link to="/admin">{translateLabel('dashboard')}</Link>
        {resource.href && <Link to={resource.href}>{translateLabel(resource.name, resource.id)}</Link>}
        <span aria-current="page">{title}</span>
      </nav>
      <h1 className="g-titre-page">{title}</h1>
      {(all.length > 0 || printed) && (
        <div className="g-actions">
          {main.map((action) => (
            <ActionButton
              key={action.name}
              action={action}
              resourceId={resource.id}
              recordId={record.id}
              actionPerformed={actionPerformed}
            >
              <a className={action.variant === 'danger' ? 'g-bouton g-danger' : 'g-bouton'} href="/">
                <Icon icon={action.icon || 'Zap'} />
                {translateAction(action.label, resource.id)}
              </a>
            </ActionButton>
          ))}
          {printed && (
            <a className="g-bouton" href={`/admin/${resource.id}/${record.id}/pdf`} target="_blank" rel="noreferrer">
              <Icon icon="FileText" />
              {translateButton('pdf')}
            </a>
          )}
          {rest.length > 0 && (
            <ActionsMenu actions={rest} resourceId={resource.id} record={record} actionPerformed={actionPerformed} />
          )}
        </div>
      )}
    </header>
  );
}

/** They come with the safe ones first: what is dangerous goes into the menu once there is one. */
function split(all: ActionJSON[]): [ActionJSON[], ActionJSON[]] {
  if (all.length <= MAIN) return [all, []];
  const main = all.filter(({ variant }) => variant !== 'danger').slice(0, MAIN);
  return [main, all.filter((action) => !main.includes(action))];
}
