import { Icon } from '@adminjs/design-system';
import { type ResourceJSON, useTranslation } from 'adminjs';
import React from 'react';
import { NavLink } from 'react-router-dom';

/** The menu, always open: groups of what this person may read. */
export default function SidebarMenu({ resources }: { resources: ResourceJSON[] }) {
  const { translateLabel, translatePage } = useTranslation();
  const shown = resources.filter(({ href, navigation }) => href && navigation?.show !== false);
  const groupOf = ({ id, navigation }: ResourceJSON) => navigation?.name ?? id;
  const groups = [...new Set(shown.map(groupOf))];
  const seesRoles = shown.some(({ id }) => id === 'roles');
  return (
    <nav className="g-menu" aria-label={translateLabel('navigation')}>
      <Item to="/admin" icon="Home" label={translateLabel('dashboard')} end />
      {groups.map((group) => (
        <section key={group} aria-label={translateLabel(group, group)}>
          {group.startsWith('groupe_') && <p>{translateLabel(group)}</p>}
          {shown
            .filter((resource) => groupOf(resource) === group)
            .map(({ id, href, navigation }) => (
              <Item key={id} to={href as string} icon={navigation?.icon || 'Folder'} label={translateLabel(id, id)} />
            ))}
          {group === 'groupe_organisation' && seesRoles && (
            <Item to="/admin/pages/droits" icon="Shield" label={translatePage('droits')} />
          )}
        </section>
      ))}
    </nav>
  );
}

function Item({ to, icon, label, end }: { to: string; icon: string; label: string; end?: boolean }) {
  return (
    <NavLink to={to} end={end}>
      <Icon icon={icon} />
      <span>{label}</span>
    </NavLink>
  );
}
