import { type RecordJSON, type ReduxState, type ResourceJSON, useTranslation } from 'adminjs';
import React from 'react';
import { useSelector } from 'react-redux';
import { Link } from 'react-router-dom';
import type { Chiffre } from '../../../../server/features/rapports/chiffres/types.ts';
import { customOf } from '../shared/types.ts';
import { Value } from '../shared/Value.tsx';
import { Opens } from './Numbers.tsx';
import { written } from './numbers.ts';

type Row = Record<string, unknown>;

/** What a short list says of each row beside its name. */
const told: Readonly<Record<string, string[]>> = {
  'taches-a-venir': ['client_id', 'tranche', 'date_echeance'],
  'clients-recents': ['succursale_id', 'cree_le'],
  'projets-recents': ['client_id', 'statut', 'date_fin'],
  'opportunites-actives': ['client_id', 'etape', 'montant'],
};

const SHOWN = 6;

/** A row of the API as the panel's own parts read it. */
function recordOf(row: Row, { properties }: ResourceJSON): RecordJSON {
  const populated = Object.fromEntries(
    Object.keys(properties).flatMap((name) => {
      const label = row[name.replace(/_id$/, '')] as { id: number; libelle: string } | null | undefined;
      return name.endsWith('_id') && label ? [[name, { id: label.id, title: label.libelle }]] : [];
    }),
  );
  return { id: String(row.id), title: String(row.libelle), params: row, populated } as unknown as RecordJSON;
}

/** The first rows of a list, and the way to all of them. */
export function Rows({ chiffre }: { chiffre: Chiffre }) {
  const { translateLabel, translateMessage } = useTranslation();
  const { nom, lignes = [], liste, total } = chiffre;
  const resource = useSelector((state: ReduxState) => state.resources).find(({ id }) => id === liste?.ressource);
  if (!resource || !liste) return null;
  if (lignes.length === 0) return <p className="g-vide">{translateMessage('accueilVide')}</p>;
  const rows = lignes.slice(0, SHOWN).map((row) => recordOf(row, resource));
  const properties = (told[nom] ?? [])
    .map((name) => resource.properties[name])
    .filter((property) => property !== undefined);
  return (
    <>
      <ul className="g-lignes">
        {rows.map((record) => (
          <li key={record.id}>
            <Link to={`/admin/resources/${resource.id}/records/${record.id}/show`}>{record.title}</Link>
            {properties.map((property) => {
              const value = record.params[property.propertyPath];
              return (
                <span key={property.propertyPath} className={customOf(property).look}>
                  {value !== null && value !== undefined && (
                    <Value
                      property={{ ...property, path: property.propertyPath }}
                      record={record}
                      resource={resource}
                      short
                    />
                  )}
                </span>
              );
            })}
          </li>
        ))}
      </ul>
      <p className="g-tout">
        <Opens liste={liste}>{`${translateLabel('toutesLesLignes')} (${written('nombre', total)})`}</Opens>
      </p>
    </>
  );
}
