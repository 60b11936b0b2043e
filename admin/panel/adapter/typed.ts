import type { Shape } from '../../../server/core/shape.ts';

/** What a form sent as values of the shape; what was left empty is left out, or null where that is possible. */
export function typedBy(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'integer':
    case 'number':
    case 'reference':
      return typeof value === 'string' ? numberIn(value) : value;
    case 'flag':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'list':
      return Array.isArray(value) && shape.item ? value.map((line) => typedBy(shape.item as Shape, line)) : value;
    case 'group':
      return isObject(value) ? partsIn(shape.parts ?? {}, value) : value;
    default:
      return value;
  }
}

function partsIn(parts: Record<string, Shape>, values: Record<string, unknown>): Record<string, unknown> {
  const typed = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (!part) return [[name, value]];
    if (value === null || (typeof value === 'string' && value.trim() === ''))
      return part.nullable ? [[name, null]] : [];
    return [[name, typedBy(part, value)]];
  });
  return Object.fromEntries(typed);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is no number stays the text that it is, for the engine to refuse. */
const numberIn = (text: string): unknown => (/^-?[\d\s.,]+$/.test(text) ? Number(withoutSpaces(text)) : text);

/** `1 000 000` and `12,5` as people write them. */
export const withoutSpaces = (text: string): string => text.replace(/\s/g, '').replace(',', '.');
