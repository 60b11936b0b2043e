import { type RecordJSON, type ResourceJSON, useTranslation } from 'adminjs';

/** What names a row on its own page; a line of the journal is named by codes, so it is put in words. */
export function useTitle() {
  const { i18n } = useTranslation();
  return ({ id }: ResourceJSON, { title, params }: RecordJSON): string => {
    if (id !== 'journal') return title;
    const verb = i18n.t(`verbes.${params.action}`, { defaultValue: params.action });
    const about = i18n.t(`resources.${params.ressource}.one`, { defaultValue: params.ressource });
    return [verb, about, params.objet].filter(Boolean).join(' · ');
  };
}
