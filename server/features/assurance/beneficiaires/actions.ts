import { z } from 'zod';
import { type Action, action, input } from '../../../core/action.ts';
import { champInvalide } from '../../../core/errors.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { Souscription } from '../souscriptions/souscription.ts';
import { ajouterBeneficiaire, nouveauBeneficiaire, partSchema, retirerBeneficiaire } from './beneficiaires.ts';
import { fixer, ouvrirPartage } from './partage.ts';
import { ENTIER, enCentiemes } from './parts.ts';

const when = ({ statut }: Souscription) =>
  ['en_attente', 'activee', 'suspendue'].includes(statut) || `souscription_${statut}`;

const ajouter = action(Souscription, {
  name: 'ajouter-beneficiaire',
  icon: 'UserPlus',
  input: nouveauBeneficiaire,
  when,
  async run({ id }, donnees, { tx }) {
    const { id: beneficiaire_id, part } = await ajouterBeneficiaire(tx, id, donnees);
    return { beneficiaire_id, part };
  },
});

const retirer = action(Souscription, {
  name: 'retirer-beneficiaire',
  icon: 'UserMinus',
  input: z.object({ beneficiaire_id: input.reference('beneficiaires') }),
  when,
  async run({ id }, { beneficiaire_id }, { tx }) {
    const { vivants } = await ouvrirPartage(tx, id);
    if (!vivants.some((each) => each.id === beneficiaire_id))
      throw champInvalide('beneficiaire_id', 'beneficiaire_inconnu');
    await retirerBeneficiaire(tx, beneficiaire_id);
  },
});

const repartition = action(Souscription, {
  name: 'repartir',
  icon: 'PieChart',
  input: z.object({
    parts: z
      .array(z.strictObject({ beneficiaire_id: input.reference('beneficiaires'), part: partSchema }))
      .min(1)
      .max(6),
  }),
  when,
  run: ({ id }, { parts }, { tx }) => repartir(tx, id, parts),
});

/** Every living one has its share said, and together they make 100. */
async function repartir(
  tx: Transaction,
  souscription_id: number,
  parts: { beneficiaire_id: number; part: number }[],
): Promise<void> {
  const partage = await ouvrirPartage(tx, souscription_id);
  const said = new Map(parts.map(({ beneficiaire_id, part }) => [beneficiaire_id, enCentiemes(part)]));
  const all = partage.vivants.map(({ id }) => said.get(id));
  if (said.size !== parts.length || said.size !== all.length || all.includes(undefined))
    throw champInvalide('parts', 'parts_de_chacun');
  const shares = all as number[];
  if (shares.reduce((sum, each) => sum + each, 0) !== ENTIER) throw champInvalide('parts', 'parts_cent');
  await fixer(tx, partage, partage.vivants, shares);
}

export const actions: Action[] = [ajouter, retirer, repartition];
