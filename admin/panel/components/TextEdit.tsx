import { Input } from '@adminjs/design-system';
import React from 'react';
import { Field, ties } from './shared/Field.tsx';
import { customOf, type EditProps } from './shared/types.ts';

const keyboards: Record<string, 'email' | 'tel' | 'numeric' | 'decimal'> = {
  email: 'email',
  phone: 'tel',
  integer: 'numeric',
  francs: 'numeric',
  percent: 'decimal',
};

export default function TextEdit({ property, record, onChange }: EditProps) {
  const error = record.errors[property.path]?.message;
  const { look, max } = customOf(property);
  return (
    <Field property={property} error={error}>
      <Input
        {...ties(property, error)}
        inputMode={keyboards[look]}
        maxLength={look === 'text' ? max : undefined}
        autoComplete="off"
        value={record.params[property.path] ?? ''}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(property.path, event.target.value)}
      />
    </Field>
  );
}
