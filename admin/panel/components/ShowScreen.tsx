import { type ActionProps, BasePropertyComponent, useTranslation } from 'adminjs';
import React, { useState } from 'react';
import { History } from './shared/History.tsx';
import { useTitle } from './shared/title.ts';

const tabs = ['details', 'historique'] as const;

/** A row, and what happened to it. */
export default function ShowScreen({ record, resource }: ActionProps) {
  const { translateLabel } = useTranslation();
  const titleOf = useTitle();
  const [tab, open] = useState<(typeof tabs)[number]>('details');
  if (!record) return null;
  const journaled = resource.id !== 'journal';
  return (
    <div className="g-carte">
      <h3 className="g-titre">{titleOf(resource, record)}</h3>
      {journaled && (
        <div className="g-onglets" role="tablist">
          {tabs.map((name) => (
            <button key={name} type="button" role="tab" aria-selected={tab === name} onClick={() => open(name)}>
              {translateLabel(name)}
            </button>
          ))}
        </div>
      )}
      {tab === 'details' ? (
        <div className="g-grille">
          {resource.showProperties.map((property) => (
            <BasePropertyComponent
              key={property.propertyPath}
              where="show"
              property={property}
              resource={resource}
              record={record}
            />
          ))}
        </div>
      ) : (
        <History resourceId={resource.id} recordId={record.id} />
      )}
    </div>
  );
}
