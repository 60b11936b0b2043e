import { type Caller, can, scopeOf } from '../../../../core/access.ts';
import type { Database } from '../../../../core/database.ts';
import { introuvable } from '../../../../core/errors.ts';
import { aujourdhui } from '../../../../core/jours.ts';
import { Params } from '../../../../core/query/params.ts';
import { clients } from '../../../clients/resource.ts';
import { enTeteDe } from '../../../organisation/succursales/en-tete.ts';
import type { BordereauImprime } from './pdf.ts';

type Imprime = Omit<BordereauImprime, 'date' | 'langue' | 'coordonnees'>;

/**
 * What a bordereau shows on paper to this person, who may read it: clients beyond their reach stay unnamed.
 * @throws 404
 */
export async function donneesBordereau(
  database: Database,
  { actor, langue }: Caller,
  id: number,
): Promise<BordereauImprime> {
  const params = new Params();
  const key = params.add(id);
  const readable = can(actor, clients, 'lire') ? (scopeOf(actor, clients, 'c', params) ?? 'true') : 'false';
  const name = (alias: string) => `concat_ws(' ', ${alias}.prenom, ${alias}.nom)`;
  const [found] = await database.read<{ imprime: Imprime; succursale_id: number }>({
    text: `select b.succursale_id, json_build_object(
        'numero', b.numero, 'statut', b.statut, 'montant', b.montant, 'motif', b.motif, 'succursale', s.nom,
        'agent', json_build_object('matricule', a.matricule, 'nom', ${name('a')}),
        'etabli', json_build_object('le', jour_metier(b.etabli_le), 'par', nullif(${name('e')}, '')),
        'reception', case when b.receptionne_le is not null then
          json_build_object('le', jour_metier(b.receptionne_le), 'par', nullif(${name('r')}, '')) end,
        'lignes', l.lignes) as imprime
      from bordereaux b
      join agents a on a.id = b.agent_id
      join succursales s on s.id = b.succursale_id
      left join utilisateurs e on e.id = b.etabli_par_id
      left join utilisateurs r on r.id = b.receptionne_par_id
      cross join lateral (
        select json_agg(json_build_object('paiement', p.numero, 'jour', jour_metier(p.paye_le), 'police', n.numero,
          'client', case when ${readable} then ${name('c')} end, 'montant', l.montant,
          'correction', p.type = 'correction') order by p.paye_le, p.id) as lignes
        from bordereau_lignes l
        join paiements p on p.id = l.paiement_id
        join souscriptions x on x.id = p.souscription_id
        join clients c on c.id = x.client_id
        left join numeros_police n on n.souscription_id = x.id
        where l.bordereau_id = b.id) l
      where b.id = ${key}`,
    values: params.values,
    stable: true,
  });
  if (!found) throw introuvable();
  const query = <T extends object>(text: string, values: unknown[] = []) =>
    database.read<T>({ text, values, stable: true });
  const { coordonnees } = await enTeteDe({ query }, found.succursale_id);
  return { ...found.imprime, coordonnees, date: aujourdhui(), langue };
}
