import { introuvable, refuse } from '../../../core/errors.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Langue } from '../../../core/messages/messages.ts';
import { attestationPdf } from '../../assurance/attestation.ts';
import type { PoliceDuClient } from '../contrats.ts';
import type { Lecteur } from '../lecteur.ts';
import { rattrapageDe } from '../payer/rattrapage.ts';
import { nomDuTitulaire, type Titulaire } from '../titulaire.ts';
import { signer } from './authenticite.ts';
import type { GarantieVendue } from './detail.ts';
import { type Edition, nomDeFichier, papierDe } from './edition.ts';

/** What signs an attestation, and where people reach the product, if it has a public address. */
export interface Sceau {
  secret: string;
  url?: string;
}

interface Contrat {
  succursale_id: number;
  produit: string;
  date_effet: Jour;
  date_expiration: Jour;
  couvert_du: Jour;
  beneficiaires: number;
  garanties: (GarantieVendue & { ouverte_le: Jour })[];
}

/**
 * The attestation of a contrat that is covered today, as a PDF.
 * @throws 409 `attestation_sans_couverture` that says how to be covered again
 */
export async function attestationDuClient(
  db: Lecteur,
  { secret, url }: Sceau,
  titulaire: Titulaire,
  police: PoliceDuClient,
  langue: Langue,
): Promise<Edition> {
  const couvert_jusqu_au = await exigerCouverture(db, police, langue);
  const [contrat] = await db.query<Contrat>(lire, [police.souscription_id]);
  if (!contrat) throw introuvable();
  const { succursale_id, ...rest } = contrat;
  const papier = await papierDe(db, succursale_id);
  const { souscription_id } = police;
  const code = await signer(db, secret, { souscription_id, etablie_le: papier.date, couvert_jusqu_au });
  const numero = `ATT-${papier.date.replaceAll('-', '')}-${police.police}`;
  const pdf = await attestationPdf({
    ...papier,
    ...rest,
    numero,
    langue,
    police: police.police,
    assure: nomDuTitulaire(titulaire),
    couvert_jusqu_au,
    code,
    ...(url ? { adresse: new URL(`/api/v1/borne/attestations/${code}`, url).href } : {}),
  });
  return { pdf, fichier: nomDeFichier(numero) };
}

/** The last day of the cover that there is today. @throws 409 when there is none */
export async function exigerCouverture(db: Lecteur, police: PoliceDuClient, langue: Langue): Promise<Jour> {
  const { couvert, couvert_jusqu_au, message } = await rattrapageDe(db, police, langue);
  if (!couvert || !couvert_jusqu_au) throw refuse('attestation_sans_couverture', { suite: message });
  return couvert_jusqu_au;
}

/** Cover goes back without a gap to `couvert_du`, at most to the beginning of the term. */
const lire = `
  select s.succursale_id, coalesce(s.termes ->> 'produit', p.nom) as produit, s.date_effet::text,
    s.expire_le::text as date_expiration,
    coalesce((select max(jour)::date + 1 from generate_series(t.date_effet, date_metier(), interval '1 day') jour
      where not couverture_le(s.id, jour::date)), t.date_effet)::text as couvert_du,
    (select count(*)::int from beneficiaires b where b.souscription_id = s.id and b.supprime_le is null) as beneficiaires,
    (select coalesce(json_agg(g.garantie || jsonb_build_object('ouverte_le',
        o.debut + coalesce((g.garantie ->> 'carence_jours')::integer, 0)) order by g.rang), '[]')
      from jsonb_array_elements(s.termes -> 'garanties') with ordinality g(garantie, rang)) as garanties
  from souscriptions s join produits p on p.id = s.produit_id
  join termes t on t.souscription_id = s.id and date_metier() between t.date_effet and t.date_expiration
  cross join lateral (select min(date_effet) as debut from termes where souscription_id = s.id) o
  where s.id = $1`;
