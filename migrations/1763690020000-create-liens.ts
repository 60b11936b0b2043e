import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLiens1763690020000 implements MigrationInterface {
  name = 'CreateLiens1763690020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- An attestation that was given out, by the code that is printed on it.
      create table attestations (
        code text primary key constraint attestations_code_check check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
        souscription_id bigint not null references souscriptions,
        etablie_le date not null,
        couvert_jusqu_au date not null,
        cree_le timestamptz not null default now(),
        constraint attestations_couvert_jusqu_au_check check (couvert_jusqu_au >= etablie_le)
      );
      create index attestations_souscription on attestations (souscription_id);

      -- A document that a client asked for by SMS or e-mail: which one, never what it says nor where it goes. A link
      -- opens it a few times, until it expires or the telephone on file is another; its token is kept as a digest.
      create table envois (
        id uuid primary key,
        client_id bigint not null references clients on delete cascade,
        document text not null constraint envois_document_check check (document in ('releve', 'attestation', 'recu')),
        souscription_id bigint references souscriptions,
        paiement_id bigint references paiements,
        par text not null constraint envois_par_check check (par in ('sms', 'email')),
        destinataire text not null constraint envois_destinataire_check check (destinataire ~ '^[0-9a-f]{64}$'),
        langue text not null constraint envois_langue_check check (langue in ('fr', 'en')),
        empreinte text constraint envois_empreinte_unique unique,
        ouvertures integer not null default 0 constraint envois_ouvertures_check check (ouvertures between 0 and 5),
        expire_le timestamptz not null,
        parti_le timestamptz,
        cree_le timestamptz not null default now(),
        constraint envois_lien_check check ((par = 'sms') = (empreinte is not null)),
        constraint envois_objet_check check ((document = 'recu') = (paiement_id is not null)
          and (document <> 'attestation' or souscription_id is not null))
      );
      create index envois_client on envois (client_id, cree_le);
      create index envois_souscription on envois (souscription_id);
      create index envois_paiement on envois (paiement_id);
      create index envois_age on envois (expire_le);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table envois, attestations');
  }
}
