import { useTranslation } from 'adminjs';
import React from 'react';
import { Field } from './shared/Field.tsx';
import type { FilterProps } from './shared/types.ts';

export default function ChoiceFilter({ property, filter, onChange }: FilterProps) {
  const { translateLabel } = useTranslation();
  return (
    <Field property={property} filter>
      <select
        id={`filter-${property.path}`}
        className="g-select"
        value={filter[property.path] ?? ''}
        onChange={(event) => onChange(property.path, event.target.value)}
      >
        <option value="">{translateLabel('vide')}</option>
        {property.availableValues?.map(({ value }) => (
          <option key={value} value={value}>
            {translateLabel(`${property.path}.${value}`, property.resourceId)}
          </option>
        ))}
      </select>
    </Field>
  );
}
