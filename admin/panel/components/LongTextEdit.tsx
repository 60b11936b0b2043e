import { TextArea } from '@adminjs/design-system';
import React from 'react';
import { Field, ties } from './shared/Field.tsx';
import type { EditProps } from './shared/types.ts';

export default function LongTextEdit({ property, record, onChange }: EditProps) {
  const error = record.errors[property.path]?.message;
  return (
    <Field property={property} error={error}>
      <TextArea
        {...ties(property, error)}
        rows={4}
        width={1}
        value={record.params[property.path] ?? ''}
        onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onChange(property.path, event.target.value)}
      />
    </Field>
  );
}
