import type { Field } from '../../core/fields.ts';
import type { KindName } from '../../core/kinds.ts';
import { choiceLabel, fieldLabel, type Langue } from '../../core/messages/messages.ts';
import type { ExportRow } from '../../core/records/export.ts';
import { labelOf, type Resource } from '../../core/resource.ts';
import { flagWords } from './messages.ts';

/** One column of a file: where its values are in a row, what kind they are, and what it is called. */
export interface Column {
  name: string;
  kind: KindName;
  header: string;
  /** The reader's word for a code, or for `true` and `false`. */
  words: Readonly<Record<string, string>>;
}

/** @param names as `exportColumns` gives them: a field, or `client` for the reference `client_id` */
export function columnsOf(resource: Resource, names: readonly string[], langue: Langue): Column[] {
  const fields = [...resource.fields.values()];
  return names.map((name) => {
    const field = fields.find((each) => (each.kind === 'reference' ? labelOf(each) : each.name) === name);
    if (!field) throw new Error(`${resource.name}: there is no column "${name}"`);
    return {
      name,
      kind: field.kind,
      header: fieldLabel(langue, resource, field.name),
      words: wordsOf(resource, field, langue),
    };
  });
}

function wordsOf(resource: Resource, { name, kind, choices = [] }: Field, langue: Langue): Record<string, string> {
  if (kind === 'flag') return flagWords[langue];
  return Object.fromEntries(choices.map((code) => [code, choiceLabel(langue, resource, name, code)]));
}

/** The value as text for a person: a reference by its label, a choice by its word, a document as JSON. */
export function textOf({ name, kind, words }: Column, row: ExportRow): string {
  const value = row[name];
  if (value === null || value === undefined) return '';
  if (kind === 'reference') return String((value as { libelle: unknown }).libelle ?? '');
  if (kind === 'json') return JSON.stringify(value);
  return words[String(value)] ?? String(value);
}
