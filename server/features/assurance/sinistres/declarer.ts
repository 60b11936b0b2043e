import { z } from 'zod';
import type { Database } from '../../../core/database.ts';
import { introuvable } from '../../../core/errors.ts';
import { journalize } from '../../../core/journal/journal.ts';
import type { Jour } from '../../../core/jours.ts';
import { kindOf } from '../../../core/kinds.ts';
import type { Francs } from '../../../core/money.ts';
import { nextNumber } from '../../../core/numbering.ts';
import type { Prepare } from '../../../core/records/rules.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { parse } from '../../../core/validation.ts';
import type { Statut } from './etats.ts';
import { type Ligne, lignesSchema } from './lignes.ts';
import type { Alerte, MotifRejet } from './motifs.ts';
import { asksWhatWasSold, declaredOnce, happenedInTime } from './rules.ts';
import { type CanalSinistre, canaux, type LienDeclarant, liens, Sinistre } from './sinistre.ts';
import { alertesDe, tenirSouscription } from './situation.ts';

export const NUMERO = 'SIN-{YYYY}-{SEQ:5}';

/** A sinistre belongs to its souscription's succursale, and tells what speaks against it; that does not refuse it. */
export const enregistrer: Prepare<Sinistre> = async (sinistre, tx) => {
  await tenirSouscription(tx, sinistre.souscription_id);
  const [row] = await tx.query<{ succursale_id: number; le: Date }>(
    'select succursale_id, instant_metier() as le from souscriptions where id = $1',
    [sinistre.souscription_id],
  );
  if (!row) throw introuvable();
  sinistre.succursale_id = row.succursale_id;
  sinistre.declare_le = row.le;
  sinistre.declare_par_id = tx.caller.actor.id;
  sinistre.alertes = await alertesDe(tx, sinistre);
};

/** What a client tells over a channel of their own. */
export interface Declaration {
  souscription_id: number;
  canal: Exclude<CanalSinistre, 'agence'>;
  date_survenance: Jour;
  description?: string | null;
  lignes: Ligne[];
  declarant: { nom: string; telephone?: string | null; lien?: LienDeclarant };
}

const text = (max: number) => kindOf('text').schema({ max });

const declarationSchema = z.strictObject({
  souscription_id: z.int().positive(),
  canal: z.enum(canaux).exclude(['agence']),
  date_survenance: kindOf('day').schema({}),
  description: text(5000).nullish(),
  lignes: lignesSchema,
  declarant: z.strictObject({
    nom: text(120),
    telephone: kindOf('phone').schema({}).nullish(),
    lien: z.enum(liens).default('assure'),
  }),
});

/**
 * A declaration by the client: the same checks as at the counter, and nothing else than the souscription that the
 * caller has proved to be theirs. @throws 400 naming the field, 409 for an event that was declared already
 */
export async function declarerSinistre(tx: Transaction, declaration: Declaration) {
  const { declarant, ...rest } = parse(declarationSchema, declaration);
  const values = {
    ...rest,
    declarant_nom: declarant.nom,
    declarant_telephone: declarant.telephone ?? null,
    declarant_lien: declarant.lien,
    description: rest.description ?? null,
    numero: await nextNumber(tx, 'sinistres.numero', NUMERO),
  };
  const sinistre = tx.em.create(Sinistre, { statut: 'declare', accords: [], ...values } as Partial<Sinistre>);
  await enregistrer(sinistre, tx);
  for (const rule of [happenedInTime, asksWhatWasSold, declaredOnce])
    await rule({ before: undefined, after: sinistre, tx });
  await tx.em.save(sinistre);
  tx.changed('sinistres');
  const { id, numero, statut, alertes, succursale_id } = sinistre;
  const line = { action: 'creer', ressource: 'sinistres', objet_id: id, objet: numero, succursale_id };
  await journalize(tx, { ...line, apres: { ...values, statut, alertes } });
  return { id, numero, statut, alertes };
}

/** A sinistre as its client reads it. Amounts in francs. */
export interface SinistreDuClient {
  numero: string;
  statut: Statut;
  date_survenance: Jour;
  declare_le: Date;
  demande: Francs;
  accorde: Francs;
  paye: Francs;
  motif_rejet: MotifRejet | null;
  alertes: Alerte[];
  /** How many photos and papers clients have sent for it. */
  documents: number;
  lignes: { garantie: string; libelle: string; demande: Francs; accorde: Francs; paye: Francs }[];
}

/** The sinistres of a souscription, the latest first. What was granted is told once it is decided. */
export const sinistresDe = (database: Database, souscription_id: number): Promise<SinistreDuClient[]> =>
  database.read<SinistreDuClient>({
    text: `select s.numero, s.statut, s.date_survenance::text, s.declare_le, s.demande,
        case when s.statut in ('accepte', 'paye') then s.accorde else 0 end as accorde, s.paye, s.motif_rejet, s.alertes,
        (select count(*)::int from documents d where d.sinistre_id = s.id and d.canal <> 'agence' and d.retire_le is null) as documents,
        (select json_agg(json_build_object('garantie', l.garantie, 'libelle', coalesce(g.libelle, l.garantie), 'demande', l.demande,
           'accorde', case when s.statut in ('accepte', 'paye') then l.accorde else 0 end, 'paye', l.paye) order by l.garantie)
         from sinistre_lignes l
         left join lateral (select x ->> 'libelle' as libelle from jsonb_array_elements(p.termes -> 'garanties') x
           where x ->> 'code' = l.garantie) g on true
         where l.sinistre_id = s.id) as lignes
      from sinistres s join souscriptions p on p.id = s.souscription_id
      where s.souscription_id = $1 order by s.date_survenance desc, s.id desc`,
    values: [souscription_id],
    stable: true,
  });
