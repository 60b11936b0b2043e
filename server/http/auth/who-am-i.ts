import { can, mayWrite, visibleFields } from '../../core/access.ts';
import { choiceLabel, fieldLabel, type Langue, labels, permissionLabel } from '../../core/messages/messages.ts';
import { isDemanded } from '../../core/records/input.ts';
import { abilitiesOf, allResources, type Resource, resourceOf } from '../../core/resource.ts';
import type { Known } from '../../features/organisation/utilisateurs/actor.ts';
import { actionSchema } from '../openapi/action-schema.ts';
import { documentOf } from '../openapi/field-schema.ts';

/**
 * The signed-in person and everything they may do, from the same grants that decide each request: what a screen
 * needs to show only what works.
 */
export function whoAmI(known: Known, langue: Langue) {
  const { actor, prenom } = known;
  const reachable = allResources().filter((resource) => can(actor, resource, 'lire'));
  return {
    id: actor.id,
    email: actor.email,
    nom: actor.nom,
    prenom,
    role: actor.role,
    portee: actor.portee,
    succursale_id: actor.succursale_id,
    langue: known.langue,
    resources: Object.fromEntries(reachable.map((resource) => [resource.name, abilities(known, resource, langue)])),
  };
}

function abilities({ actor }: Known, resource: Resource, langue: Langue) {
  const named = labels(langue, resource);
  return {
    libelle: named.one,
    libelle_pluriel: named.many,
    permissions: abilitiesOf(resource).filter((permission) => can(actor, resource, permission)),
    list: resource.list,
    search: resource.search.length > 0,
    actions: resource.actions
      .filter(({ name }) => can(actor, resource, name))
      .map((action) => ({
        name: action.name,
        libelle: permissionLabel(langue, resource, action.name),
        motif: action.reason,
        schema: actionSchema(resource, action, langue),
      })),
    fields: visibleFields(actor, resource).map((field) => ({
      name: field.name,
      libelle: fieldLabel(langue, resource, field.name),
      kind: field.kind,
      required: isDemanded(resource, field),
      read_only: !mayWrite(actor, resource, field),
      ...(field.target ? { reference: resourceOf(field.target()).name } : {}),
      ...(field.kind === 'json' ? { schema: documentOf(resource, field, 'input', langue) } : {}),
      ...(field.choices
        ? { choices: field.choices.map((id) => ({ id, name: choiceLabel(langue, resource, field.name, id) })) }
        : {}),
    })),
  };
}
