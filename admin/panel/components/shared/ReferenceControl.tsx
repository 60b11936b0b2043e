import { SelectAsync } from '@adminjs/design-system';
import React, { useState } from 'react';
import { type Option, useChoices } from './choices.ts';
import { useChooserWords } from './Field.tsx';
import type { Shape } from './shapes.ts';
import { useNamed } from './use-named.ts';

interface Props {
  shape: Shape;
  at: string;
  value: string;
  error?: string;
  onChange: (value: unknown) => void;
}

/** A row of another resource, found by typing a part of its name. */
export function ReferenceControl({ shape, at, value, error, onChange }: Props) {
  const [known, setKnown] = useState<Option | null>(null);
  const words = useChooserWords();
  const choices = useChoices(shape.target ?? '');
  const name = useNamed(shape.target ?? '', value, String(known?.value) === value ? known?.label : undefined);
  const selected = value === '' ? null : { value, label: name ?? '…' };
  return (
    <SelectAsync
      {...words}
      {...choices}
      inputId={at}
      aria-invalid={Boolean(error)}
      value={selected}
      onChange={(option: Option | null) => {
        setKnown(option);
        onChange(option?.value ?? '');
      }}
      isClearable
    />
  );
}
