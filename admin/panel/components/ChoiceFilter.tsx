import { useTranslation } from 'adminjs';
import React from 'react';
import { Field } from './shared/Field.tsx';
import type { FilterProps } from './shared/types.ts';

export default function ChoiceFilter({ property, filter, onChange }: FilterProps) {
  const { translateLabel } = useTranslation();
  const nameOf = (code: string) => translateLabel(`${property.path}.${code}`, property.resourceId);
  const chosen = String(filter[property.path] ?? '');
  return (
    <Field property={property} filter>
      <select
        id={`filter-${property.path}`}
        className="g-select"
        value={chosen}
        onChange={(event) => onChange(property.path, event.target.value)}
      >
        <option value="">{translateLabel('tous')}</option>
        {chosen.includes(',') && <option value={chosen}>{chosen.split(',').map(nameOf).join(', ')}</option>}
        {chosen.startsWith('!') && (
          <option value={chosen}>
            {translateLabel('toutSauf', { quoi: nameOf(chosen.slice(1)) } as Record<string, unknown>)}
          </option>
        )}
        {property.availableValues?.map(({ value }) => (
          <option key={value} value={value}>
            {nameOf(String(value))}
          </option>
        ))}
      </select>
    </Field>
  );
}
