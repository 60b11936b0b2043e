import {
  BasePropertyComponent,
  type BasePropertyJSON,
  type ReduxState,
  type ResourceJSON,
  useTranslation,
} from 'adminjs';
import React from 'react';
import { useSelector } from 'react-redux';
import type { Bureau, RapportOffert } from '../../screens/reports.ts';
import { Columns } from './Columns.tsx';
import { Period } from './Period.tsx';
import { filterName, filtersOf, type Settings } from './settings.ts';

type Change = (change: Readonly<Record<string, string | undefined>>) => void;

interface Props {
  rapport: RapportOffert;
  bureau: Bureau;
  settings: Settings;
  onChange: Change;
}

const BRANCH = 'succursale_id';

/** What can be asked of a report: which days, which rows, how they are put together, what is shown of them. */
export function SettingsPanel({ rapport, bureau, settings, onChange }: Props) {
  const { translateButton, translateLabel, translateMessage } = useTranslation();
  const resource = useSelector((state: ReduxState) => state.resources).find(({ id }) => id === rapport.ressource);
  const offered = (resource?.filterProperties ?? []).filter(
    ({ propertyPath }) => propertyPath !== rapport.periode?.champ && !rapport.fixes.includes(propertyPath),
  );
  const branch = bureau.succursales ? offered.filter(({ propertyPath }) => propertyPath === BRANCH) : [];
  const others = offered.filter(({ propertyPath }) => propertyPath !== BRANCH);
  const filters = filtersOf(settings);
  const count = new Set(
    Object.keys(filters)
      .map((name) => name.split('~~')[0])
      .filter((name) => name !== BRANCH),
  ).size;
  const clear = () => onChange(Object.fromEntries(Object.keys(filters).map((name) => [filterName(name), undefined])));
  return (
    <aside className="g-carte g-reglage" aria-label={translateLabel('reglages')}>
      {rapport.periode ? (
        <Period bureau={bureau} champ={rapport.periode.libelle} settings={settings} onChange={onChange} />
      ) : (
        <p className="g-sous">{translateMessage('sansPeriode')}</p>
      )}
      {resource && <Filters resource={resource} properties={branch} filters={filters} onChange={onChange} />}
      <label>
        <span>{translateLabel('grouperPar')}</span>
        <select
          className="g-select"
          value={settings.grouper_par ?? rapport.grouper_par}
          onChange={({ target: { value } }) =>
            onChange({ grouper_par: value === rapport.grouper_par ? undefined : value })
          }
        >
          {rapport.groupements.map(({ nom, libelle }) => (
            <option key={nom} value={nom}>
              {libelle}
            </option>
          ))}
          <option value="aucun">{translateLabel('sansGroupe')}</option>
        </select>
      </label>
      {resource && others.length > 0 && (
        <details>
          <summary>
            {translateLabel('filters')}
            {count > 0 && <span className="g-compte">{count}</span>}
          </summary>
          <Filters resource={resource} properties={others} filters={filters} onChange={onChange} />
          {count > 0 && (
            <button type="button" className="g-lien" onClick={clear}>
              {translateButton('resetFilter')}
            </button>
          )}
        </details>
      )}
      <Columns rapport={rapport} chosen={settings.colonnes} onChange={onChange} />
    </aside>
  );
}

interface FiltersProps {
  resource: ResourceJSON;
  properties: BasePropertyJSON[];
  filters: Record<string, string>;
  onChange: Change;
}

/** The same filters as over the list of these rows. */
function Filters({ resource, properties, filters, onChange }: FiltersProps) {
  return (
    <>
      {properties.map((property) => (
        <BasePropertyComponent
          key={property.propertyPath}
          where="filter"
          property={property}
          resource={resource}
          filter={filters}
          onChange={(name, value) =>
            typeof name === 'string' && onChange({ [filterName(name)]: value ? String(value) : undefined })
          }
        />
      ))}
    </>
  );
}
