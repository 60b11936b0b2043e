import { useTranslation } from 'adminjs';
import React, { Fragment, useState } from 'react';
import { foreseen, type Group, holds, type Role } from './matrix.ts';

interface Props {
  groups: Group[];
  roles: Role[];
  editable: boolean;
  toggle: (role: Role, resource: string, permission: string) => void;
}

/** A column a role, a row a right; a phone shows one role at a time. */
export function MatrixTable({ groups, roles, editable, toggle }: Props) {
  const { translateLabel, i18n } = useTranslation();
  const [only, setOnly] = useState(roles[0]?.id);
  const column = (role: Role) => (role.id === only ? undefined : 'g-autre-role');
  return (
    <>
      <label className="g-choix-role">
        {translateLabel('role')}
        <select className="g-select" value={only} onChange={(event) => setOnly(Number(event.target.value))}>
          {roles.map(({ id, nom }) => (
            <option key={id} value={id}>
              {nom}
            </option>
          ))}
        </select>
      </label>
      <div className="g-matrice-cadre">
        <table className="g-matrice">
          <thead>
            <tr>
              <th scope="col">{translateLabel('droit')}</th>
              {roles.map((role) => (
                <th key={role.id} scope="col" className={column(role)}>
                  {role.nom}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups
              .flatMap(({ resources }) => resources)
              .map(({ name, permissions }) => (
                <Fragment key={name}>
                  <tr className="g-ressource">
                    <th colSpan={roles.length + 1} scope="rowgroup">
                      {translateLabel(name, name)}
                    </th>
                  </tr>
                  {permissions.map((permission) => (
                    <tr key={permission}>
                      <th scope="row">{i18n.t(`resources.${name}.droits.${permission}`)}</th>
                      {roles.map((role) => (
                        <td key={role.id} className={column(role)}>
                          <Box
                            role={role}
                            resource={name}
                            permission={permission}
                            editable={editable}
                            toggle={toggle}
                          />
                        </td>
                      ))}
                    </tr>
                  ))}
                </Fragment>
              ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface BoxProps extends Pick<Props, 'editable' | 'toggle'> {
  role: Role;
  resource: string;
  permission: string;
}

function Box({ role, resource, permission, editable, toggle }: BoxProps) {
  const { translateLabel, i18n } = useTranslation();
  const on = holds(role, resource, permission);
  const exceptional = on !== foreseen(role, resource, permission);
  const label = `${role.nom}, ${translateLabel(resource, resource)} : ${i18n.t(`resources.${resource}.droits.${permission}`)}`;
  return (
    <label
      className={exceptional ? 'g-coche g-ecart' : 'g-coche'}
      title={exceptional ? translateLabel('legendeModifie') : undefined}
    >
      <input
        type="checkbox"
        checked={on}
        disabled={!editable}
        aria-label={exceptional ? `${label} (${translateLabel('modifie')})` : label}
        data-testid={`${role.code}.${resource}.${permission}`}
        onChange={() => toggle(role, resource, permission)}
      />
    </label>
  );
}
