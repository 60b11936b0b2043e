import { useTranslation } from 'adminjs';
import React from 'react';
import { Field } from './shared/Field.tsx';
import { parsed } from './shared/format.ts';
import { customOf, type EditProps } from './shared/types.ts';

type Rights = Record<string, Record<string, boolean>>;
const states = { '': 'selonRole', true: 'accorde', false: 'refuse' } as const;

/** Exceptions for one person: each right as the role has it, granted, or denied. */
export default function DroitsEdit({ property, record, onChange }: EditProps) {
  const { translateLabel, i18n } = useTranslation();
  const rights = (parsed(record.params[property.path]) ?? {}) as Rights;

  const set = (name: string, permission: string, state: string) => {
    const { [permission]: _, ...rest } = rights[name] ?? {};
    const mine = state === '' ? rest : { ...rest, [permission]: state === 'true' };
    const { [name]: __, ...others } = rights;
    onChange(property.path, JSON.stringify(Object.keys(mine).length > 0 ? { ...others, [name]: mine } : others));
  };

  return (
    <Field property={property} error={record.errors[property.path]?.message}>
      <div className="g-exceptions">
        {customOf(property).catalogue?.map(({ name, permissions }) => (
          <details key={name} open={rights[name] !== undefined}>
            <summary>{translateLabel(name, name)}</summary>
            {permissions.map((permission) => (
              <label key={permission} className="g-exception">
                <span>{i18n.t(`resources.${name}.droits.${permission}`)}</span>
                <select
                  className="g-select"
                  value={String(rights[name]?.[permission] ?? '')}
                  onChange={(event) => set(name, permission, event.target.value)}
                >
                  {Object.entries(states).map(([state, label]) => (
                    <option key={state} value={state}>
                      {translateLabel(label)}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </details>
        ))}
      </div>
    </Field>
  );
}
