import { SelectAsync } from '@adminjs/design-system';
import { ApiClient } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { type Option, useChoices } from './shared/choices.ts';
import { Field, useChooserWords } from './shared/Field.tsx';
import type { FilterProps } from './shared/types.ts';

export default function ReferenceFilter({ property, filter, onChange }: FilterProps) {
  const words = useChooserWords();
  const [chosen, choose] = useState<Option | null>(null);
  const target = property.reference as string;
  const choices = useChoices(target);
  const id = filter[property.path] as string | undefined;

  useEffect(() => {
    if (!id) return choose(null);
    if (String(chosen?.value) === id) return;
    const named = new ApiClient().recordAction({ resourceId: target, recordId: id, actionName: 'show' });
    named
      .then(({ data }) => choose(data.record?.id ? { value: id, label: data.record.title } : null))
      .catch(() => choose({ value: id, label: id }));
  }, [id]);

  return (
    <Field property={property} filter>
      <SelectAsync
        {...words}
        {...choices}
        inputId={`filter-${property.path}`}
        variant="filter"
        value={id ? chosen : null}
        isClearable
        onChange={(option: Option | null) => {
          choose(option);
          onChange(property.path, option ? String(option.value) : '');
        }}
      />
    </Field>
  );
}
