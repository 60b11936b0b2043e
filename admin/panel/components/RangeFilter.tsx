import { Input } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React from 'react';
import { Field } from './shared/Field.tsx';
import { customOf, type FilterProps } from './shared/types.ts';

/** From and to, of days or of numbers; either may stay empty. */
export default function RangeFilter({ property, filter, onChange }: FilterProps) {
  const { translateProperty } = useTranslation();
  const isDay = ['day', 'instant'].includes(customOf(property).look);
  const ends = isDay ? ({ from: 'from', to: 'to' } as const) : ({ from: 'de', to: 'a' } as const);
  return (
    <Field property={property} filter>
      <div className="g-entre">
        {(['from', 'to'] as const).map((end) => (
          <div key={end}>
            <span aria-hidden="true">{translateProperty(ends[end])}</span>
            <Input
              aria-label={`${translateProperty(property.label, property.resourceId)} ${translateProperty(ends[end])}`}
              type={isDay ? 'date' : 'text'}
              inputMode={isDay ? undefined : 'numeric'}
              value={filter[`${property.path}~~${end}`] ?? ''}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                onChange(`${property.path}~~${end}`, event.target.value)
              }
            />
          </div>
        ))}
      </div>
    </Field>
  );
}
