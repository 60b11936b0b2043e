import { FormGroup, Label } from '@adminjs/design-system';
import React, { type ReactNode } from 'react';
import { ChoicesControl } from './ChoicesControl.tsx';
import { ListControl } from './ListControl.tsx';
import { PartControl } from './PartControl.tsx';
import { compound, isValues, type PartProps, useShapeWords } from './shapes.ts';

interface Props extends PartProps {
  label: string;
  hint?: string;
  required?: boolean;
  /** Within a line the help stands below, so that what stands side by side is level. */
  within?: boolean;
}

/** A named part: its label, what is typed or chosen, and what is wrong with it. */
export function PartField({ label, hint, required = false, within = false, ...part }: Props) {
  const { shape, at, errors } = part;
  const error = errors[at]?.message;
  const said = error && (
    <p id={`${at}-erreur`} className="g-faute" role="alert">
      {error}
    </p>
  );
  if (compound(shape)) {
    return (
      <fieldset
        className="g-document"
        tabIndex={-1}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${at}-erreur` : undefined}
      >
        <legend>
          {required && (
            <span className="g-requis" aria-hidden="true">
              *
            </span>
          )}
          {label}
        </legend>
        {hint && <span className="g-aide">{hint}</span>}
        {said}
        <Compound {...part} />
      </fieldset>
    );
  }
  const help = hint && <span className="g-aide">{hint}</span>;
  return (
    <FormGroup error={Boolean(error)}>
      <Label htmlFor={at} required={required}>
        {label}
        {!within && help}
      </Label>
      <PartControl {...part} required={required} error={error} />
      {within && help}
      {said}
    </FormGroup>
  );
}

function Compound(part: PartProps): ReactNode {
  if (part.shape.kind === 'choices') return <ChoicesControl {...part} />;
  if (part.shape.kind === 'list') return <ListControl {...part} />;
  return <GroupControl {...part} />;
}

/** The parts of an object side by side, as many as there is room for. */
export function GroupControl({ shape, resourceId, path, at, value, errors, onChange }: PartProps) {
  const words = useShapeWords(resourceId);
  const values = isValues(value) ? value : {};
  return (
    <div className="g-parties">
      {Object.entries(shape.parts ?? {}).map(([name, part]) => (
        <PartField
          key={name}
          shape={part}
          resourceId={resourceId}
          path={`${path}.${name}`}
          at={`${at}.${name}`}
          value={values[name]}
          errors={errors}
          label={words.part(`${path}.${name}`)}
          hint={words.hint(`${path}.${name}`)}
          required={!part.optional && !part.nullable}
          within
          onChange={(next) => onChange({ ...values, [name]: next })}
        />
      ))}
    </div>
  );
}
