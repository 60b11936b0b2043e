import { Badge } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React, { type ReactNode } from 'react';
import { day, francs, instant, percent, phone, whole } from './format.ts';
import { productOf, totalOf } from './product.ts';
import { isValues, type Shape, useShapeWords, type Values } from './shapes.ts';

interface Props {
  shape: Shape;
  resourceId: string;
  path: string;
  value: unknown;
  /** In a list there is little room. */
  short?: boolean;
}

/** A document as people read it: tables, names, badges; a form is never shown as text for machines. */
export function Document(props: Props): ReactNode {
  const { shape, value, short } = props;
  const { translateLabel } = useTranslation();
  const words = useShapeWords(props.resourceId);
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return <span className="g-vide">{translateLabel('vide')}</span>;
  if (Array.isArray(value)) {
    if (shape.kind === 'choices' || shape.item?.codes) return <Codes {...props} codes={value.map(String)} />;
    if (short) return <span className="g-court">{value.map(nameOf).join(', ')}</span>;
    const lines = value.filter(isValues);
    return lines.length === value.length ? <Lines {...props} lines={lines} /> : value.map(String).join(', ');
  }
  if (isValues(value))
    return short ? <span className="g-court">{nameOf(value)}</span> : <Parts {...props} values={value} />;
  const text = String(value);
  switch (shape.kind) {
    case 'choice':
      return <Badge className="g-choix">{words.code(props.path, text)}</Badge>;
    case 'day':
      return <span className="g-nombre">{day(value)}</span>;
    case 'instant':
      return <span className="g-nombre">{instant(value)}</span>;
    case 'phone':
      return <span className="g-nombre">{phone(value)}</span>;
  }
  if (typeof value === 'boolean') return <>{translateLabel(value ? 'oui' : 'non')}</>;
  if (typeof value !== 'number') return <>{text}</>;
  if (shape.unit === 'francs') return <span className="g-nombre">{francs(value)}</span>;
  if (shape.unit === 'pourcent') return <span className="g-nombre">{percent(value)}</span>;
  const number = Number.isInteger(value) ? whole(value) : String(value).replace('.', ',');
  return <span className="g-nombre">{shape.unit ? `${number} ${words.unit(shape.unit)}` : number}</span>;
}

function Codes({ resourceId, path, codes }: Props & { codes: string[] }) {
  const words = useShapeWords(resourceId);
  return (
    <span className="g-badges">
      {codes.map((code) => (
        <Badge key={code} className="g-choix">
          {words.code(path, code)}
        </Badge>
      ))}
    </span>
  );
}

/** The parts that the shape names, in its order, then whatever else is there. */
const partsOf = (shape: Shape | undefined, values: Values[]): string[] => [
  ...new Set([...Object.keys(shape?.parts ?? {}), ...values.flatMap(Object.keys)]),
];
const anything: Shape = { kind: 'any' };

function Lines({ shape, resourceId, path, lines }: Props & { lines: Values[] }) {
  const words = useShapeWords(resourceId);
  const { translateLabel } = useTranslation();
  const item = shape.item ?? anything;
  const names = partsOf(shape.item, lines);
  const side = (name: string) => (item.product?.includes(name) ? 'g-droite' : undefined);
  return (
    <div className="g-defile">
      <table className="g-table g-lignes-lues">
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col" className={side(name)}>
                {words.part(`${path}.${name}`)}
              </th>
            ))}
            {item.product && (
              <th scope="col" className="g-droite">
                {translateLabel('montantLigne')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and stay where they are
            <tr key={i}>
              {names.map((name) => (
                <td key={name} className={side(name)} data-nom={words.part(`${path}.${name}`)}>
                  <Document
                    shape={shape.item?.parts?.[name] ?? anything}
                    resourceId={resourceId}
                    path={`${path}.${name}`}
                    value={line[name]}
                  />
                </td>
              ))}
              {item.product && (
                <td className="g-droite" data-nom={translateLabel('montantLigne')}>
                  <span className="g-nombre">{francs(productOf(item, line) ?? 0)}</span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {item.product && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={names.length}>
                {translateLabel('total')}
              </th>
              <td className="g-droite">
                <b className="g-nombre">{francs(totalOf(item, lines))}</b>
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Parts({ shape, resourceId, path, values }: Props & { values: Values }) {
  const words = useShapeWords(resourceId);
  return (
    <dl className="g-termes">
      {partsOf(shape, [values]).map((name) => (
        <div key={name} className={Array.isArray(values[name]) ? 'g-large' : undefined}>
          <dt>{words.part(`${path}.${name}`)}</dt>
          <dd>
            <Document
              shape={shape.parts?.[name] ?? anything}
              resourceId={resourceId}
              path={`${path}.${name}`}
              value={values[name]}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a line is known by. */
const nameOf = (line: unknown): string =>
  isValues(line) ? String(line.libelle ?? line.nom ?? Object.values(line)[0] ?? '') : String(line);
