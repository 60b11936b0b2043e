import { ForbiddenError, ValidationError } from 'adminjs';
import { Problem } from '../../server/core/errors.ts';
import { type Langue, say } from '../../server/core/messages/messages.ts';

/**
 * An error of the engine as AdminJS shows it: a sentence under each field and one for the whole. AdminJS takes
 * an error without any field for a success, so one without a field is put on `id`.
 */
export function validationError(problem: Problem, langue: Langue): ValidationError {
  const fields = Object.entries(problem.errors).map(([field, said]) => [
    field,
    { type: problem.code, message: said.map((each) => say(langue, each)).join(' ') },
  ]);
  const message = say(langue, problem.said);
  const errors = fields.length > 0 ? Object.fromEntries(fields) : { id: { type: problem.code, message } };
  return new ValidationError(errors, { type: problem.code, message });
}

/** Runs a piece of work of the engine and throws what AdminJS understands. */
export async function said<T>(langue: Langue, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const forbidden = error.status === 401 || error.status === 403;
    if (forbidden && Object.keys(error.errors).length === 0) throw new ForbiddenError(say(langue, error.said));
    throw validationError(error, langue);
  }
}
