import React from 'react';
import { type PartProps, useShapeWords } from './shapes.ts';

/** Several codes out of a short list, kept in the order of the list. */
export function ChoicesControl({ shape, resourceId, path, at, value, errors, onChange }: PartProps) {
  const words = useShapeWords(resourceId);
  const chosen = Array.isArray(value) ? value : [];
  const codes = shape.codes ?? [];
  const wrong = Object.entries(errors).filter(([name]) => name.startsWith(`${at}.`));
  const toggle = (code: string) =>
    onChange(codes.filter((each) => (each === code ? !chosen.includes(each) : chosen.includes(each))));
  return (
    <div className="g-cases">
      {codes.map((code) => (
        <label key={code}>
          <input type="checkbox" name={at} checked={chosen.includes(code)} onChange={() => toggle(code)} />
          <span>{words.code(path, code)}</span>
        </label>
      ))}
      {wrong.map(([name, { message }]) => (
        <p key={name} className="g-faute" role="alert">
          {message}
        </p>
      ))}
    </div>
  );
}
