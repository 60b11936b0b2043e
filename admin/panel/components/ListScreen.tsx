import { Button, Icon } from '@adminjs/design-system';
import { type ActionProps, OriginalList, useQueryParams, useTranslation } from 'adminjs';
import React, { type FormEvent, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { Board } from './board/Board.tsx';
import { useView } from './board/use-view.ts';
import { ViewSwitch } from './board/ViewSwitch.tsx';
import { ActiveFilters } from './shared/ActiveFilters.tsx';
import { whole } from './shared/format.ts';

/** From here the engine counts by estimate, unless something narrows the list. */
const EXACT_MAX = 10_000;

interface Filters {
  recherche?: string;
}

/** A list with its search and its export at hand, or the same rows as a board. */
export default function ListScreen(props: ActionProps) {
  return <Screen key={props.resource.id} {...props} />;
}

function Screen(props: ActionProps) {
  const { resource, setTag } = props;
  const { search } = useLocation();
  const how = useView(resource);
  const { translateLabel } = useTranslation();
  const narrowed = [...new URLSearchParams(search).keys()].some(
    (key) => key.startsWith('filters.') && key !== 'filters.recherche',
  );
  const count: typeof setTag = (total) => {
    const number = Number(total);
    setTag?.(
      number > EXACT_MAX && !narrowed
        ? translateLabel('environ', { count: whole(number) as unknown as number })
        : whole(number),
    );
  };
  return (
    <div className="g-liste">
      <div className="g-outils">
        {resource.properties.recherche && <Search key={resource.id} />}
        <ViewSwitch {...how} />
        {resource.actions.some(({ name }) => name === 'exporter') && <Export resourceId={resource.id} />}
      </div>
      <ActiveFilters resource={resource} />
      {how.view === 'liste' && <OriginalList {...props} setTag={count} />}
      {how.view === 'tableau' && how.board && (
        <Board resource={resource} board={how.board} search={search} count={count} />
      )}
    </div>
  );
}

function Search() {
  const { translateButton, translateMessage } = useTranslation();
  const { filters, storeParams } = useQueryParams<Record<string, unknown>, Filters | undefined>();
  const [typed, type] = useState(filters?.recherche ?? '');
  useEffect(() => type(filters?.recherche ?? ''), [filters?.recherche]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const { recherche: _, ...others } = filters ?? {};
    storeParams({ filters: typed.trim() ? { ...others, recherche: typed.trim() } : others, page: '1' } as Parameters<
      typeof storeParams
    >[0]);
  };
  return (
    <form className="g-recherche" onSubmit={search}>
      <Icon icon="Search" />
      <input
        type="search"
        value={typed}
        onChange={(event) => type(event.target.value)}
        placeholder={translateMessage('recherchePlaceholder')}
        aria-label={translateButton('rechercher')}
      />
      <Button type="submit" size="sm">
        {translateButton('rechercher')}
      </Button>
    </form>
  );
}

/** The rows as the filters of the moment show them. */
function Export({ resourceId }: { resourceId: string }) {
  const { translateButton } = useTranslation();
  const { search } = useLocation();
  const to = (format: string) => {
    const query = new URLSearchParams(search);
    for (const name of ['page', 'perPage', 'refresh', 'vue']) query.delete(name);
    query.set('format', format);
    return `/admin/export/${resourceId}?${query}`;
  };
  return (
    <div className="g-export">
      <span>{translateButton('exporter')}</span>
      <a href={to('xlsx')} download>
        Excel
      </a>
      <a href={to('csv')} download>
        CSV
      </a>
    </div>
  );
}
