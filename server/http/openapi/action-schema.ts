import type { Action } from '../../core/action.ts';
import { inputLabel, type Langue } from '../../core/messages/messages.ts';
import type { Resource } from '../../core/resource.ts';
import { inputExampleOf } from './examples.ts';
import { ofSchema } from './field-schema.ts';
import { namedParts } from './named-parts.ts';
import type { Schema } from './types.ts';

/** What the form of an action asks for, each input under the name that the form gives it. */
export function actionSchema(resource: Resource, { name: action, input }: Action, langue: Langue): Schema {
  const { properties = {}, ...rest } = ofSchema(input, 'input') as { properties?: Record<string, Schema> };
  const titled = Object.entries(properties).map(([name, schema]) => {
    const example = inputExampleOf(resource, action, name);
    return [
      name,
      {
        title: inputLabel(langue, resource, name),
        ...namedParts(resource, langue, name, schema),
        ...(example === undefined ? {} : { examples: [example] }),
      },
    ];
  });
  return { ...rest, properties: Object.fromEntries(titled) };
}
