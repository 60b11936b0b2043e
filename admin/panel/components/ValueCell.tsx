import { useTranslation } from 'adminjs';
import React from 'react';
import { isMeasured, type ShowProps } from './shared/types.ts';
import { Value } from './shared/Value.tsx';

/** A value in a list; on a phone its row is a card, so it says what it is. */
export default function ValueCell(props: ShowProps) {
  const { translateProperty } = useTranslation();
  const { property } = props;
  return (
    <div className={isMeasured(property) ? 'g-cellule g-droite' : 'g-cellule'}>
      <span className="g-etiquette">{translateProperty(property.label, property.resourceId)}</span>
      <Value {...props} short />
    </div>
  );
}
