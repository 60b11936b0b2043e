import { type ActionProps, BasePropertyComponent, useTranslation } from 'adminjs';
import React from 'react';
import { useSearchParams } from 'react-router-dom';
import { Comparison } from './shared/Comparison.tsx';
import { whole } from './shared/format.ts';
import { History } from './shared/History.tsx';
import { Related, type RelatedTo, useRelated } from './shared/Related.tsx';
import { Tabs } from './shared/Tabs.tsx';

/** A row, what belongs to it, and what happened to it. The tab stands in the address, so that one comes back to it. */
export default function ShowScreen({ record, resource }: ActionProps) {
  const { translateLabel, translateProperty } = useTranslation();
  const [params, setParams] = useSearchParams();
  const place = { resourceId: resource.id, recordId: record?.id ?? '' };
  const journaled = resource.id !== 'journal';
  const related = useRelated(place, journaled && record !== undefined);
  if (!record) return null;
  const named = (link: RelatedTo) =>
    link.titre
      ? translateLabel(`lien_${link.titre}`)
      : link.ressource === resource.id
        ? `${translateLabel(link.ressource, link.ressource)} · ${translateProperty(link.champ, resource.id)}`
        : translateLabel(link.ressource, link.ressource);
  const tabsOf = (links: RelatedTo[] = []) =>
    links.map((link) => ({
      name: link.nom,
      label: named(link),
      count: link.estime
        ? translateLabel('environ_nombre', { nombre: whole(link.nombre) } as Record<string, unknown>)
        : whole(link.nombre),
      empty: link.nombre === 0 && !link.toujours,
    }));
  const compared = resource.actions.some(({ name }) => name === 'comparer') && record.params.precedent_id;
  const tabs = [
    { name: 'details', label: translateLabel('details') },
    ...tabsOf(related?.filter(({ nombre, toujours }) => toujours || nombre > 0)),
    ...(compared ? [{ name: 'comparaison', label: translateLabel('comparaison') }] : []),
    ...(journaled ? [{ name: 'historique', label: translateLabel('historique') }] : []),
    ...tabsOf(related?.filter(({ nombre, toujours }) => !toujours && nombre === 0)),
  ];
  const wanted = params.get('onglet');
  const open = wanted === 'historique' || tabs.some(({ name }) => name === wanted) ? wanted : 'details';
  const link = related?.find(({ nom }) => nom === open);
  return (
    <div className="g-carte">
      {journaled && (
        <Tabs
          tabs={tabs}
          open={open as string}
          choose={(name) => setParams(name === 'details' ? {} : { onglet: name }, { replace: true })}
        />
      )}
      {open === 'details' && (
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
      )}
      {open === 'comparaison' && <Comparison key={place.recordId} {...place} />}
      {open === 'historique' && <History {...place} />}
      {link && <Related key={`${place.recordId}.${link.nom}`} {...place} of={record} link={link} />}
    </div>
  );
}
