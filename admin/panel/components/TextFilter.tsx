import { Input } from '@adminjs/design-system';
import React from 'react';
import { Field } from './shared/Field.tsx';
import type { FilterProps } from './shared/types.ts';

export default function TextFilter({ property, filter, onChange }: FilterProps) {
  return (
    <Field property={property} filter>
      <Input
        id={`filter-${property.path}`}
        name={`filter-${property.path}`}
        value={filter[property.path] ?? ''}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(property.path, event.target.value)}
      />
    </Field>
  );
}
