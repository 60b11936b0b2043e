import { Input } from '@adminjs/design-system';
import React from 'react';
import { Field, ties } from './shared/Field.tsx';
import { localInput } from './shared/format.ts';
import { customOf, type EditProps } from './shared/types.ts';

/** A day stays the text that was typed: as a moment it would slip to the day before, east of Greenwich. */
export default function DayEdit({ property, record, onChange }: EditProps) {
  const error = record.errors[property.path]?.message;
  const value = record.params[property.path];
  const isDay = customOf(property).look === 'day';
  return (
    <Field property={property} error={error}>
      <Input
        {...ties(property, error)}
        type={isDay ? 'date' : 'datetime-local'}
        value={isDay ? String(value ?? '').slice(0, 10) : localInput(value)}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
          const typed = event.target.value;
          onChange(property.path, typed === '' || isDay ? typed : new Date(typed).toISOString());
        }}
      />
    </Field>
  );
}
