import { useTranslation } from 'adminjs';
import React from 'react';
import { Field, ties } from './shared/Field.tsx';
import type { EditProps } from './shared/types.ts';

export default function FlagEdit({ property, record, onChange }: EditProps) {
  const { translateLabel } = useTranslation();
  const error = record.errors[property.path]?.message;
  const on = record.params[property.path] === true || record.params[property.path] === 'true';
  return (
    <Field property={property} error={error}>
      <label className="g-bascule">
        <input {...ties(property, error)} type="checkbox" checked={on} onChange={() => onChange(property.path, !on)} />
        <span>{translateLabel(on ? 'oui' : 'non')}</span>
      </label>
    </Field>
  );
}
