import { FormGroup, Label, TextArea, Input as TextInput } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React, { type ChangeEvent } from 'react';

/** One property of an action's JSON schema. */
export interface Input {
  type?: string;
  format?: string;
  enum?: string[];
  maxLength?: number;
}

interface Props {
  name: string;
  resourceId: string;
  input: Input;
  label: string;
  hint?: string;
  required: boolean;
  value: string;
  error?: string;
  onChange: (value: string) => void;
}

const LONG = 200;

export function ActionField({ name, resourceId, input, label, hint, required, value, error, onChange }: Props) {
  return (
    <FormGroup error={Boolean(error)}>
      <Label htmlFor={name} required={required}>
        {label}
        {hint && <span className="g-aide">{hint}</span>}
      </Label>
      <Control name={name} resourceId={resourceId} input={input} value={value} error={error} onChange={onChange} />
      {error && (
        <p id={`${name}-erreur`} className="g-faute" role="alert">
          {error}
        </p>
      )}
    </FormGroup>
  );
}

function Control({ name, resourceId, input, value, error, onChange }: Omit<Props, 'label' | 'hint' | 'required'>) {
  const { translateLabel, i18n } = useTranslation();
  const common = {
    id: name,
    name,
    value,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${name}-erreur` : undefined,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      onChange(event.target.value),
  };
  const choices = input.enum ?? (input.type === 'boolean' ? ['true', 'false'] : undefined);
  if (choices) {
    return (
      <select {...common} className="g-select">
        <option value="">{translateLabel('choisir')}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {input.enum
              ? i18n.t(`resources.${resourceId}.labels.${name}.${choice}`, { defaultValue: choice })
              : translateLabel(choice === 'true' ? 'oui' : 'non')}
          </option>
        ))}
      </select>
    );
  }
  if (input.type === 'string' && !input.format && (input.maxLength ?? 0) > LONG)
    return <TextArea {...common} rows={3} width={1} />;
  const type = input.format === 'date' ? 'date' : 'text';
  return (
    <TextInput
      {...common}
      type={type}
      inputMode={input.type === 'integer' || input.type === 'number' ? 'decimal' : undefined}
    />
  );
}
