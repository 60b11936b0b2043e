import type { MigrationInterface, QueryRunner } from 'typeorm';

const upkeep = `
        revision integer not null default 1,
        cree_le timestamptz not null default now(),
        modifie_le timestamptz not null default now()`;

export class CreateRapports1763690023000 implements MigrationInterface {
  name = 'CreateRapports1763690023000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(performances);
    await db.query(planification);
    await db.query(enregistres);
    await db.query(exportes);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view fichiers_gardes;
      drop table exports, rapports_enregistres;
      drop function rapports_enregistres_prochain();
      drop function prochaine_echeance(text, integer, integer, timestamptz);
      drop view performances;
    `);
  }
}

const mesures = ['gagnees', 'perdues', 'devis_envoyes', 'devis_acceptes', 'taches_terminees', 'souscriptions'];

interface Fait {
  de: string;
  ou: string;
  jour: string;
  qui: string;
  objet: string;
  montant?: string;
  gagne?: string;
  encaisse?: string;
  succursale?: string;
}

/** One sort of dated fact: which measure it raises, and the francs that go with it. */
const fait = (
  rang: number,
  code: string,
  mesure: string,
  { de, ou, jour, qui, objet, montant = '0', gagne = '0', encaisse = '0', succursale = 'f' }: Fait,
) => `
        select f.id * 8 + ${rang} as id, f.revision, f.cree_le, f.modifie_le, ${jour} as jour, ${qui} as responsable_id,
          ${succursale}.succursale_id, '${code}'::text as fait, ${objet} as objet, (${montant})::bigint as montant,
          ${mesures.map((name) => `${name === mesure ? 1 : 0} as ${name}`).join(', ')},
          (${gagne})::bigint as montant_gagne, (${encaisse})::bigint as encaisse
        from ${de} where ${ou}`;

const performances = `
      -- What people of the house brought about, a row each, with its day and its person.
      create view performances as${[
        fait(0, 'opportunite_gagnee', 'gagnees', {
          de: 'opportunites f',
          ou: 'f.conclue_le is not null and f.supprime_le is null and f.responsable_id is not null',
          jour: 'f.conclue_le',
          qui: 'f.responsable_id',
          objet: 'f.nom',
          montant: 'f.montant',
          gagne: 'f.montant',
        }),
        fait(1, 'opportunite_perdue', 'perdues', {
          de: 'opportunites f',
          ou: 'f.perdue_le is not null and f.supprime_le is null and f.responsable_id is not null',
          jour: 'f.perdue_le',
          qui: 'f.responsable_id',
          objet: 'f.nom',
          montant: 'f.montant',
        }),
        fait(2, 'devis_envoye', 'devis_envoyes', {
          de: 'devis f join opportunites o on o.id = f.opportunite_id',
          ou: 'f.envoye_le is not null and o.responsable_id is not null',
          jour: 'f.envoye_le::date',
          qui: 'o.responsable_id',
          objet: 'f.numero',
          montant: 'f.montant',
        }),
        fait(3, 'devis_accepte', 'devis_acceptes', {
          de: 'devis f join opportunites o on o.id = f.opportunite_id',
          ou: `f.statut = 'accepte' and o.responsable_id is not null`,
          jour: 'f.repondu_le::date',
          qui: 'o.responsable_id',
          objet: 'f.numero',
          montant: 'f.montant',
        }),
        fait(4, 'tache_terminee', 'taches_terminees', {
          de: 'taches f',
          ou: 'f.terminee_le is not null and f.supprime_le is null',
          jour: 'f.terminee_le::date',
          qui: 'f.assigne_a_id',
          objet: 'f.titre',
        }),
        fait(5, 'souscription', 'souscriptions', {
          de: 'souscriptions f join agents a on a.id = f.agent_id',
          ou: 'a.utilisateur_id is not null',
          jour: 'f.cree_le::date',
          qui: 'a.utilisateur_id',
          objet: 'f.numero',
          montant: 'f.montant',
        }),
        fait(6, 'encaissement', '', {
          de: 'paiements f join souscriptions s on s.id = f.souscription_id join agents a on a.id = f.agent_id',
          ou: `f.statut = 'reussi' and f.paye_le is not null and a.utilisateur_id is not null`,
          jour: 'f.paye_le::date',
          qui: 'a.utilisateur_id',
          objet: 'f.numero',
          montant: 'f.montant',
          encaisse: 'f.montant',
          succursale: 's',
        }),
      ].join('\n        union all')};
`;

const planification = `
      -- The first moment after another one at which something planned is due, on the institution's clock. A month that
      -- is too short for the day has it on its last: counted from the day that was asked for, never from the last time.
      create function prochaine_echeance(planification text, jour integer, heure integer, apres timestamptz)
      returns timestamptz language sql immutable as $$
        select min(d + make_interval(hours => heure)) at time zone 'Africa/Brazzaville'
        from (select apres at time zone 'Africa/Brazzaville' as instant) a,
          generate_series(date_trunc('day', a.instant), a.instant + interval '32 days', interval '1 day') d
        where d + make_interval(hours => heure) > a.instant and case planification
          when 'quotidienne' then true
          when 'hebdomadaire' then extract(isodow from d) = jour
          when 'mensuelle' then extract(day from d)
            = least(jour, extract(day from date_trunc('month', d) + interval '1 month - 1 day'))
          else false end $$;
`;

const enregistres = `
      create table rapports_enregistres (
        id bigint generated by default as identity primary key,
        nom text not null constraint rapports_enregistres_nom_check check (length(nom) between 1 and 120),
        rapport text not null constraint rapports_enregistres_rapport_check check (rapport in ('clients', 'projets',
          'opportunites', 'pipeline', 'performances', 'portefeuille', 'encaissements', 'echeances', 'sinistres', 'agents')),
        format_fichier text not null default 'xlsx'
          constraint rapports_enregistres_format_fichier_check check (format_fichier in ('csv', 'xlsx', 'pdf')),
        filtres jsonb not null default '{}' constraint rapports_enregistres_filtres_check check (jsonb_typeof(filtres) = 'object'),
        colonnes jsonb not null default '[]' constraint rapports_enregistres_colonnes_check check (jsonb_typeof(colonnes) = 'array'),
        grouper_par text,
        -- Whose it is, and of which succursale: those of it may read and run it where it is shared.
        utilisateur_id bigint not null references utilisateurs,
        succursale_id bigint not null references succursales,
        partage boolean not null default false,
        planification text not null default 'aucune' constraint rapports_enregistres_planification_check
          check (planification in ('aucune', 'quotidienne', 'hebdomadaire', 'mensuelle')),
        -- Of the week from Monday, 1 to 7; of the month, 1 to 31.
        jour integer,
        heure integer constraint rapports_enregistres_heure_check check (heure between 0 and 23),
        destinataires jsonb not null default '[]' constraint rapports_enregistres_destinataires_check
          check (jsonb_typeof(destinataires) = 'array' and jsonb_array_length(destinataires) <= 10),
        suspendu boolean not null default false,
        prochain_le timestamptz,
        dernier_le timestamptz,
        dernier_resultat text,
        recherche text generated always as (sans_accents(nom)) stored,${upkeep},
        constraint rapports_enregistres_jour_check check (case planification
          when 'hebdomadaire' then jour is not null and jour between 1 and 7
          when 'mensuelle' then jour is not null and jour between 1 and 31
          else jour is null end),
        constraint rapports_enregistres_planification_heure_check check ((planification = 'aucune') = (heure is null))
      );
      create index rapports_enregistres_utilisateur on rapports_enregistres (utilisateur_id, id);
      create index rapports_enregistres_succursale on rapports_enregistres (succursale_id, id);
      create index rapports_enregistres_dus on rapports_enregistres (prochain_le) where prochain_le is not null;
      create index rapports_enregistres_recherche on rapports_enregistres using gin (recherche gin_trgm_ops);

