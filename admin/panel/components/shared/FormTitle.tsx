import { type RecordJSON, type ResourceJSON, useTranslation } from 'adminjs';
import React from 'react';

/** What the form is about: the row's own name, or what a new one will be. */
export function FormTitle({ record, resource }: { record?: RecordJSON; resource: ResourceJSON }) {
  const { i18n } = useTranslation();
  return <h3 className="g-titre">{record?.title ?? i18n.t(`resources.${resource.id}.one`)}</h3>;
}
