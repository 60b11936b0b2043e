import { champInvalide, indisponible, Problem, refuse } from '../errors.ts';

interface DriverError {
  code?: string;
  constraint?: string;
  table?: string;
  column?: string;
  detail?: string;
}

const driverError = (error: unknown): DriverError =>
  ((error as { driverError?: DriverError }).driverError ?? (error as DriverError)) || {};

/** Deadlock or serialization failure: the same work may succeed when tried again. */
export const isTransient = (error: unknown): boolean => ['40001', '40P01'].includes(driverError(error).code ?? '');

/**
 * What PostgreSQL refused, as a person should read it. Constraints are named `<table>_<field>_<rule>`
 * (`clients_email_unique`, `agents_solde_check`), so that the field is known from the name; a rule with a sentence
 * of its own is found under its name. Anything else goes on as it came and ends as an unexpected error.
 */
export function fromDatabase(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const { code = '', constraint = '', table = '', column = '' } = driverError(error);
  const field = column || fieldOf(constraint, table);
  switch (code) {
    case '23505':
      return refuse('deja_utilise', {}, { [field]: [{ key: 'deja_utilise' }] });
    case '23503':
      return refuse('dependances', { table });
    case '23502':
      return champInvalide(field, 'obligatoire');
    case '23514':
    case '23P01':
    case 'P0001':
      return refuse(`contrainte.${constraint}`, {}, { [field]: [{ key: `contrainte.${constraint}` }] });
    case '22001':
    case '22003':
    case '22007':
    case '22008':
    case '22009':
    case '22021':
    case '22P02':
    case '22P05':
      return champInvalide(field, 'valeur_invalide');
    case '57014':
      return indisponible(503, 'requete_trop_longue');
    case '40001':
    case '40P01':
    case '53300':
    case '57P01':
    case '57P03':
      return indisponible(503, 'base_indisponible');
    default:
      if (/timeout exceeded when trying to connect/.test(String((error as Error)?.message)))
        return indisponible(503, 'base_indisponible');
      return ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT'].includes(code)
        ? indisponible(503, 'base_indisponible')
        : error;
  }
}

const fieldOf = (constraint: string, table: string): string =>
  constraint.replace(new RegExp(`^${table}_`), '').replace(/_(unique|check|fkey|exclusion)$/, '') || '_';
