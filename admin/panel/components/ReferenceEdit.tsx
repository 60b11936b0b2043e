import { SelectAsync } from '@adminjs/design-system';
import React from 'react';
import { type Option, useChoices } from './shared/choices.ts';
import { Field, useChooserWords } from './shared/Field.tsx';
import type { EditProps } from './shared/types.ts';
import { useNamed } from './shared/use-named.ts';

/** Another row, found by typing a part of its name. */
export default function ReferenceEdit({ property, record, onChange }: EditProps) {
  const words = useChooserWords();
  const choices = useChoices(property.reference as string);
  const error = record.errors[property.path]?.message;
  const id = record.params[property.path];
  const name = useNamed(property.reference as string, String(id ?? ''), record.populated[property.path]?.title);
  const selected: Option | null = id ? { value: id, label: name ?? '…' } : null;
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
