import { type RecordJSON, type ResourceJSON, useTranslation } from 'adminjs';
import { customOf } from './types.ts';

/** What names a row on its own page; codes that name one are put in words. */
export function useTitle() {
  const { i18n, translateLabel } = useTranslation();
  return ({ id, properties }: ResourceJSON, { title, params }: RecordJSON): string => {
    const [choice] = Object.values(properties).filter((property) => customOf(property).plain);
    const code = choice && params[choice.propertyPath];
    if (choice && code) return title.replace(code, translateLabel(`${choice.propertyPath}.${code}`, id));
    if (id !== 'journal') return title;
    const verb = i18n.t(`verbes.${params.action}`, { defaultValue: params.action });
    const about = i18n.t(`resources.${params.ressource}.one`, { defaultValue: params.ressource });
    return [verb, about, params.objet].filter(Boolean).join(' · ');
  };
}
