import { type ResourceJSON, useTranslation } from 'adminjs';
import { day, francs, whole } from './format.ts';
import { customOf } from './types.ts';

type Filters = Readonly<Record<string, unknown>>;

/** What a filter asks of a field, in words; of a reference the keys, for their names are asked for apart. */
export function useFilterWords({ id, properties }: ResourceJSON) {
  const { translateLabel } = useTranslation();
  const say = (key: string, blanks: Record<string, string>) => translateLabel(key, blanks as Record<string, unknown>);

  function one(path: string, code: string): string {
    const property = properties[path];
    const look = property ? customOf(property).look : '';
    if (look === 'flag') return translateLabel(code === 'true' ? 'oui' : 'non');
    if (look === 'choice') return translateLabel(`${path}.${code}`, id);
    if (['day', 'instant'].includes(look)) return day(code);
    if (look === 'francs') return francs(code);
    return look === 'integer' ? whole(code) : code;
  }

  return (path: string, filters: Filters): string | { keys: string[] } => {
    const at = (end: string) => (filters[path + end] === undefined ? undefined : String(filters[path + end]));
    const [plain, from, to, empty] = [at(''), at('~~from'), at('~~to'), at('~~vide')];
    const parts: string[] = [];
    if (plain === 'vide' || plain === 'rempli')
      parts.push(translateLabel(plain === 'vide' ? 'nonRenseigne' : 'renseigne'));
    else if (plain?.startsWith('!')) parts.push(say('toutSauf', { quoi: one(path, plain.slice(1)) }));
    else if (plain && /^\d+(,\d+)*$/.test(plain) && properties[path]?.reference) return { keys: plain.split(',') };
    else if (plain)
      parts.push(
        plain
          .split(',')
          .map((code) => one(path, code))
          .join(', '),
      );
    if (from !== undefined && from === to) parts.push(one(path, from));
    else if (from !== undefined && to !== undefined) parts.push(say('deA', { de: one(path, from), a: one(path, to) }));
    else if (from !== undefined) parts.push(say('aPartirDe', { de: one(path, from) }));
    else if (to !== undefined) parts.push(say('jusqua', { a: one(path, to) }));
    if (empty !== undefined) parts.push(translateLabel(empty === 'true' ? 'nonRenseigne' : 'renseigne'));
    return parts.join(', ');
  };
}
