import { useTranslation } from 'adminjs';
import React from 'react';
import type { Catalogue } from './types.ts';

/** Exceptions to a role in words: `Clients : Supprimer refusé`. */
export function Rights({ value, catalogue }: { value: unknown; catalogue: Catalogue }) {
  const { translateLabel, i18n } = useTranslation();
  const rights = (value ?? {}) as Record<string, Record<string, boolean>>;
  const lines = catalogue.flatMap(({ name, permissions }) =>
    permissions
      .filter((permission) => rights[name]?.[permission] !== undefined)
      .map((permission) => ({ name, permission, given: rights[name]?.[permission] })),
  );
  if (lines.length === 0) return <span className="g-vide">{translateLabel('vide')}</span>;
  return (
    <ul className="g-droits">
      {lines.map(({ name, permission, given }) => (
        <li key={`${name}.${permission}`}>
          {translateLabel(name, name)} · {i18n.t(`resources.${name}.droits.${permission}`)} :{' '}
          <strong className={given ? 'g-oui' : 'g-non'}>{translateLabel(given ? 'accorde' : 'refuse')}</strong>
        </li>
      ))}
    </ul>
  );
}
