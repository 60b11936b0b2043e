import { TableCell } from '@adminjs/design-system';
import { type PropertyHeaderProps, type PropertyJSON, SortLink, useTranslation } from 'adminjs';
import React from 'react';
import { isMeasured } from './shared/types.ts';

/** The heading of a column, over its values: amounts stand at the right. */
export default function HeadingCell(props: PropertyHeaderProps) {
  const { property, titleProperty, display } = props;
  const { translateProperty } = useTranslation();
  const right = isMeasured(property as PropertyJSON) ? ' g-droite' : '';
  const main = property.propertyPath === titleProperty.propertyPath ? 'main' : '';
  return (
    <TableCell className={`${main}${right}`} display={display}>
      {property.isSortable ? <SortLink {...props} /> : translateProperty(property.label, property.resourceId)}
    </TableCell>
  );
}
