import type { QueryRunner } from 'typeorm';
import type { Portee } from '../../server/core/access.ts';

interface SystemRole {
  code: string;
  nom: string;
  portee: Portee;
  description: string;
}

/** The posts that every institution has. What each may do is declared by the resources, and changed in the matrix. */
const systemRoles: SystemRole[] = [
  {
    code: 'administrateur',
    nom: 'Administrateur',
    portee: 'toutes',
    description: 'Siège : gère tout, comptes et droits compris.',
  },
  {
    code: 'gestionnaire',
    nom: 'Gestionnaire de succursale',
    portee: 'succursale',
    description: 'Dirige une succursale et celles qui lui sont rattachées.',
  },
  { code: 'agent', nom: 'Agent', portee: 'succursale', description: 'Reçoit les clients d’une succursale.' },
  {
    code: 'auditeur',
    nom: 'Auditeur',
    portee: 'toutes',
    description: 'Lit et exporte tout, journal compris ; ne change rien.',
  },
  {
    code: 'instructeur',
    nom: 'Instructeur',
    portee: 'succursale',
    description: 'Instruit les dossiers d’une succursale.',
  },
  { code: 'operateur', nom: 'Opérateur', portee: 'personnel', description: 'Ne voit que ses propres dossiers.' },
];

/** Adds the roles that are missing; those that are there keep what was changed in them. */
export async function seedRoles(db: QueryRunner): Promise<void> {
  for (const { code, nom, portee, description } of systemRoles) {
    await db.query(
      `insert into roles (code, nom, portee, description, systeme) values ($1, $2, $3, $4, true)
       on conflict (code) do nothing`,
      [code, nom, portee, description],
    );
  }
}
