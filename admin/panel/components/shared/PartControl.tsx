import { TextArea, Input as TextInput } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React, { type ChangeEvent } from 'react';
import { localInput } from './format.ts';
import { ReferenceControl } from './ReferenceControl.tsx';
import { type PartProps, useShapeWords } from './shapes.ts';

interface Props extends PartProps {
  required?: boolean;
  error?: string;
}

const keyboards: Record<string, 'numeric' | 'decimal' | 'tel' | 'email'> = {
  integer: 'numeric',
  number: 'decimal',
  phone: 'tel',
  email: 'email',
};

/** Where one value is typed or chosen. */
export function PartControl({ shape, resourceId, path, at, value, required, error, onChange }: Props) {
  const words = useShapeWords(resourceId);
  const { translateLabel } = useTranslation();
  const { kind, unit, codes } = shape;
  const ties = {
    id: at,
    name: at,
    'aria-required': required || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${at}-erreur` : undefined,
  };
  const text = value === null || value === undefined ? '' : String(value);
  const typed = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
    onChange(event.target.value);

  if (kind === 'reference')
    return <ReferenceControl shape={shape} at={at} value={text} error={error} onChange={onChange} />;
  if (kind === 'flag' && shape.default !== undefined) {
    const on = text === 'true';
    return (
      <label className="g-bascule">
        <input {...ties} type="checkbox" checked={on} onChange={() => onChange(!on)} />
        <span>{translateLabel(on ? 'oui' : 'non')}</span>
      </label>
    );
  }
  if (kind === 'flag' || kind === 'choice') {
    const options = kind === 'choice' ? (codes ?? []) : ['true', 'false'];
    return (
      <select {...ties} className="g-select" value={text} onChange={typed}>
        <option value="">{translateLabel('choisir')}</option>
        {options.map((code) => (
          <option key={code} value={code}>
            {kind === 'choice' ? words.code(path, code) : translateLabel(code === 'true' ? 'oui' : 'non')}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'longtext' || kind === 'any')
    return <TextArea {...ties} rows={3} width={1} value={kind === 'any' ? asJson(value) : text} onChange={typed} />;
  if (kind === 'day') return <TextInput {...ties} type="date" value={text.slice(0, 10)} onChange={typed} />;
  if (kind === 'instant') {
    return (
      <TextInput
        {...ties}
        type="datetime-local"
        value={localInput(value)}
        onChange={({ target }: ChangeEvent<HTMLInputElement>) =>
          onChange(target.value && new Date(target.value).toISOString())
        }
      />
    );
  }
  const input = (
    <TextInput
      {...ties}
      inputMode={keyboards[kind]}
      maxLength={kind === 'text' ? shape.max : undefined}
      autoComplete="off"
      value={text}
      onChange={typed}
    />
  );
  if (!unit) return input;
  return (
    <div className="g-avec-unite">
      {input}
      <span>{words.unit(unit)}</span>
    </div>
  );
}

const asJson = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? '', null, 1));
