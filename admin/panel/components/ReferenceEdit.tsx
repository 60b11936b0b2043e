import { SelectAsync } from '@adminjs/design-system';
import { ApiClient, type RecordJSON } from 'adminjs';
import React from 'react';
import { Field, useChooserWords } from './shared/Field.tsx';
import type { EditProps } from './shared/types.ts';

interface Option {
  value: string | number;
  label: string;
  record?: RecordJSON;
}

/** Another row, found by typing a part of its name. */
export default function ReferenceEdit({ property, record, onChange }: EditProps) {
  const words = useChooserWords();
  const error = record.errors[property.path]?.message;
  const id = record.params[property.path];
  const named = record.populated[property.path];
  const selected: Option | null = id ? { value: id, label: named?.title ?? String(id) } : null;
  return (
    <Field property={property} error={error}>
      <SelectAsync
        {...words}
        inputId={property.path}
        aria-invalid={Boolean(error)}
        value={selected}
        defaultOptions
        loadOptions={(typed: string) => find(property.reference as string, typed)}
        onChange={(option: Option | null) => onChange(property.path, option?.value ?? '', option?.record)}
        isClearable={!property.isRequired}
      />
    </Field>
  );
}

export async function find(resourceId: string, query: string): Promise<Option[]> {
  const found = await new ApiClient().searchRecords({ resourceId, query });
  return found.map((record) => ({ value: record.id, label: record.title, record }));
}
