import { Entity } from 'typeorm';
import { Choice, Day, Francs, Integer, Reference, Text } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { Row } from '../../../core/row.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { Utilisateur } from '../../organisation/utilisateurs/utilisateur.ts';

export const faits = [
  'opportunite_gagnee',
  'opportunite_perdue',
  'devis_envoye',
  'devis_accepte',
  'tache_terminee',
  'souscription',
  'encaissement',
] as const;

/** Something that a person of the house brought about, on its day. A view: what it raises is 1, the rest 0. */
@Entity('performances')
export class Performance extends Row {
  @Day()
  jour!: Jour;

  @Reference(() => Utilisateur)
  responsable_id!: number;

  @Reference(() => Succursale)
  succursale_id!: number;

  @Choice(faits)
  fait!: (typeof faits)[number];

  /** What it is about: the name or the number of it. */
  @Text()
  objet!: string;

  @Francs({ min: Number.MIN_SAFE_INTEGER })
  montant!: Amount;

  @Integer()
  gagnees!: number;

  @Integer()
  perdues!: number;

  /** Francs of the opportunités that were won. */
  @Francs()
  montant_gagne!: Amount;

  @Integer()
  devis_envoyes!: number;

  @Integer()
  devis_acceptes!: number;

  @Integer()
  taches_terminees!: number;

  @Integer()
  souscriptions!: number;

  /** Francs that the person took as an agent. */
  @Francs({ min: Number.MIN_SAFE_INTEGER })
  encaisse!: Amount;
}
