import { type BasePropertyJSON, type RecordJSON, type ReduxState, type ResourceJSON, useTranslation } from 'adminjs';
import React from 'react';
import { useSelector } from 'react-redux';
import { Link } from 'react-router-dom';
import type { Apercu } from '../../screens/reports.ts';
import { listOf } from '../home/address.ts';
import { whole } from '../shared/format.ts';
import { isMeasured } from '../shared/types.ts';
import { Value } from '../shared/Value.tsx';

/** The first rows, as the file will have them. */
export function Rows({ apercu: { ressource, colonnes, lignes, liste, count } }: { apercu: Apercu }) {
  const { translateButton, translateLabel } = useTranslation();
  const resources = useSelector((state: ReduxState) => state.resources);
  const resource = resources.find(({ id }) => id === ressource);
  if (!resource) return null;
  const shown = colonnes.flatMap(({ nom, libelle }) => {
    const property = resource.properties[nom];
    return property ? [{ nom, libelle, property }] : [];
  });
  const said = { nombre: whole(lignes.length), total: whole(count) } as Record<string, unknown>;
  const readable = resources.flatMap(({ id, href }) => (href ? [id] : []));
  return (
    <div className="g-carte">
      <h2 id="titre-lignes">{translateLabel(count > lignes.length ? 'premieresSur' : 'toutesLignes', said)}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="g-defile" tabIndex={0} aria-labelledby="titre-lignes">
        <table className="g-table g-detail">
          <thead>
            <tr>
              {shown.map(({ nom, libelle, property }) => (
                <th key={nom} scope="col" className={isMeasured(property) ? 'g-droite' : undefined}>
                  {libelle}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lignes.map((row) => (
              <tr key={String(row.id)}>
                {shown.map(({ nom, property }, i) => (
                  <td key={nom} className={isMeasured(property) ? 'g-droite' : undefined}>
                    <Cell row={row} property={property} resource={resource} readable={readable} first={i === 0} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {count > lignes.length && (
        <p className="g-tout">
          <Link to={listOf(liste)}>{translateButton('toutVoir')}</Link>
        </p>
      )}
    </div>
  );
}

interface CellProps {
  row: Record<string, unknown>;
  property: BasePropertyJSON;
  resource: ResourceJSON;
  readable: readonly string[];
  first: boolean;
}

/** A value as every list has it; the first of a row opens the row. */
function Cell({ row, property: base, resource, readable, first }: CellProps) {
  const property = { ...base, path: base.propertyPath };
  const { path, reference } = property;
  const label = row[path.replace(/_id$/, '')] as { id: number; libelle: string } | null | undefined;
  const opened = reference && readable.includes(reference) ? [{ name: 'show' }] : [];
  const named = label && { id: String(label.id), title: label.libelle, recordActions: opened };
  const record = {
    id: String(row.id),
    params: row,
    populated: reference && named ? { [path]: named } : {},
  } as unknown as RecordJSON;
  const value = <Value property={property} resource={resource} record={record} short />;
  if (!first || reference) return value;
  return <Link to={`/admin/resources/${resource.id}/records/${String(row.id)}/show`}>{value}</Link>;
}
