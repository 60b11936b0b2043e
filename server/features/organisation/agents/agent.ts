import { Entity } from 'typeorm';
import { Choice, Code, Francs, Percent, Phone, Reference, Text } from '../../../core/fields.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { Row } from '../../../core/row.ts';
import { Succursale } from '../succursales/succursale.ts';
import { Utilisateur } from '../utilisateurs/utilisateur.ts';

const statuts = ['actif', 'suspendu', 'parti'] as const;

/** Someone who sells and collects for a succursale. */
@Entity('agents')
export class Agent extends Row {
  @Code({ unique: true })
  matricule!: string;

  @Text({ max: 80 })
  nom!: string;

  @Text({ optional: true, max: 80 })
  prenom!: string | null;

  @Phone()
  telephone!: string;

  @Text({ optional: true, max: 200 })
  adresse!: string | null;

  @Reference(() => Succursale)
  succursale_id!: number;

  /** The account with which the agent signs in, when there is one. */
  @Reference(() => Utilisateur, { optional: true })
  utilisateur_id!: number | null;

  /** Cash collected and not yet remitted, in francs: only payments and remittances change it. */
  @Francs({ readOnly: true, default: 0 })
  solde!: Amount;

  @Percent({ default: 0 })
  taux_commission!: number;

  @Choice(statuts, { readOnly: true, default: 'actif' })
  statut!: (typeof statuts)[number];

  suspendre() {
    this.statut = 'suspendu';
  }

  reactiver() {
    this.statut = 'actif';
  }

  partir() {
    this.statut = 'parti';
  }
}
