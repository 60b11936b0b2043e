import { type PropertyJSON, useTranslation } from 'adminjs';
import React from 'react';

/** Help that is there to read, without hunting for it with a mouse. */
export default function FieldHint({ property }: { property: PropertyJSON }) {
  const { translateMessage } = useTranslation();
  if (!property.description) return null;
  return <span className="g-aide">{translateMessage(property.description, property.resourceId)}</span>;
}
