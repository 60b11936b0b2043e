import { Icon } from '@adminjs/design-system';
import { ApiClient, type BasePropertyJSON, type ResourceJSON, useQueryParams, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useFilterWords } from './filter-words.ts';
import { whole } from './format.ts';

type Filters = Record<string, string>;

/** What a list is narrowed to, in words, each to be taken away; and the sum of the number that opened it. */
export function ActiveFilters({ resource }: { resource: ResourceJSON }) {
  const { translateButton, translateLabel, translateProperty } = useTranslation();
  const { filters = {}, storeParams } = useQueryParams<Record<string, unknown>, Filters | undefined>();
  const told = useFilterWords(resource);
  const { recherche: _, ...narrowed } = filters;
  const paths = [...new Set(Object.keys(narrowed).map((key) => key.split('~~')[0] as string))];
  const without = (path: string) => {
    const kept = Object.fromEntries(Object.entries(filters).filter(([key]) => key.split('~~')[0] !== path));
    storeParams({ filters: kept, page: '1' } as Parameters<typeof storeParams>[0]);
  };
  const sum = useSum(resource);
  if (paths.length === 0) return null;
  return (
    <div className="g-filtres-actifs">
      <ul aria-label={translateLabel('filters')}>
        {paths.map((path) => {
          const property: BasePropertyJSON | undefined = resource.properties[path];
          const name = property ? translateProperty(property.label, resource.id) : path;
          return (
            <li key={path}>
              <span>
                {name}
                {'\u00a0: '}
                <Words told={told(path, narrowed)} property={property} />
              </span>
              <button
                type="button"
                onClick={() => without(path)}
                aria-label={`${translateButton('retirerFiltre')} ${name}`}
              >
                <Icon icon="X" size={16} />
              </button>
            </li>
          );
        })}
      </ul>
      {sum && (
        <p>
          {translateLabel('sommeDe')} {sum.name.toLocaleLowerCase()}
          {'\u00a0: '}
          <strong>{sum.money ? `${whole(sum.value)}\u00a0FCFA` : whole(sum.value)}</strong>
        </p>
      )}
    </div>
  );
}

interface WordsProps {
  told: string | { keys: string[] };
  property?: BasePropertyJSON;
}

/** A reference is called by its name, as far as this person may read it. */
function Words({ told, property }: WordsProps) {
  const { translateLabel } = useTranslation();
  const [names, setNames] = useState<string[]>();
  const keys = typeof told === 'string' ? [] : told.keys;
  useEffect(() => {
    setNames(undefined);
    if (!property?.reference || keys.length === 0) return;
    const resourceId = property.reference;
    const numbered = (id: string) => translateLabel('numero', { id } as Record<string, unknown>);
    void Promise.all(
      keys.map((recordId) =>
        new ApiClient()
          .recordAction({ resourceId, recordId, actionName: 'show' })
          .then(({ data }) => data.record?.title || numbered(recordId))
          .catch(() => numbered(recordId)),
      ),
    ).then(setNames);
  }, [keys.join()]);
  return <>{typeof told === 'string' ? told : (names ?? keys).join(', ')}</>;
}

/** The sum that a number promised when it opened this list, of the rows that the filters leave now. */
function useSum(resource: ResourceJSON) {
  const { search } = useLocation();
  const { translateProperty } = useTranslation();
  const asked = new URLSearchParams(search).get('somme');
  const [wanted, want] = useState({ of: resource.id, field: asked });
  const [value, setValue] = useState<number>();
  const query = new URLSearchParams([...new URLSearchParams(search)].filter(([key]) => key.startsWith('filters.')));
  const field = asked ?? (wanted.of === resource.id ? wanted.field : null);
  const property = field ? resource.properties[field] : undefined;

  useEffect(() => {
    if (asked || wanted.of !== resource.id) want({ of: resource.id, field: asked });
  }, [asked, resource.id]);
  useEffect(() => {
    setValue(undefined);
    if (!field) return;
    const control = new AbortController();
    fetch(`/admin/api/somme/${resource.id}?champ=${field}&${query}`, { signal: control.signal, redirect: 'manual' })
      .then(async (answer) => setValue(answer.ok ? (await answer.json()).somme : undefined))
      // Without it the list is the same list; its rows say when they cannot be had.
      .catch(() => undefined);
    return () => control.abort();
  }, [field, resource.id, query.toString()]);

  if (!property || value === undefined) return undefined;
  return { name: translateProperty(property.label, resource.id), value, money: property.custom.look === 'francs' };
}
