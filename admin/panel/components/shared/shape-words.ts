/** The part of i18next that is asked. */
interface Dictionary {
  t(key: string, options?: { defaultValue: string }): string;
  exists(key: string): boolean;
}

/** Names by the path of a part: `garanties.plafond`. */
export function words(i18n: Dictionary, resourceId: string) {
  // A dot would lead into `garanties` where a name of its own stands.
  const at = (block: string, path: string) => `resources.${resourceId}.${block}.${path.replaceAll('.', '/')}`;
  return {
    part: (path: string) => i18n.t(at('parts', path), { defaultValue: path.split('.').at(-1) ?? path }),
    input: (name: string) => i18n.t(at('inputs', name), { defaultValue: name }),
    code: (path: string, code: string) => i18n.t(`${at('labels', path)}.${code}`, { defaultValue: code }),
    hint: (path: string) => (i18n.exists(at('messages', `aide_${path}`)) ? i18n.t(at('messages', `aide_${path}`)) : ''),
    unit: (unit: string) => i18n.t(`labels.unite_${unit}`),
  };
}
