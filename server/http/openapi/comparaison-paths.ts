import type { Langue } from '../../core/messages/messages.ts';
import { changements } from '../../features/crm/devis/comparer.ts';
import { answering, failing } from './answers.ts';
import { day, francs, key, list, oneOf, orNull, shape, text, whole } from './borne-shapes.ts';
import { inLanguage, rowErrors } from './operation.ts';
import { shared } from './parameters.ts';
import type { Paths } from './types.ts';

const fr = {
  summary: 'Comparer deux versions d’un devis',
  description:
    'Ligne par ligne, ce que ce devis change depuis la version précédente, ou depuis le devis `avec` de la même opportunité : ajouté, retiré, modifié. `ecart` est ce que cela ajoute au total, en francs.',
  avec: 'Le numéro (`id`) du devis avec lequel comparer. D’ordinaire la version précédente.',
  ok: 'Les deux versions et leurs lignes',
};

const en: typeof fr = {
  summary: 'Compare two versions of a quote',
  description:
    'Line by line, what this quote changes since the version before, or since the quote `avec` of the same opportunity: added, removed, changed. `ecart` is what that adds to the total, in francs.',
  avec: 'The key (`id`) of the quote to compare with. The version before unless told otherwise.',
  ok: 'Both versions and their lines',
};

const version = shape({
  id: key,
  numero: text('DV-2026-00042'),
  version: whole,
  montant: francs(9_600_000),
  contenu: orNull(text('Voici notre proposition pour l’année.')),
  valide_jusqu_au: day(),
});
const ligne = shape({
  quantite: { type: 'number', examples: [12] },
  prix: francs(780_000),
  montant: francs(9_360_000),
});
const comparee = shape({
  libelle: text('Assistance et remorquage'),
  changement: oneOf(changements),
  avant: orNull(ligne),
  apres: orNull(ligne),
  ecart: francs(240_000),
});

/** What a version of a devis changes. */
export function comparaisonPaths(langue: Langue): Paths {
  const said = { fr, en }[langue];
  const avec = { name: 'avec', in: 'query', description: said.avec, schema: key } as const;
  const answer = shape({ avant: version, apres: version, ecart: francs(240_000), lignes: list(comparee) });
  return {
    '/devis/{id}/comparer': {
      get: {
        operationId: 'devis_comparer',
        tags: ['devis'],
        summary: said.summary,
        description: said.description,
        parameters: [...shared('id'), avec, ...inLanguage],
        responses: { 200: answering(said.ok, answer), ...failing(...rowErrors) },
      },
    },
  };
}
