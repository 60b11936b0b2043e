import { type Caller, can, visibleFields } from '../../../core/access.ts';
import type { Field } from '../../../core/fields.ts';
import { kindOf } from '../../../core/kinds.ts';
import { choiceLabel, fieldLabel } from '../../../core/messages/messages.ts';
import { type Resource, resourceOf } from '../../../core/resource.ts';
import { type NomRapport, rapports } from './catalogue.ts';
import { RESERVES } from './demande.ts';
import { mots } from './mots.ts';
import { periodes } from './periodes.ts';
import { direGroupement } from './phrases.ts';
import { colonnesDe, groupementsDe, mesuresDe, rapportsPour } from './rapport.ts';

/** The reports that this person may run, with all that they may ask of each. */
export const listerRapports = (caller: Caller) => ({
  rapports: rapportsPour(caller.actor).map((nom) => decrire(caller, nom)),
  periodes: periodes.map((code) => ({ code, libelle: mots[caller.langue].periodes[code] })),
});

function decrire(caller: Caller, nom: NomRapport) {
  const { actor, langue } = caller;
  const { [nom]: rapport } = rapports;
  const { of, date } = rapport.population as { of: Resource; date?: string };
  return {
    nom,
    libelle: mots[langue].rapports[nom],
    ressource: of.name,
    exportable: can(actor, of, 'exporter'),
    /** The field that a period is of. */
    periode: date ? { champ: date, libelle: fieldLabel(langue, of, date) } : null,
    grouper_par: rapport.grouper_par,
    colonnes_par_defaut: colonnesDe(actor, rapport).map(({ name }) => name),
    colonnes: visibleFields(actor, of).map((field) => ({
      nom: field.name,
      libelle: fieldLabel(langue, of, field.name),
      sorte: field.kind,
    })),
    groupements: groupementsDe(actor, rapport).map((each) => ({
      nom: each.nom,
      libelle: direGroupement(langue, of, each),
    })),
    mesures: mesuresDe(actor, rapport).map(({ name, kind }) => ({
      nom: `sum_${name}`,
      libelle: fieldLabel(langue, of, name),
      sorte: kind,
    })),
    filtres: visibleFields(actor, of).map((field) => filtre(caller, of, field)),
    recherche: of.search.length > 0,
  };
}

const filtre = ({ langue }: Caller, of: Resource, { name, kind, choices = [], target }: Field) => ({
  nom: name,
  libelle: fieldLabel(langue, of, name),
  sorte: kind,
  operateurs: kindOf(kind).lookups.filter((lookup) => lookup !== 'exact' || !RESERVES.includes(name)),
  choix: choices.map((code) => ({ code, libelle: choiceLabel(langue, of, name, code) })),
  ressource: kind === 'reference' ? resourceOf(target?.()).name : null,
});
