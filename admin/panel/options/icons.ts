import type { Resource } from '../../../server/core/resource.ts';

/** Feather names, by resource; a new resource has a plain one until somebody chooses. */
const icons: Record<string, string> = {
  clients: 'Users',
  produits: 'Package',
  souscriptions: 'FileText',
  succursales: 'MapPin',
  agents: 'Briefcase',
  utilisateurs: 'UserCheck',
  cles_api: 'Key',
  roles: 'Award',
  journal: 'BookOpen',
};

export const iconOf = ({ name }: Resource): string => icons[name] ?? 'Folder';
