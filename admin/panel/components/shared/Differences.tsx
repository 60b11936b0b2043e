import { type RecordJSON, type ReduxState, useTranslation } from 'adminjs';
import React from 'react';
import { useSelector } from 'react-redux';
import { Link } from 'react-router-dom';
import { Document } from './Document.tsx';
import { day, instant, parsed, phone } from './format.ts';
import { Rights } from './Rights.tsx';
import { type Custom, customOf } from './types.ts';

type Values = Record<string, unknown>;

interface Props {
  record: Pick<RecordJSON, 'params'>;
  short?: boolean;
}

/** What a line of the journal changed, field by field, before and after. */
export function Differences({ record: { params }, short = false }: Props) {
  const { translateProperty, translateLabel } = useTranslation();
  const before = (parsed(params.avant) ?? {}) as Values;
  const after = (parsed(params.apres) ?? {}) as Values;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !hidden.includes(name) && (before[name] ?? after[name]) != null,
  );
  const of = String(params.ressource);
  if (names.length === 0) return <span className="g-vide">{translateLabel('vide')}</span>;
  if (short) return <span className="g-court">{names.map((name) => translateProperty(name, of)).join(', ')}</span>;
  return (
    <div className="g-defile">
      <table className="g-table">
        <thead>
          <tr>
            <th scope="col">{translateLabel('champ')}</th>
            <th scope="col">{translateLabel('avant')}</th>
            <th scope="col">{translateLabel('apres')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{translateProperty(name, of)}</th>
              <td className="g-avant">
                <Plain value={before[name]} of={of} name={name} />
              </td>
              <td className="g-apres">
                <Plain value={after[name]} of={of} name={name} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const hidden = ['revision', 'id', 'cree_le', 'modifie_le', 'supprime_le'];

function Plain({ value, of, name }: { value: unknown; of: string; name: string }) {
  const { translateLabel, i18n } = useTranslation();
  const property = useSelector((state: ReduxState) => state.resources.find(({ id }) => id === of)?.properties[name]);
  const target = property?.reference;
  if (value === null || value === undefined || value === '')
    return <span className="g-vide">{translateLabel('vide')}</span>;
  if (target)
    return (
      <Link to={`/admin/resources/${target}/records/${value}/show`}>{translateLabel('numero', { id: value })}</Link>
    );
  if (typeof value === 'boolean') return <>{translateLabel(value ? 'oui' : 'non')}</>;
  if (typeof value === 'object') {
    const { look, catalogue, shape } = (property ? customOf(property) : { look: 'json' }) as Custom;
    if (look === 'droits') return <Rights value={value} catalogue={catalogue ?? []} />;
    return <Document shape={shape ?? { kind: 'any' }} resourceId={of} path={name} value={value} />;
  }
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return <>{day(text)}</>;
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return <>{instant(text)}</>;
  if (/^\+2(42|37)\d{9}$/.test(text)) return <>{phone(text)}</>;
  return <>{i18n.t(`resources.${of}.labels.${name}.${text}`, { defaultValue: text })}</>;
}
