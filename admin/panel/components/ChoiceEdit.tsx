import { useTranslation } from 'adminjs';
import React from 'react';
import { Field, ties } from './shared/Field.tsx';
import type { EditProps } from './shared/types.ts';

/** The browser's own chooser: it works with a thumb, a keyboard and a screen reader. */
export default function ChoiceEdit({ property, record, onChange }: EditProps) {
  const { translateLabel } = useTranslation();
  const error = record.errors[property.path]?.message;
  return (
    <Field property={property} error={error}>
      <select
        {...ties(property, error)}
        className="g-select"
        value={record.params[property.path] ?? ''}
        onChange={(event) => onChange(property.path, event.target.value)}
      >
        <option value="">{translateLabel('choisir')}</option>
        {property.availableValues?.map(({ value }) => (
          <option key={value} value={value}>
            {translateLabel(`${property.path}.${value}`, property.resourceId)}
          </option>
        ))}
      </select>
    </Field>
  );
}
