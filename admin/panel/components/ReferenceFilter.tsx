import { SelectAsync } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React, { useState } from 'react';
import { type Option, useChoices } from './shared/choices.ts';
import { Field, useChooserWords } from './shared/Field.tsx';
import type { FilterProps } from './shared/types.ts';
import { useNamed } from './shared/use-named.ts';

export default function ReferenceFilter({ property, filter, onChange }: FilterProps) {
  const { translateLabel } = useTranslation();
  const words = useChooserWords();
  const [chosen, choose] = useState<Option | null>(null);
  const target = property.reference as string;
  const choices = useChoices(target);
  const id = String(filter[property.path] ?? '');
  const several = id.includes(',')
    ? translateLabel('plusieurs', { nombre: id.split(',').length } as object)
    : undefined;
  const name = useNamed(target, id, several ?? (String(chosen?.value) === id ? chosen?.label : undefined));

  return (
    <Field property={property} filter>
      <SelectAsync
        {...words}
        {...choices}
        inputId={`filter-${property.path}`}
        variant="filter"
        value={id ? { value: id, label: name ?? (/^\d+$/.test(id) ? '…' : id) } : null}
        isClearable
        onChange={(option: Option | null) => {
          choose(option);
          onChange(property.path, option ? String(option.value) : '');
        }}
      />
    </Field>
  );
}
