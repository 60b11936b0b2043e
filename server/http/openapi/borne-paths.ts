import type { Langue } from '../../core/messages/messages.ts';
import { answering, type ErrorStatus, failing } from './answers.ts';
import { borne, text } from './borne-shapes.ts';
import { enTete, terminalPaths } from './borne-terminal.ts';
import { borneWords, type NomOperation } from './borne-words.ts';
import { bodyOf } from './operation.ts';
import { shared } from './parameters.ts';
import type { Answer, Operation, Parameter, Paths, Ref, Schema } from './types.ts';
import { words } from './words.ts';

const reading: ErrorStatus[] = [400, 401, 404, 503];
const writing: ErrorStatus[] = [400, 401, 404, 409, 413, 415, 422, 503];
const guarded: ErrorStatus[] = [...writing, 403];

/** The client's surface, as the hand-written routes answer it. */
export function bornePaths(langue: Langue): Paths {
  const said = borneWords(langue);
  const { answers } = words(langue);
  const ok = (name: string, description = answers.ok): Answer => answering(description, borne(name));
  const inPath = (name: string, description: string, schema: Schema): Parameter => ({
    name,
    in: 'path',
    required: true,
    description,
    schema,
  });
  const police = inPath('police', said.police, { type: 'string', maxLength: 40, examples: ['POL001'] });
  const terminal: Parameter = {
    name: 'X-Terminal',
    in: 'header',
    description: said.terminal,
    schema: { type: 'string', pattern: '^[\\w.-]{1,64}$', examples: ['B-12'] },
  };
  const only: Parameter = { name: 'police', in: 'query', description: said.policeFiltre, schema: { type: 'string' } };
  const once = shared('idempotencyKey');

  const operation = (
    name: NomOperation,
    responses: Record<string, Answer | Ref>,
    { parameters = [], body, security = [{ borne: [] }], optional = false }: Own = {},
  ): Operation => ({
    operationId: `borne_${name}`,
    tags: ['borne'],
    summary: said.operations[name][0] as string,
    description: said.operations[name][1] as string,
    security,
    parameters: [...parameters, ...shared('acceptLanguage')],
    ...(body ? { requestBody: bodyOf(borne(body), { required: !optional }) } : {}),
    responses,
  });
  const read = (name: NomOperation, schema: string, parameters: (Parameter | Ref)[] = []) => ({
    get: operation(name, { 200: ok(schema), ...failing(...reading) }, { parameters: [police, ...parameters] }),
  });
  const paid = (schema: string) => ({ 202: ok(schema, said.accepted), ...failing(...writing, 429) });
  const pdf = (description: string) => ({
    ...answering(description, {}, { 'Content-Disposition': 'contentDisposition' }),
    content: { 'application/pdf': { schema: { type: 'string', contentMediaType: 'application/pdf' } } },
  });
  const releve = (name: NomOperation) => ({
    get: operation(name, { 200: pdf(said.pdf), ...failing(...reading) }, { parameters: [police] }),
  });
  const nobody = { security: [] };

  return {
    ...terminalPaths(langue),
    '/borne/produits': { get: operation('produits', { 200: ok('Produits'), ...failing(400, 503) }, nobody) },
    '/borne/annonces': {
      get: operation('annonces', { 200: ok('Annonces'), ...failing(400, 401, 503) }, { security: [{ borne: [] }, {}] }),
    },
    '/borne/produits/{code}': {
      get: operation(
        'produit',
        { 200: ok('Produit'), ...failing(400, 404, 503) },
        { ...nobody, parameters: [inPath('code', said.code, { type: 'string', examples: ['PASS-KIMIA'] })] },
      ),
    },
    '/borne/paiements/{suivi}': {
      get: operation(
        'suivi',
        { 200: ok('EtatPaiement'), ...failing(400, 401, 404, 503) },
        { ...nobody, parameters: [inPath('suivi', said.suivi, { type: 'string' })] },
      ),
    },
    '/borne/attestations/{code}': {
      get: operation(
        'authenticite',
        { 200: ok('Authenticite'), ...failing(400, 429, 503) },
        { ...nobody, parameters: [inPath('code', said.codeAttestation, text('7KQ4-M2XH-9D3T'))] },
      ),
    },
    '/borne/liens/{jeton}.pdf': {
      get: operation(
        'lien',
        { 200: pdf(said.document), ...failing(400, 404, 409, 429, 503) },
        { ...nobody, parameters: [inPath('jeton', said.jeton, { type: 'string' })] },
      ),
    },
    '/borne/codes': {
      post: operation(
        'codes',
        { 201: ok('CodeEmis'), 202: ok('CodePromis', said.promised), ...failing(400, 401, 413, 415, 429, 503) },
        { body: 'DemandeCode', parameters: [terminal, enTete(langue)], security: [{ borne: [] }, {}] },
      ),
    },
    '/borne/souscriptions': {
      post: operation(
        'souscrire',
        { 202: ok('SouscriptionEnRoute', said.accepted), ...failing(400, 401, 409, 413, 415, 422, 429, 503) },
        { body: 'Souscrire', parameters: [terminal, enTete(langue), ...once], security: [{ borne: [] }, {}] },
      ),
    },
    '/clients/{police}/dashboard': read('dashboard', 'TableauDeBord'),
    '/clients/{police}/contrats': read('contrats', 'Contrats'),
    '/clients/{police}/cotisations': read('cotisations', 'Cotisations', [...shared('page', 'page_size'), only]),
    '/clients/{police}/paiements': read('paiements', 'Paiements', [...shared('page', 'page_size'), only]),
    '/clients/{police}/releve.pdf': releve('client_releve'),
    '/clients/{police}/envoyer': {
      post: operation(
        'envoyer',
        { 202: ok('Envoi', said.sent), ...failing(...writing, 429) },
        { body: 'Envoyer', parameters: [police, ...once] },
      ),
    },
    '/clients/{police}/telephone': {
      put: operation(
        'telephone',
        { 200: ok('Telephone'), ...failing(...guarded) },
        { body: 'NouveauTelephone', parameters: [police, ...once] },
      ),
    },
    '/contrats/{police}/rattrapage': read('rattrapage', 'Rattrapage'),
    '/contrats/{police}/renouvellement': {
      get: operation(
        'renouvellement',
        { 200: ok('Renouvellement'), ...failing(...reading, 409) },
        { parameters: [police] },
      ),
    },
    '/contrats/{police}/payer': {
      post: operation('payer', paid('PaiementEnRoute'), { body: 'Payer', parameters: [police, ...once] }),
    },
    '/contrats/{police}/beneficiaires': {
      post: operation(
        'beneficiaires_ajouter',
        { 201: ok('BeneficiaireAjoute', answers.created), ...failing(...guarded) },
        { body: 'NouveauBeneficiaire', parameters: [police, ...once] },
      ),
    },
    '/contrats/{police}/beneficiaires/{beneficiaire}': {
      delete: operation(
        'beneficiaires_retirer',
        { 200: ok('Beneficiaires'), ...failing(...guarded) },
        {
          body: 'RetraitBeneficiaire',
          optional: true,
          parameters: [police, inPath('beneficiaire', said.beneficiaire, { type: 'integer', minimum: 1 }), ...once],
        },
      ),
    },
    '/contrats/{police}/sinistres': {
      ...read('sinistres', 'Sinistres'),
      post: operation(
        'sinistres_declarer',
        { 201: ok('SinistreDeclare', answers.created), ...failing(...guarded) },
        { body: 'Declaration', parameters: [police, ...once] },
      ),
    },
    '/contrats/{police}/releve.pdf': releve('contrat_releve'),
    '/contrats/{police}/attestation.pdf': {
      get: operation('attestation', { 200: pdf(said.document), ...failing(...reading, 409) }, { parameters: [police] }),
    },
    '/paiements/{numero}/recu.pdf': {
      get: operation(
        'recu',
        { 200: pdf(said.document), ...failing(...reading, 409) },
        { parameters: [inPath('numero', said.paiement, text('PAI-2026-000123'))] },
      ),
    },
  };
}

interface Own {
  parameters?: (Parameter | Ref)[];
  /** The schema of the body. */
  body?: string;
  security?: Record<string, string[]>[];
  optional?: boolean;
}
