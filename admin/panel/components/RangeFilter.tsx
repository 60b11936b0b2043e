import { Input } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React from 'react';
import { Field } from './shared/Field.tsx';
import { customOf, type FilterProps } from './shared/types.ts';

/** From and to, of days or of numbers; either may stay empty. What may be missing can be asked for by that. */
export default function RangeFilter({ property, filter, onChange }: FilterProps) {
  const { translateProperty, translateLabel } = useTranslation();
  const name = translateProperty(property.label, property.resourceId);
  const { optional, look } = customOf(property);
  const isDay = ['day', 'instant'].includes(look);
  const ends = isDay ? ({ from: 'from', to: 'to' } as const) : ({ from: 'de', to: 'a' } as const);
  return (
    <Field property={property} filter>
      <div className="g-entre">
        {(['from', 'to'] as const).map((end) => (
          <div key={end}>
            <span aria-hidden="true">{translateProperty(ends[end])}</span>
            <Input
              aria-label={`${name} ${translateProperty(ends[end])}`}
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
      {optional && (
        <select
          className="g-select g-renseigne"
          aria-label={`${name} : ${translateLabel('renseigne')}`}
          value={String(filter[`${property.path}~~vide`] ?? '')}
          onChange={(event) => onChange(`${property.path}~~vide`, event.target.value)}
        >
          <option value="">{translateLabel('tous')}</option>
          <option value="false">{translateLabel('renseigne')}</option>
          <option value="true">{translateLabel('nonRenseigne')}</option>
        </select>
      )}
    </Field>
  );
}
