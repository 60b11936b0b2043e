import { aujourdhui, type Jour, plusJours } from '../../server/core/jours.ts';
import type { Transaction } from '../../server/core/records/transaction.ts';
import type { Garantie } from '../../server/features/assurance/produits/garanties.ts';
import type { Statut } from '../../server/features/assurance/sinistres/etats.ts';
import { makeSinistre, type SinistreOptions } from '../../server/features/assurance/sinistres/factory.ts';
import type { Hasard } from './hasard.ts';

interface Insured {
  id: number;
  nom: string;
  telephone: string;
  debut: Jour;
  garanties: Garantie[];
}

const circonstances: Record<string, string> = {
  deces_accident: 'Accident de la circulation sur la route de l’aéroport.',
  invalidite: 'Chute d’un échafaudage au travail.',
  frais_funeraires: 'Décès d’un proche assuré, obsèques au village.',
  forfait_hospitalier: 'Paludisme sévère, trois nuits à l’hôpital.',
  hospitalisation: 'Appendicite opérée en urgence.',
  consultation: 'Consultation chez un spécialiste.',
  pharmacie: 'Traitement prescrit après une consultation.',
  responsabilite_civile: 'Accrochage au carrefour, tiers sans blessure.',
  vol: 'Effraction constatée au matin, plainte déposée.',
  dommages: 'Pare-brise et aile enfoncés par un camion.',
  incendie: 'Départ de feu dans la cuisine.',
  degat_des_eaux: 'Rupture d’une canalisation du voisin.',
};

/** How many end in each state; the newest are the least advanced. */
const states: [Statut, number][] = [
  ['paye', 9],
  ['rejete', 4],
  ['accepte', 3],
  ['a_approuver', 3],
  ['instruction', 5],
  ['declare', 4],
];

/** Sinistres of the past months, in every state, on contrats that covered the day. */
export async function seedSinistres(tx: Transaction, h: Hasard): Promise<void> {
  const [people] = await tx.query<{ instructeur: number; approbateur: number }>(
    `select min(u.id) filter (where r.code = 'gestionnaire') as instructeur, min(u.id) filter (where r.code = 'administrateur') as approbateur
     from utilisateurs u join roles r on r.id = u.role_id`,
  );
  if (!people) return;
  const wanted = states.flatMap(([statut, n]) => Array.from({ length: n }, () => statut));
  const days = wanted.map((_, i) =>
    plusJours(aujourdhui(), -Math.round(((wanted.length - i) / wanted.length) * 150) - h.entre(2, 6)),
  );
  const insured = await candidates(tx);
  for (const [i, statut] of wanted.entries()) {
    const jour = days[i] as Jour;
    const who = await taken(tx, insured, jour, h);
    if (who) await makeSinistre(tx, told(who, jour, statut, people, h));
  }
  tx.changed('sinistres');
}

const candidates = (tx: Transaction) =>
  tx.query<Insured>(
    `select s.id, concat_ws(' ', c.nom, c.prenom) as nom, c.telephone, s.date_effet::text as debut, s.termes -> 'garanties' as garanties
     from souscriptions s join clients c on c.id = s.client_id
     where s.statut = 'activee' and s.date_effet < date_metier() - 120 and c.telephone <> '+242061234567' order by s.id`,
  );

/** Somebody who was covered on that day, once. */
async function taken(tx: Transaction, insured: Insured[], jour: Jour, h: Hasard): Promise<Insured | undefined> {
  for (let tries = 0; tries < 40 && insured.length > 0; tries++) {
    const place = h.entre(0, insured.length - 1);
    const who = insured[place] as Insured;
    const [cover] = await tx.query<{ couvert: boolean }>('select couverture_le($1, $2) as couvert', [who.id, jour]);
    const open = who.garanties.some(({ carence_jours }) => plusJours(who.debut, carence_jours) < jour);
    if (!cover?.couvert || !open) continue;
    insured.splice(place, 1);
    return who;
  }
  return undefined;
}

function told(
  { id, nom, telephone, debut, garanties }: Insured,
  jour: Jour,
  statut: Statut,
  { instructeur, approbateur }: { instructeur: number; approbateur: number },
  h: Hasard,
): SinistreOptions {
  const open = garanties.filter(({ carence_jours }) => plusJours(debut, carence_jours) < jour);
  const { code, plafond, franchise } = h.parmi(open);
  const demande = Math.max(franchise + 1_000, Math.round((plafond * h.entre(4, 40)) / 100 / 500) * 500);
  return {
    souscription_id: id,
    date_survenance: jour,
    lignes: [{ garantie: code, demande }],
    declarant_nom: nom,
    declarant_telephone: telephone,
    circonstances: circonstances[code] ?? 'Voir la déclaration jointe.',
    canal: h.parmi(['agence', 'agence', 'borne', 'espace'] as const),
    statut,
    instructeur_id: instructeur,
    approbateur_id: approbateur,
    ...(statut === 'a_approuver' ? { seuil: 1 } : {}),
    ...(statut === 'rejete'
      ? {
          motif_rejet: h.parmi(['pieces_manquantes', 'hors_garantie'] as const),
          commentaire_rejet: 'Le certificat demandé n’a pas été fourni.',
        }
      : {}),
  };
}
