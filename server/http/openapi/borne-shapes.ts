import { relations } from '../../features/assurance/beneficiaires/beneficiaire.ts';
import { periodicites } from '../../features/assurance/echeancier.ts';
import { type Ref, refTo, type Schema } from './types.ts';

type Part = Schema | Ref;

export const text = (example: string, own: Schema = {}): Schema => ({ type: 'string', examples: [example], ...own });
export const oneOf = (choices: readonly string[]): Schema => ({ type: 'string', enum: [...choices] });
export const day = (example = '2026-07-01'): Schema => ({ type: 'string', format: 'date', examples: [example] });
export const instant: Schema = { type: 'string', format: 'date-time', examples: ['2026-07-01T09:30:00.000Z'] };
export const francs = (example: number, own: Schema = {}): Schema => ({ type: 'integer', examples: [example], ...own });
export const whole: Schema = { type: 'integer' };
export const flag: Schema = { type: 'boolean' };
export const key: Schema = { type: 'integer', format: 'int64', minimum: 1, examples: [12] };
export const list = (items: Part): Schema => ({ type: 'array', items });
export const orNull = (schema: Schema): Schema => ({
  ...schema,
  type: [schema.type, 'null'],
  ...(schema.enum ? { enum: [...(schema.enum as unknown[]), null] } : {}),
});
export const shape = (properties: Record<string, Part>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

export const borne = (name: string): Ref => refTo('schemas', `Borne${name}`);

export const POLICE = 'POL001';
export const masked = text('+242 06 *** ** 67');
export const typed = text('06 123 45 67', { maxLength: 40 });
export const operateur = oneOf(['mtn_money', 'airtel_money']);
export const periodicite = oneOf(periodicites);

/** A bénéficiaire, as far as everybody tells it. */
export const beneficiaire = { nom: text('KONGO'), prenom: text('Grâce'), relation: oneOf(relations) };

export const about = (schema: Schema, description: string): Schema => ({ ...schema, description });
