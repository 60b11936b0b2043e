import { useTranslation } from 'adminjs';
import React from 'react';
import type { ShowProps } from './shared/types.ts';
import { Value } from './shared/Value.tsx';

export default function ValueShow(props: ShowProps) {
  const { translateProperty } = useTranslation();
  const { property } = props;
  return (
    <div className="g-valeur">
      <div className="g-nom">{translateProperty(property.label, property.resourceId)}</div>
      <div className="g-dit">
        <Value {...props} />
      </div>
    </div>
  );
}
