import { z } from 'zod';
import { input } from '../../../core/action.ts';
import type { Database } from '../../../core/database.ts';
import { introuvable } from '../../../core/errors.ts';
import { journalize } from '../../../core/journal/journal.ts';
import { filled } from '../../../core/kinds.ts';
import { differences, snapshot } from '../../../core/records/differences.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { resourceOf } from '../../../core/resource.ts';
import { Beneficiaire, relations } from './beneficiaire.ts';
import { faireDePlace, ouvrirPartage, type Partage, rendre } from './partage.ts';
import { checkNaissance } from './rules.ts';

/** Percent with two decimals. */
export const partSchema = z.number().min(0.01).max(100).multipleOf(0.01).meta({ unit: 'pourcent' });

/** What is asked of a new bénéficiaire; without `part` all have equal shares. */
export const nouveauBeneficiaire = z.object({
  nom: filled({ max: 120 }),
  prenom: filled({ max: 120 }),
  relation: z.enum(relations),
  telephone: input.phone().optional(),
  date_naissance: z.iso.date().optional(),
  part: partSchema.optional(),
});

export type NouveauBeneficiaire = z.output<typeof nouveauBeneficiaire>;

/** For callers whose right to do so is decided elsewhere. Answers the new row. @throws 400, 409 when there is no place */
export async function ajouterBeneficiaire(
  tx: Transaction,
  souscription_id: number,
  { part, ...own }: NouveauBeneficiaire,
): Promise<Beneficiaire> {
  checkNaissance(own.date_naissance);
  const partage = await ouvrirPartage(tx, souscription_id);
  const row = tx.em.create(Beneficiaire, { telephone: null, date_naissance: null, ...own, souscription_id });
  row.part = await faireDePlace(tx, partage, part);
  await tx.em.save(row);
  tx.changed('beneficiaires');
  const { apres } = differences({}, snapshot(resourceOf(Beneficiaire), row));
  await journalize(tx, { action: 'creer', ...about(row, partage), apres });
  return row;
}

/** Puts one aside; the others have its share. @throws 404, 409 when the souscription has ended */
export async function retirerBeneficiaire(tx: Transaction, id: number): Promise<void> {
  const known = await tx.em.findOneBy(Beneficiaire, { id });
  if (!known) throw introuvable();
  const partage = await ouvrirPartage(tx, known.souscription_id);
  // Read again: it may have changed before the souscription was ours.
  const row = await tx.em.findOneBy(Beneficiaire, { id });
  if (!row) throw introuvable();
  await rendre(
    tx,
    partage,
    partage.vivants.filter((each) => each.id !== id),
  );
  await tx.query('update beneficiaires set supprime_le = now(), revision = revision + 1 where id = $1', [id]);
  tx.changed('beneficiaires');
  await journalize(tx, { action: 'supprimer', ...about(row, partage), avant: snapshot(resourceOf(Beneficiaire), row) });
}

const about = ({ id, nom, prenom }: Beneficiaire, { succursale_id }: Partage) => ({
  ressource: 'beneficiaires',
  objet_id: id,
  objet: `${nom} ${prenom}`,
  succursale_id,
});

export type BeneficiaireLu = Pick<
  Beneficiaire,
  'id' | 'nom' | 'prenom' | 'relation' | 'telephone' | 'date_naissance' | 'part'
>;

/** Those that a souscription has now, in the order they came. */
export const beneficiairesDe = (database: Database, souscription_id: number): Promise<BeneficiaireLu[]> =>
  database.read<BeneficiaireLu>({
    text: `select id, nom, prenom, relation, telephone, date_naissance, part from beneficiaires
           where souscription_id = $1 and supprime_le is null order by id`,
    values: [souscription_id],
    stable: true,
  });
