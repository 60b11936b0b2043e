import { useTranslation } from 'adminjs';
import React from 'react';
import { Field } from './shared/Field.tsx';
import type { FilterProps } from './shared/types.ts';

export default function FlagFilter({ property, filter, onChange }: FilterProps) {
  const { translateLabel } = useTranslation();
  return (
    <Field property={property} filter>
      <select
        id={`filter-${property.path}`}
        className="g-select"
        value={String(filter[property.path] ?? '')}
        onChange={(event) => onChange(property.path, event.target.value)}
      >
        <option value="">{translateLabel('tous')}</option>
        <option value="true">{translateLabel('oui')}</option>
        <option value="false">{translateLabel('non')}</option>
      </select>
    </Field>
  );
}