      create function rapports_enregistres_prochain() returns trigger language plpgsql as $$
      begin
        new.prochain_le := case when new.suspendu then null
          else prochaine_echeance(new.planification, new.jour, new.heure, now()) end;
        return new;
      end $$;
      create trigger rapports_enregistres_prochain before insert or update of planification, jour, heure, suspendu
        on rapports_enregistres for each row execute function rapports_enregistres_prochain();
`;

const exportes = `
      -- A report as a file, from the moment it was asked for until it is thrown away.
      create table exports (
        id bigint generated by default as identity primary key,
        utilisateur_id bigint not null references utilisateurs,
        rapport_enregistre_id bigint references rapports_enregistres on delete set null,
        -- When it was due, where it was planned: once for each moment.
        prevu_le timestamptz,
        nom text not null constraint exports_nom_check check (length(nom) between 1 and 160),
        rapport text not null,
        format text not null constraint exports_format_check check (format in ('csv', 'xlsx', 'pdf')),
        demande jsonb not null,
        langue text not null constraint exports_langue_check check (langue in ('fr', 'en')),
        destinataires jsonb not null default '[]',
        statut text not null default 'en_attente' constraint exports_statut_check
          check (statut in ('en_attente', 'en_cours', 'pret', 'echoue', 'annule')),
        -- The run that is at it: what another one still writes counts for nothing.
        passage uuid,
        essais integer not null default 0,
        lignes bigint not null default 0,
        total bigint,
        motif_echec text,
        -- What its rows were taken from: somebody who reaches elsewhere since does not get them.
        perimetre text,
        cle text constraint exports_cle_unique unique constraint exports_cle_check check (cle ~ '^[0-9a-f]{64}$'),
        taille bigint,
        commence_le timestamptz,
        termine_le timestamptz,
        expire_le timestamptz not null,${upkeep},
        constraint exports_rapport_enregistre_id_unique unique (rapport_enregistre_id, prevu_le),
        constraint exports_pret_check check ((statut = 'pret') = (cle is not null))
      );
      create index exports_utilisateur on exports (utilisateur_id, id desc);
      create index exports_expire on exports (expire_le);

      -- The keys of all files that somebody still wants: the nightly sweep leaves them where they are.
      create view fichiers_gardes as
        select cle from documents where retire_le is null
        union all
        select cle from exports where cle is not null;
`;
