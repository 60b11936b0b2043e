import { choiceLabel, type Langue, labels, partLabel } from '../../core/messages/messages.ts';
import type { Resource } from '../../core/resource.ts';
import type { Schema } from './types.ts';

/** A schema under its path (`garanties`, `encaisser`'s `montant`), every part and code in it with its name. */
export function namedParts(resource: Resource, langue: Langue, path: string, schema: Schema): Schema {
  const { properties, items, anyOf, reference, unit, ...rest } = schema as Parts;
  const within = (part: Schema) => namedParts(resource, langue, path, part);
  const codes = ((rest.enum ?? []) as unknown[]).filter((code) => typeof code === 'string');
  const known = codes.length > 0 && labels(langue, resource).choices?.[path];
  return {
    ...rest,
    ...(reference ? { 'x-resource': reference } : {}),
    ...(unit ? { 'x-unit': unit } : {}),
    ...(known
      ? {
          description: `${codes.map((code) => `\`${code}\` ${choiceLabel(langue, resource, path, code)}`).join(', ')}.`,
        }
      : {}),
    ...(items ? { items: within(items) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(within) } : {}),
    ...(properties ? { properties: partsOf(resource, langue, path, properties) } : {}),
  };
}

interface Parts extends Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}

function partsOf(resource: Resource, langue: Langue, path: string, properties: Record<string, Schema>) {
  const titled = Object.entries(properties).map(([name, part]) => {
    const at = `${path}.${name}`;
    const hint = labels(langue, resource).hints?.[at];
    const title = partLabel(langue, resource, at);
    return [name, { title, ...(hint ? { description: hint } : {}), ...namedParts(resource, langue, at, part) }];
  });
  return Object.fromEntries(titled);
}
