import { SelectAsync } from '@adminjs/design-system';
import React from 'react';
import { type Option, useChoices } from './shared/choices.ts';
import { Field, useChooserWords } from './shared/Field.tsx';
import type { EditProps } from './shared/types.ts';

/** Another row, found by typing a part of its name. */
export default function ReferenceEdit({ property, record, onChange }: EditProps) {
  const words = useChooserWords();
  const choices = useChoices(property.reference as string);
  const error = record.errors[property.path]?.message;
  const id = record.params[property.path];
  const named = record.populated[property.path];
  const selected: Option | null = id ? { value: id, label: named?.title ?? String(id) } : null;
  return (
    <Field property={property} error={error}>
      <SelectAsync
        {...words}
        {...choices}
        inputId={property.path}
        aria-invalid={Boolean(error)}
        value={selected}
        onChange={(option: Option | null) => onChange(property.path, option?.value ?? '', option?.record)}
        isClearable={!property.isRequired}
      />
    </Field>
  );
}
