import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSessionsBorne1763690014000 implements MigrationInterface {
  name = 'CreateSessionsBorne1763690014000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A client at a terminal or on a telephone: signed in by one police, as long as that police is in force and the
      -- telephone on file is the same. Ended here, it is ended everywhere at once.
      create table sessions_borne (
        id uuid primary key,
        client_id bigint not null references clients on delete cascade,
        souscription_id bigint not null references souscriptions,
        telephone text not null constraint sessions_borne_telephone_check check (telephone ~ '^\\+(242|237)[0-9]{9}$'),
        canal text not null constraint sessions_borne_canal_check check (canal in ('borne', 'espace')),
        terminal text,
        empreinte text not null constraint sessions_borne_empreinte_check check (empreinte ~ '^[0-9a-f]{64}$'),
        expire_le timestamptz not null,
        -- However often it is renewed, it ends here.
        fin_le timestamptz not null,
        terminee_le timestamptz,
        cree_le timestamptz not null default now(),
        constraint sessions_borne_expire_le_check check (expire_le <= fin_le)
      );
      create index sessions_borne_client on sessions_borne (client_id) where terminee_le is null;
      create index sessions_borne_souscription on sessions_borne (souscription_id);
      create index sessions_borne_age on sessions_borne (expire_le);

      -- The answer to a client's request that must have one effect, kept in the transaction that had it.
      create table demandes_borne (
        porteur text not null constraint demandes_borne_porteur_check check (porteur <> ''),
        cle text not null constraint demandes_borne_cle_check check (length(cle) between 1 and 200),
        empreinte text not null,
        reponse json not null,
        cree_le timestamptz not null default now(),
        constraint demandes_borne_cle_unique primary key (porteur, cle)
      );
      create index demandes_borne_age on demandes_borne (cree_le);

      -- The institution says how many tries a code has: borne.code_essais.
      alter table codes drop constraint codes_essais_check;
      alter table codes add constraint codes_essais_check check (essais between 0 and 10);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update codes set essais = 5 where essais > 5;
      alter table codes drop constraint codes_essais_check;
      alter table codes add constraint codes_essais_check check (essais between 0 and 5);
      drop table demandes_borne, sessions_borne;
    `);
  }
}
