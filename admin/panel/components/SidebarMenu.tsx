import { Icon } from '@adminjs/design-system';
import { type ResourceJSON, useTranslation } from 'adminjs';
import React from 'react';
import { NavLink, useLocation } from 'react-router-dom';
import { useOpenGroups } from './shared/open-groups.ts';

/** The menu: groups of what this person may read, each to be opened and closed; the current one stands open. */
export default function SidebarMenu({ resources }: { resources: ResourceJSON[] }) {
  const { translateLabel, translatePage } = useTranslation();
  const { pathname } = useLocation();
  const shown = resources.filter(({ href, navigation }) => href && navigation?.show !== false);
  const groupOf = ({ id, navigation }: ResourceJSON) => navigation?.name ?? id;
  const groups = [...new Set(shown.map(groupOf))];
  const reads = shown.some(({ id }) => reported.includes(id));
  const seesRoles = shown.some(({ id }) => id === 'roles');
  const here = shown.find(({ id }) => pathname.split('/')[3] === id);
  const current = pathname.endsWith('/pages/droits') ? 'groupe_organisation' : here && groupOf(here);
  const { isOpen, toggle } = useOpenGroups(current, groups.find(named));
  return (
    <nav className="g-menu" aria-label={translateLabel('navigation')}>
      <Item to="/admin" icon="Home" label={translateLabel('dashboard')} end />
      {reads && <Item to="/admin/pages/rapports" icon="BarChart2" label={translatePage('rapports')} />}
      {groups.map((group) => {
        const open = !named(group) || isOpen(group);
        return (
          <section key={group} aria-label={translateLabel(group, group)}>
            {named(group) && (
              <button type="button" aria-expanded={open} onClick={() => toggle(group)}>
                <span>{translateLabel(group)}</span>
                <Icon icon={open ? 'ChevronUp' : 'ChevronDown'} />
              </button>
            )}
            {open &&
              shown
                .filter((resource) => groupOf(resource) === group)
                .map(({ id, href, navigation }) => (
                  <Item
                    key={id}
                    to={href as string}
                    icon={navigation?.icon || 'Folder'}
                    label={translateLabel(id, id)}
                  />
                ))}
            {open && group === 'groupe_organisation' && seesRoles && (
              <Item to="/admin/pages/droits" icon="Shield" label={translatePage('droits')} />
            )}
          </section>
        );
      })}
    </nav>
  );
}

/** What there are reports on: whoever reads one of these has a report to run. */
const reported = [
  'clients',
  'projets',
  'opportunites',
  'performances',
  'contrats',
  'paiements',
  'echeances',
  'sinistres',
  'encours_agents',
];

const named = (group: string): boolean => group.startsWith('groupe_');

function Item({ to, icon, label, end }: { to: string; icon: string; label: string; end?: boolean }) {
  return (
    <NavLink to={to} end={end}>
      <Icon icon={icon} />
      <span>{label}</span>
    </NavLink>
  );
}
