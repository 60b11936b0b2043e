import { useTranslation } from 'adminjs';
import React from 'react';
import { parsed } from './shared/format.ts';
import { PartField } from './shared/PartField.tsx';
import { blank, useShapeWords } from './shared/shapes.ts';
import { customOf, type EditProps } from './shared/types.ts';

/** A document of a known shape, filled in part by part. */
export default function DocumentEdit({ property, record, resource, onChange }: EditProps) {
  const { translateProperty } = useTranslation();
  const words = useShapeWords(resource.id);
  const { path } = property;
  const shape = customOf(property).shape ?? { kind: 'any' as const };
  return (
    <PartField
      shape={shape}
      resourceId={resource.id}
      path={path}
      at={path}
      value={parsed(record.params[path]) ?? blank(shape)}
      errors={record.errors as Record<string, { message: string }>}
      label={translateProperty(property.label, resource.id)}
      hint={words.hint(path)}
      required={property.isRequired}
      onChange={(value) => onChange(path, JSON.stringify(value))}
    />
  );
}
