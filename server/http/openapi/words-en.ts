import type { Words } from './words-fr.ts';

/** What the API's document says in English. */
export const en: Words = {
  info: {
    title: 'Guichet API',
    description: `The Guichet API follows the conventions of Django REST Framework and django-filter.

**Signing in.** \`POST /auth/login\` gives an access token (15 minutes) and a refresh token (7 days). Send \`Authorization: Bearer <token>\`. A program may send an API key in \`X-API-Key\` instead.

**Reading.** Everybody sees the rows within their reach only; a row beyond it does not exist (404).

**Writing.** Send the revision that you read (\`If-Match: "3"\`, or \`revision\` in the body): a stale write is refused (412) and nothing is overwritten. \`Idempotency-Key\` keeps a repeated request from acting twice.

**Errors.** Always \`application/problem+json\` (RFC 9457), in French or English as \`Accept-Language\` asks.

**Values.** Amounts in whole CFA francs, days \`YYYY-MM-DD\`, moments ISO 8601 with their offset, telephones E.164 (\`+242061234567\`).

Every address also exists below \`/api\`, and with a trailing slash.`,
  },
  server: 'This server',
  tags: { auth: 'Signing in', service: 'Service' },
  tagDescriptions: {
    auth: 'Tokens, passwords and the rights of the signed-in person.',
    service: 'Health, this document and the Postman collection.',
    resource: '{many}: read, filter, write and export, as the person’s rights allow.',
  },
  security: {
    bearer: 'The access token that `POST /auth/login` gives, good for 15 minutes.',
    cookie:
      'The same token in a cookie that scripts cannot read, for a browser that signs in with `"cookies": true`. A write must come from the same origin.',
    apiKey: 'An API key, which acts as one account until it expires: `gk_…`.',
  },
  summaries: {
    list: 'List: {many}',
    create: 'Create: {one}',
    retrieve: 'Read: {one}',
    update: 'Replace: {one}',
    partial_update: 'Change: {one}',
    delete: 'Delete: {one}',
    historique: 'History: {one}',
    agregats: 'Count and add up: {many}',
    export: 'Export: {many}',
    restaurer: 'Restore: {one}',
    destruction: 'Destroy for good: {one}',
    action: '{action}: {one}',
  },
  descriptions: {
    list: 'A page of rows. Filters combine (AND). An unknown parameter is refused by name.',
    create: 'An object makes a row; a list of 1 to {batch} objects makes all of them or none.',
    retrieve: 'The row, with `actions`: what the person may do with it now.',
    update:
      'Every required field is expected; an optional field that is left out keeps its value. The row as it was read may be sent back whole.',
    partial_update: 'Changes only the fields that are sent.',
    delete: 'Refused (409) while other rows depend on it.',
    deleteRestorable:
      'The row is put aside: it can be restored, or destroyed for good. Refused (409) while other rows depend on it.',
    historique:
      'What happened to the row, the newest first: who, when, what, why, before and after. At most 200 lines.',
    agregats:
      'One object a group, with `nombre` and the measures asked for; without `group_by`, one object. At most 1,000 groups.',
    export:
      'Every row that the filters give, as CSV (UTF-8, `;`) or as an Excel workbook. The export is kept in the journal.',
    restaurer: 'Brings a deleted row back, if its unique values are still free.',
    destruction: 'Erases a row for ever that was already deleted.',
    action: 'Possible only when the row’s state allows it; otherwise 409 with the reason.',
    reason: 'The reason is asked for and kept in the journal.',
    hiddenFields: 'Seen only with the right “{droit}”.',
    writtenWith: 'Changed only with the right “{droit}”.',
    unique: 'Unique.',
    numbered: 'Given automatically when left out.',
    francs: 'In CFA francs, without decimals.',
    phone: 'Congo or Cameroon; spaces are accepted, the value is kept as E.164.',
    label: 'What `{field}` refers to; `null` beyond reach. The whole row with `expand={label}`.',
    actions: 'The rights and actions possible now for this person.',
    libelle: 'What names the row to a person.',
    revision: 'The revision that was read: a row that has changed since is refused (412).',
    ignored: 'Accepted as it was read, without effect.',
    result: 'What the action answers besides, shown once.',
    batch: 'Several, all together',
    single: 'One row',
    partial: 'With `fields`, only the fields asked for and `id`.',
  },
  lookups: {
    exact: '{field}: equal to.',
    ne: '{field}: different from.',
    in: '{field}: one of the values, separated by commas (200 at most).',
    gt: '{field}: greater than.',
    gte: '{field}: greater or equal.',
    lt: '{field}: less than.',
    lte: '{field}: less or equal.',
    range: '{field}: between two values, both included, separated by a comma.',
    icontains: '{field}: contains, whatever the case.',
    istartswith: '{field}: begins with, whatever the case.',
    isnull: '{field}: empty (`true`) or filled (`false`).',
  },
  parameters: {
    id: 'The number of the row.',
    search: 'Looks for each word, without accents or case, in: {fields}.',
    ordering: 'The order, by one or more fields; `-` before a field for descending. Usually `{order}`.',
    page: 'The number of the page, from 1. Beyond 100,000 rows, use `cursor`.',
    page_size: 'How many rows a page has.',
    cursor: 'To walk through a long list: empty to begin, then follow `next`. The answer then has no `count`.',
    fields: 'Answers only these fields (and always `id`).',
    exportFields: 'Only these columns.',
    expand: 'Answers the whole row in place of `{"id", "libelle"}`.',
    corbeille: 'The deleted rows instead of the others; asks for the right to restore.',
    group_by: 'A group for each value of these fields (3 at most).',
    sum: 'Adds up these fields: `sum_<field>`.',
    avg: 'Average of these fields: `avg_<field>`.',
    min: 'Smallest value of these fields: `min_<field>`.',
    max: 'Largest value of these fields: `max_<field>`.',
    format: 'The format of the file.',
    ifMatch: 'The revision that was read, in quotes (`"3"`), or `*` for no check.',
    idempotencyKey:
      'A key of 1 to 200 characters, chosen by the caller: the same request sent twice acts once and gets the same answer.',
    acceptLanguage: 'The language of messages: `fr` (usually) or `en`.',
    langue: 'The language of the document.',
  },
  headers: {
    etag: 'The revision of the row, for `If-Match`.',
    location: 'The address of the row that was made.',
    requestId: 'The name of the request, in the journal and in the server’s logs.',
    retryAfter: 'The seconds to wait.',
    contentDisposition: 'The name of the file.',
    wwwAuthenticate: 'How to sign in.',
    setCookie: 'The tokens, when `cookies` is asked for.',
  },
  answers: {
    ok: 'The answer.',
    created: 'Created.',
    done: 'Done.',
    file: 'The file, sent as it is read.',
    400: 'The request is not valid: the fields concerned are named.',
    401: 'Nobody is signed in, or the token is no good.',
    403: 'The person does not have this right.',
    404: 'The row does not exist, or not for this person.',
    409: 'A rule says no; the reason is given.',
    412: 'The row has changed since it was read; `current` gives it as it stands.',
    413: 'The body exceeds 1 MB.',
    415: 'The body is not JSON.',
    422: 'The idempotency key was used for another request, or is not valid.',
    429: 'Too many attempts: wait.',
    500: 'Unexpected error, to be reported with its reference.',
    503: 'The service cannot answer now.',
  },
  schemas: {
    problem: 'An error, as in RFC 9457.',
    label: 'A row referred to: its key and its label.',
    row: '{one}, as read.',
    input: '{one}, to create.',
    update: '{one}, to replace.',
    patch: '{one}, to change: everything is optional.',
    page: 'A page: {many}.',
    aggregates: 'Groups: {many}.',
    reason: 'Why: the journal keeps it.',
    history: 'What happened to a row.',
    action: 'What the action “{action}” asks for.',
    count: 'How many rows there are; absent with `cursor`.',
    countIsEstimate: 'Present when `count` is an estimate (beyond 10,000).',
    next: 'The address of the next page.',
    previous: 'The address of the previous page.',
    nombre: 'How many rows the group has.',
    code: 'Stable, for machines.',
    message: 'The sentence to show.',
    errors: 'By field, the sentences to show.',
    current: 'The row as it stands (412).',
    attente: 'The seconds to wait (429).',
    but: 'What the code is asked for (`code_demande`).',
  },
  auth: {
    login: 'Sign in',
    loginText:
      'Exchanges an e-mail and a password for tokens. Repeated attempts are slowed down; the answer never tells whether the account exists.',
    refresh: 'Renew the tokens',
    refreshText:
      'Each refresh token works once; using it again closes the whole sign-in. Without a body, the cookie is read.',
    logout: 'Sign out',
    logoutText: 'Closes the sign-in that the token belongs to, at once and everywhere.',
    user: 'Who am I, and what may I do?',
    userText:
      'The signed-in person and, by resource, their rights, fields and actions: what it takes to show only what works.',
    change: 'Change the password',
    changeText: 'Asks for the old one. Every session of the person ends.',
    signup: 'Sign-up',
    signupText:
      'Opens an account without rights and sends the link to choose a password, where the institution has opened sign-up; the answer is the same if the account exists already.',
    forgot: 'Forgotten password',
    forgotText: 'Sends a link if the account exists; the answer is the same if not.',
    reset: 'Choose a password with the link received',
    resetText: 'The link works once, within the hour.',
    password: '12 to 128 characters, and not a password that everybody uses.',
    cookies: '`true` for a browser: the tokens go into cookies and not into the answer.',
    access: 'To be sent in `Authorization: Bearer`, 15 minutes.',
    refreshToken: 'To be kept secret, 7 days, works once.',
    jeton: 'The token of the link.',
  },
  service: {
    health: 'Does the service answer?',
    schema: 'This document (OpenAPI 3.1)',
    postman: 'The Postman collection',
  },
};
