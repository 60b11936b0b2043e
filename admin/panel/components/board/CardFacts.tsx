import { Badge, Icon } from '@adminjs/design-system';
import { type RecordJSON, type ReduxState, type ResourceJSON, useTranslation } from 'adminjs';
import React from 'react';
import { useSelector } from 'react-redux';
import { standing, worries } from '../shared/tones.ts';
import { customOf } from '../shared/types.ts';
import { Value } from '../shared/Value.tsx';

interface Props {
  resource: ResourceJSON;
  card: RecordJSON;
  names: readonly string[];
}

/** What a card says below its title: what is known, each with its name for those who do not see its sign. */
export function CardFacts({ resource, card, names }: Props) {
  const { translateProperty, translateLabel } = useTranslation();
  const resources = useSelector((state: ReduxState) => state.resources);
  const known = names
    .map((name) => resource.properties[name])
    .filter((property) => property && ![null, undefined, '', false].includes(card.params[property.propertyPath]));
  return (
    <dl className="g-faits">
      {known.map((property) => {
        if (!property) return null;
        const { propertyPath: name, label, reference } = property;
        const { look } = customOf(property);
        const word = translateProperty(label, resource.id);
        const icon = reference ? resources.find(({ id }) => id === reference)?.navigation?.icon : signs[look];
        const bare = icon || look === 'flag' || look === 'francs' || standing.includes(name);
        return (
          <div key={name} data-fait={look}>
            <dt className={bare ? 'g-cache' : undefined}>{word}</dt>
            <dd title={word}>
              {icon && <Icon icon={icon} />}
              {look === 'flag' ? (
                <Badge className={`g-choix g-ton-${worries[name] ?? 'gris'}`}>
                  {translateLabel(name, resource.id, { defaultValue: word })}
                </Badge>
              ) : (
                <Value property={{ ...property, path: name }} record={card} resource={resource} short />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const signs: Record<string, string> = { day: 'Calendar', instant: 'Clock' };
