import { portees } from '../../core/access.ts';
import { kinds } from '../../core/kinds.ts';
import type { Langue } from '../../core/messages/messages.ts';
import { inscriptionShape } from '../../features/organisation/utilisateurs/inscription.ts';
import { passwordSchema } from '../../features/organisation/utilisateurs/mot-de-passe.ts';
import { ofSchema } from './field-schema.ts';
import type { Schema } from './types.ts';
import { words } from './words.ts';

const text: Schema = { type: 'string' };
const maybe: Schema = { type: ['string', 'null'] };
const key: Schema = { type: 'integer', format: 'int64', minimum: 1 };
const flag: Schema = { type: 'boolean' };
const list = (items: Schema): Schema => ({ type: 'array', items });

const shape = (properties: Record<string, Schema>, further: Schema = {}): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...further,
});

/** What signing in takes and gives. */
export function authSchemas(langue: Langue): Record<string, Schema> {
  const { auth: said } = words(langue);
  const password = { ...ofSchema(passwordSchema, 'input'), format: 'password', description: said.password };
  const email = { type: 'string', format: 'email', maxLength: 254 };
  const login = {
    email,
    password: { type: 'string', format: 'password', minLength: 1, maxLength: 128 },
    cookies: { type: 'boolean', default: false, description: said.cookies },
  };
  const tokens = shape({
    access: { ...text, description: said.access },
    refresh: { ...text, description: said.refreshToken },
  });
  const who = shape({ id: key, nom: text, email: text, role: text });
  return {
    Login: shape(login, {
      required: ['email', 'password'],
      example: { email: 'siege@guichet.test', password: 'Guichet-demo-2026' },
    }),
    Refresh: shape({ refresh: { type: 'string', maxLength: 200, description: said.refreshToken } }, { required: [] }),
    PasswordChange: shape(
      { ancien: { type: 'string', format: 'password', maxLength: 128 }, nouveau: password },
      {
        example: { ancien: 'Guichet-demo-2026', nouveau: 'Mon-nouveau-secret-2027' },
      },
    ),
    SignUp: {
      ...ofSchema(inscriptionShape, 'input'),
      example: { email: 'operateur@telecom.cg', nom: 'MBEMBA', prenom: 'Rodrigue', telephone: '06 600 00 01' },
    },
    PasswordForgot: shape({ email }, { example: { email: 'douala@guichet.test' } }),
    PasswordReset: shape(
      { jeton: { type: 'string', maxLength: 100, description: said.jeton }, mot_de_passe: password },
      {
        example: { jeton: 'q3Jw0c8bq9q2cE6mYw0VfQm5t1uJpJ9y3lC2mM0xW4k', mot_de_passe: 'Mon-nouveau-secret-2027' },
      },
    ),
    SignedIn: shape(
      { tokens, utilisateur: who },
      {
        required: ['utilisateur'],
        example: {
          tokens: { access: 'eyJhbGciOiJIUzI1NiJ9.…', refresh: '9c0b2a6e-….…' },
          utilisateur: { id: 1, nom: 'Mireille BANZOUZI', email: 'siege@guichet.test', role: 'administrateur' },
        },
      },
    ),
    Moi: shape({
      id: key,
      email: maybe,
      nom: text,
      prenom: maybe,
      role: text,
      portee: { type: 'string', enum: [...portees] },
      succursale_id: { ...key, type: ['integer', 'null'] },
      langue: { type: 'string', enum: ['fr', 'en'] },
      resources: { type: 'object', additionalProperties: abilities },
    }),
  };
}

const choice = shape({ id: text, name: text });
const fieldOfMine = shape(
  {
    name: text,
    libelle: text,
    kind: { type: 'string', enum: Object.keys(kinds) },
    required: flag,
    read_only: flag,
    reference: text,
    choices: list(choice),
    schema: { type: 'object' },
  },
  { required: ['name', 'libelle', 'kind', 'required', 'read_only'] },
);
const abilities = shape({
  libelle: text,
  libelle_pluriel: text,
  permissions: list(text),
  list: list(text),
  search: flag,
  actions: list(shape({ name: text, libelle: text, motif: flag, schema: { type: 'object' } })),
  fields: list(fieldOfMine),
});
