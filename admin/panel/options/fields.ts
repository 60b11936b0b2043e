import { type Actor, can, mayWrite, visibleFields } from '../../../server/core/access.ts';
import type { Field } from '../../../server/core/fields.ts';
import { kindOf } from '../../../server/core/kinds.ts';
import { type Resource, resourceOf } from '../../../server/core/resource.ts';
import { shapeOf } from '../../../server/core/shape.ts';
import { droitsSchema } from '../../../server/features/organisation/roles/droits.ts';

/** How the browser shows a field: its kind, or a look of its own. */
export type Look = Field['kind'] | 'document' | 'droits' | 'verbe' | 'ressource' | 'differences' | 'valeur' | 'fichier';

const looks: Record<string, Record<string, Look>> = {
  journal: { action: 'verbe', ressource: 'ressource', apres: 'differences' },
  parametres: { valeur: 'valeur' },
  documents: { fichier: 'fichier' },
};

export const lookOf = ({ name }: Resource, field: Field): Look =>
  looks[name]?.[field.name] ?? (field.kind === 'json' ? lookOfJson(field) : field.kind);

function lookOfJson({ schema }: Field): Look {
  if (schema === droitsSchema) return 'droits';
  return shapeOf(schema).kind === 'any' ? 'json' : 'document';
}

const upkeep = ['id', 'revision', 'supprime_le', 'modifie_le', 'cree_le'];
const drawnWithAnother: Record<string, string[]> = { journal: ['avant'] };

/** A reference to what this person may not read has nothing to show but a number. */
const tells = (actor: Actor) => (field: Field) =>
  field.kind !== 'reference' || can(actor, resourceOf(field.target?.()), 'lire');

/** Which fields this person meets where. */
export function fieldsFor(actor: Actor, resource: Resource) {
  const visible = visibleFields(actor, resource).filter(tells(actor));
  const names = (fields: readonly Field[]) => fields.map(({ name }) => name);
  const hidden = drawnWithAnother[resource.name] ?? [];
  const shown = visible.filter(
    ({ name }) => !['id', 'revision', 'supprime_le'].includes(name) && !hidden.includes(name),
  );
  const filtered = visible.filter(
    ({ name, kind }) =>
      (!upkeep.includes(name) || name === 'cree_le') && kind !== 'json' && kindOf(kind).lookups.length > 2,
  );
  return {
    all: names(visible),
    list: [...resource.list, ...listedToo(resource)].filter((name) => names(visible).includes(name)),
    show: names(shown),
    edit: names(
      visible.filter(
        (field) => mayWrite(actor, resource, field) && !(resource.name === 'roles' && field.name === 'droits'),
      ),
    ),
    filter: [...(resource.search.length > 0 ? ['recherche'] : []), ...names(filtered)],
  };
}

/** What was changed is the heart of a line of the journal. */
const listedToo = ({ name }: Resource): string[] => (name === 'journal' ? ['apres'] : []);
