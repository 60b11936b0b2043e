import { Button, Loader } from '@adminjs/design-system';
import { ApiClient, useNotice, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { MatrixTable } from './shared/MatrixTable.tsx';
import { differ, type Matrix, type Role, toggled } from './shared/matrix.ts';

/** Role × resource × right: what each role may do, and where that departs from what the product foresees. */
export default function MatrixScreen() {
  const { translateMessage, translateButton, translateLabel, translatePage } = useTranslation();
  const [kept, setKept] = useState<Matrix>();
  const [roles, setRoles] = useState<Role[]>([]);
  const [failed, setFailed] = useState(false);
  const addNotice = useNotice();

  useEffect(() => {
    const asked = new ApiClient().getPage<Matrix>({ pageName: 'droits' });
    asked
      .then(({ data }) => {
        setKept(data);
        setRoles(data.roles);
      })
      .catch(() => setFailed(true));
  }, []);

  if (failed)
    return (
      <p className="g-carte" role="alert">
        {translateMessage('echecChargement')}
      </p>
    );
  if (!kept) return <Loader />;
  const changed = roles.filter((role) =>
    differ(
      role,
      kept.roles.find(({ id }) => id === role.id),
    ),
  );

  const save = async () => {
    let saved = kept.roles;
    for (const role of changed) {
      const data = new FormData();
      for (const [name, value] of Object.entries({
        id: role.id,
        revision: role.revision,
        droits: JSON.stringify(role.droits),
      }))
        data.set(name, String(value));
      const asked = new ApiClient().getPage<{ role?: Pick<Role, 'revision' | 'droits'>; erreur?: string }>({
        pageName: 'droits',
        method: 'POST',
        data,
      });
      const answer = await asked
        .then(({ data: said }) => said)
        .catch(() => ({ erreur: translateMessage('echecChargement'), role: undefined }));
      if (!answer.role) return addNotice({ message: `${role.nom} : ${answer.erreur}`, type: 'error' });
      const now = { ...role, ...answer.role };
      saved = saved.map((each) => (each.id === role.id ? now : each));
      setKept({ ...kept, roles: saved });
      setRoles((all) => all.map((each) => (each.id === role.id ? now : each)));
    }
    addNotice({ message: 'droitsEnregistres', type: 'success' });
  };

  return (
    <div className="g-page">
      <h2 className="g-titre-page">{translatePage('droits')}</h2>
      <div className="g-carte">
        <p className="g-sous">{translateMessage(kept.modifiable ? 'droitsAide' : 'droitsLecture')}</p>
        <p className="g-legende">
          <span>
            <i className="g-case g-ecart" />
            {translateLabel('legendeModifie')}
          </span>
          <span>
            <i className="g-case" />
            {translateLabel('legendeDefaut')}
          </span>
        </p>
        <MatrixTable
          groups={kept.groupes}
          roles={roles}
          editable={kept.modifiable}
          toggle={(role, resource, permission) =>
            setRoles(roles.map((each) => (each === role ? toggled(role, resource, permission) : each)))
          }
        />
        {kept.modifiable && (
          <div className="g-pied g-colle">
            <Button type="button" variant="text" disabled={changed.length === 0} onClick={() => setRoles(kept.roles)}>
              {translateButton('cancel')}
            </Button>
            <Button
              type="button"
              variant="contained"
              disabled={changed.length === 0}
              onClick={save}
              data-testid="button-save"
            >
              {translateButton('save')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
