import type { Transaction } from '../../server/core/records/transaction.ts';
import { insert, within } from '../../server/features/organisation/factory.ts';
import type { Hasard } from './hasard.ts';
import { lieux } from './lieux.ts';

const partages = [[100], [50, 50], [60, 40], [40, 30, 30], [25, 25, 25, 25]] as const;
const relations = ['conjoint', 'enfant', 'enfant', 'parent', 'frere_soeur'] as const;

/** Most who insure a life name those who are to have the money. */
export async function seedBeneficiaires(tx: Transaction, h: Hasard): Promise<void> {
  const sold = await tx.query<{ id: number; nom: string; code: string; cree_le: string; kongo: boolean }>(
    `select s.id, c.nom, b.code, s.cree_le::text, c.telephone = '+242061234567' as kongo
     from souscriptions s join clients c on c.id = s.client_id join succursales b on b.id = s.succursale_id
     where s.statut in ('activee', 'suspendue') and (s.termes ->> 'beneficiaires_max')::int > 0 order by s.id`,
  );
  for (const { id, nom, code, cree_le, kongo } of sold) {
    const lieu = lieux.find((each) => each.code === code);
    if (!lieu || !(kongo || h.chance(70))) continue;
    const parts = kongo ? partages[2] : h.parmi(partages);
    for (const [i, part] of parts.entries()) {
      const prenom = h.parmi(h.chance(50) ? lieu.noms.femmes : lieu.noms.hommes);
      const relation = i === 0 ? 'conjoint' : h.parmi(relations.slice(1));
      await insert(within(tx), 'beneficiaires', { souscription_id: id, nom, prenom, relation, part, cree_le });
    }
  }
  tx.changed('beneficiaires');
}
