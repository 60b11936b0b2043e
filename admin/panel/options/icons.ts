import type { Resource } from '../../../server/core/resource.ts';

/** Feather names, by resource; a new resource has a plain one until somebody chooses. */
const icons: Record<string, string> = {
  clients: 'Users',
  contrats: 'Shield',
  echeances: 'Clock',
  renouvellements: 'RefreshCw',
  cotisations: 'Calendar',
  numeros_police: 'Hash',
  produits: 'Package',
  souscriptions: 'FileText',
  beneficiaires: 'UserPlus',
  avenants: 'Edit3',
  derogations: 'Unlock',
  sinistres: 'AlertTriangle',
  reglements: 'CreditCard',
  documents: 'Paperclip',
  paiements: 'CreditCard',
  tentatives: 'Smartphone',
  ecarts: 'AlertTriangle',
  releves: 'FileMinus',
  bordereaux: 'Archive',
  bordereau_lignes: 'List',
  commissions: 'Percent',
  encours_agents: 'Watch',
  succursales: 'MapPin',
  bornes: 'Monitor',
  annonces: 'Volume2',
  agents: 'Briefcase',
  utilisateurs: 'UserCheck',
  cles_api: 'Key',
  roles: 'Award',
  journal: 'BookOpen',
  parametres: 'Sliders',
  anomalies: 'AlertOctagon',
};

export const iconOf = ({ name }: Resource): string => icons[name] ?? 'Folder';
