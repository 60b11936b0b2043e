/** What Postman keeps of an answer, so that the next requests need no copying; undefined for most operations. */
export function postmanScript(operationId: string, resource: string): string[] | undefined {
  if (operationId === 'auth_login' || operationId === 'auth_refresh') return keepTokens;
  if (operationId === `${resource}_list`) return keepId(resource, 'pm.response.json().results[0]', 200);
  if (operationId === `${resource}_create`) return keepId(resource, '[].concat(pm.response.json())[0]', 201);
  return undefined;
}

const keepTokens = [
  'if (pm.response.code === 200) {',
  '  const { tokens } = pm.response.json();',
  '  if (tokens) {',
  "    pm.collectionVariables.set('token', tokens.access);",
  "    pm.collectionVariables.set('refresh', tokens.refresh);",
  '  }',
  '}',
];

const keepId = (resource: string, row: string, status: number) => [
  `if (pm.response.code === ${status}) {`,
  `  const row = ${row};`,
  `  if (row) pm.collectionVariables.set('${resource}_id', String(row.id));`,
  '}',
];
