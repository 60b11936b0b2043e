import { type BaseResource, type CurrentAdmin, ResourceDecorator, type ResourceJSON } from 'adminjs';
import { can } from '../../../server/core/access.ts';
import type { Resource } from '../../../server/core/resource.ts';
import { fieldsFor } from '../options/fields.ts';
import { inMenu } from '../options/relations.ts';
import { knownAs } from '../person.ts';

type Attributes = ConstructorParameters<typeof ResourceDecorator>[0] & { resource: BaseResource };
type PropertyJSON = ResourceJSON['listProperties'][number];

/** Describes a resource to the browser as far as the person may know it; AdminJS tells everybody everything. */
export class PanelDecorator extends ResourceDecorator {
  constructor(
    attributes: Attributes,
    private readonly declared: Resource,
  ) {
    super(attributes);
    // The engine brings the labels of references with each row: AdminJS must not fetch the rows themselves.
    for (const property of Object.values(this.properties)) property.reference = () => null;
  }

  /** AdminJS would find `constructor` on any object. */
  override getPropertyByKey(path: string) {
    return Object.hasOwn(this.properties, path) ? (this.properties[path] ?? null) : null;
  }

  /** What a person does most first, what needs a reason after it, deletion at the end. */
  override recordActions(...asked: Parameters<ResourceDecorator['recordActions']>) {
    const reasoned = new Set(this.declared.actions.filter(({ reason }) => reason).map(({ name }) => name));
    const place = (name: string) => {
      const first = ['show', 'edit'].indexOf(name);
      return first >= 0 ? first : name === 'delete' ? 4 : reasoned.has(name) ? 3 : 2;
    };
    return super.recordActions(...asked).toSorted((a, b) => place(a.name) - place(b.name));
  }

  override toJSON(person?: CurrentAdmin): ResourceJSON {
    const json = super.toJSON(person);
    const known = knownAs(person);
    if (!known || !can(known.actor, this.declared, 'lire')) return unknownTo(json);
    const { all, list, show, edit, filter } = fieldsFor(known.actor, this.declared);
    const pick = (names: string[]) =>
      names.map((name) => json.properties[name]).filter((found): found is PropertyJSON => found !== undefined);
    const accessible = new Set(
      Object.values(this.actions)
        .filter((action) => action.isAccessible(person))
        .map(({ name }) => name),
    );
    const { name = null, icon = '' } = json.navigation ?? {};
    return {
      ...json,
      navigation: { name, icon, show: inMenu(known.actor, this.declared) },
      actions: json.actions.filter(({ name }) => accessible.has(name)),
      properties: Object.fromEntries(
        pick(['libelle', 'recherche', 'id', 'revision', ...all]).map((property) => [property.propertyPath, property]),
      ),
      listProperties: pick(list),
      showProperties: pick(show),
      editProperties: pick(edit),
      filterProperties: pick(filter),
    };
  }
}

/** Nothing but that there is such a thing: the menu leaves it out. */
const unknownTo = ({ id, name, titleProperty }: ResourceJSON): ResourceJSON => ({
  id,
  name,
  navigation: { name: null, icon: '', show: false },
  href: null,
  titleProperty,
  resourceActions: [],
  actions: [],
  properties: {},
  listProperties: [],
  showProperties: [],
  editProperties: [],
  filterProperties: [],
});
