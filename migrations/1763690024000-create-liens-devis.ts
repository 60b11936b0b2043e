import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLiensDevis1763690024000 implements MigrationInterface {
  name = 'CreateLiensDevis1763690024000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table succursales add column email text
        constraint succursales_email_check check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$');

      -- A devis that was sent: to whom, by whom, and the link by which it is read and answered. Of its token the digest
      -- alone is kept, from the moment it leaves. Sent again, the links before are ended: one at most is open.
      create table liens_devis (
        id uuid primary key,
        devis_id bigint not null references devis on delete cascade,
        destinataire text not null constraint liens_devis_destinataire_check check (length(destinataire) between 3 and 254),
        message text constraint liens_devis_message_check check (length(message) between 1 and 1000),
        langue text not null constraint liens_devis_langue_check check (langue in ('fr', 'en')),
        envoye_par_id bigint references utilisateurs,
        empreinte text constraint liens_devis_empreinte_unique unique
          constraint liens_devis_empreinte_check check (empreinte ~ '^[0-9a-f]{64}$'),
        expire_le date not null,
        parti_le timestamptz,
        ouvert_le timestamptz,
        revoque_le timestamptz,
        cree_le timestamptz not null default now(),
        constraint liens_devis_parti_le_check check (parti_le is null or empreinte is not null)
      );
      create unique index liens_devis_ouvert_unique on liens_devis (devis_id) where revoque_le is null;
      create index liens_devis_devis on liens_devis (devis_id);
      create index liens_devis_envoye_par on liens_devis (envoye_par_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table liens_devis;
      alter table succursales drop column email;
    `);
  }
}
