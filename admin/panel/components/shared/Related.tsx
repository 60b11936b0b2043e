import { Icon, Loader } from '@adminjs/design-system';
import { ApiClient, type RecordJSON, type ReduxState, type ResourceJSON, useTranslation } from 'adminjs';
import React, { type MouseEvent, useEffect, useState } from 'react';
import { useSelector } from 'react-redux';
import { Link, useNavigate } from 'react-router-dom';
import { whole } from './format.ts';
import { customOf, isMeasured } from './types.ts';
import { Value } from './Value.tsx';

/** What there is of one sort that belongs to a row; the rows themselves are fetched once they are looked at. */
export interface RelatedTo {
  nom: string;
  ressource: string;
  champ: string;
  valeur: string;
  nombre: number;
  estime: boolean;
  /** Shown even when there is none. */
  toujours: boolean;
  titre?: string;
}

interface Place {
  resourceId: string;
  recordId: string;
}

const ask = <T,>({ resourceId, recordId }: Place, params: Record<string, string> = {}) =>
  new ApiClient()
    .recordAction({ resourceId, recordId, actionName: 'liens', params })
    .then(({ data }) => data as unknown as T);

/** How many rows of each sort belong to a row; undefined until it is known. */
export function useRelated({ resourceId, recordId }: Place, wanted: boolean) {
  const [related, setRelated] = useState<RelatedTo[]>();
  useEffect(() => {
    if (!wanted) return;
    ask<{ liens?: RelatedTo[] }>({ resourceId, recordId })
      .then(({ liens = [] }) => setRelated(liens))
      .catch(() => setRelated([]));
  }, [resourceId, recordId]);
  return related;
}

/** The first rows of one sort, and the way to all of them. */
export function Related({ link, of, ...place }: Place & { link: RelatedTo; of: RecordJSON }) {
  const { translateButton, translateLabel, translateMessage } = useTranslation();
  const resource = useSelector((state: ReduxState) => state.resources).find(({ id }) => id === link.ressource);
  const [rows, setRows] = useState<RecordJSON[] | 'failed'>();

  useEffect(() => {
    ask<{ records?: RecordJSON[] }>(place, { de: link.nom })
      .then(({ records }) => setRows(records ?? 'failed'))
      .catch(() => setRows('failed'));
  }, [place.resourceId, place.recordId, link.nom]);

  if (!rows) return <Loader />;
  if (rows === 'failed' || !resource) return <p role="alert">{translateMessage('echecChargement')}</p>;
  const create = <CreateHere resource={resource} link={link} />;
  if (rows.length === 0)
    return (
      <p className="g-toute-la-liste">
        <span className="g-vide">{translateMessage('lienVide')}</span>
        {create}
      </p>
    );
  return (
    <>
      <Rows resource={resource} rows={rows} properties={columns(resource, rows, link, of)} />
      <p className="g-toute-la-liste">
        {rows.length < link.nombre && (
          <span>{translateLabel('premieres', { nombre: whole(rows.length) } as Record<string, unknown>)}</span>
        )}
        {create}
        <Link
          className="g-bouton"
          to={`/admin/resources/${link.ressource}?vue=liste&filters.${link.champ}=${link.valeur}`}
        >
          {translateButton('toutVoir')}
          <Icon icon="ArrowRight" />
        </Link>
      </p>
    </>
  );
}

/** A new one that belongs to the row above, for those who may. */
function CreateHere({ resource, link }: { resource: ResourceJSON; link: RelatedTo }) {
  const { translateAction } = useTranslation();
  const may = resource.actions.some(({ name }) => name === 'new');
  const property = resource.editProperties.find(({ propertyPath }) => propertyPath === link.champ);
  if (!may || !property?.reference || link.valeur.includes(',')) return null;
  return (
    <Link className="g-bouton" to={`/admin/resources/${resource.id}/actions/new?${link.champ}=${link.valeur}`}>
      <Icon icon="Plus" />
      {translateAction('new', resource.id)}
    </Link>
  );
}

/** The columns of its list, but for what the row above says already: itself, its police, its client. */
const columns = ({ listProperties }: ResourceJSON, rows: RecordJSON[], { champ }: RelatedTo, { params }: RecordJSON) =>
  listProperties.filter((property) => {
    const { propertyPath: name } = property;
    const names = ['reference', 'code'].includes(customOf(property).look);
    return name !== champ && !(names && params[name] && rows.every((row) => row.params[name] === params[name]));
  });

interface RowsProps {
  resource: ResourceJSON;
  rows: RecordJSON[];
  properties: ResourceJSON['listProperties'];
}

function Rows({ resource, rows, properties }: RowsProps) {
  const { translateProperty, translateButton } = useTranslation();
  const navigate = useNavigate();
  const addressOf = ({ id }: RecordJSON) => `/admin/resources/${resource.id}/records/${id}/show`;
  const open = (row: RecordJSON) => (event: MouseEvent) => {
    if (!(event.target as HTMLElement).closest('a')) navigate(addressOf(row));
  };
  return (
    <div className="g-defile">
      <table className="g-table g-lignes-lues g-lies">
        <thead>
          <tr>
            {properties.map((property) => (
              <th key={property.propertyPath} scope="col" className={isMeasured(property) ? 'g-droite' : undefined}>
                {translateProperty(property.label, resource.id)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} onClick={open(row)}>
              {properties.map((property) => (
                <td
                  key={property.propertyPath}
                  data-nom={translateProperty(property.label, resource.id)}
                  className={isMeasured(property) ? 'g-droite' : customOf(property).look}
                >
                  <Value
                    property={{ ...property, path: property.propertyPath }}
                    record={row}
                    resource={resource}
                    short
                  />
                </td>
              ))}
              <td className="g-vers">
                <Link className="g-lien" to={addressOf(row)} aria-label={`${translateButton('ouvrir')} ${row.title}`}>
                  <Icon icon="ChevronRight" />
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
