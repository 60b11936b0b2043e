import { z } from 'zod';
import type { Droits } from '../../../core/access.ts';
import { allResources } from '../../../core/resource.ts';

/** `{ clients: { supprimer: false } }`, with resources and rights that exist. */
export const droitsSchema = z
  .record(z.string(), z.record(z.string(), z.boolean()))
  .superRefine((droits: Droits, context) => {
    for (const [name, rights] of Object.entries(droits)) {
      const resource = allResources().find((each) => each.name === name);
      if (!resource) context.addIssue({ code: 'custom', path: [name], message: 'ressource_inconnue' });
      for (const right of Object.keys(rights)) {
        if (resource && !resource.permissions.includes(right)) {
          context.addIssue({ code: 'custom', path: [name, right], message: 'droit_inconnu' });
        }
      }
    }
  });
