import { type Cast, cast } from '../../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import type { Caller } from '../../../core/access.ts';
import { Problem } from '../../../core/errors.ts';
import { aujourdhui, type Jour, plusJours } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import { transact } from '../../../core/records/transaction.ts';
import { makeUtilisateur } from '../../organisation/factory.ts';
import { makeContrat } from '../factory.ts';
import type { Garantie } from '../produits/garanties.ts';
import { sinistres } from './resource.ts';
import type { Sinistre } from './sinistre.ts';

export const garantie = (code: string, plafond: Francs, more: Partial<Garantie> = {}): Garantie => ({
  code,
  libelle: code,
  plafond,
  carence_jours: 0,
  franchise: 0,
  frequence: null,
  ...more,
});

interface Vendu {
  effet?: Jour;
  /** Francs and the day on which they were paid; a whole year on its first day unless given. */
  paiements?: [Francs, Jour][];
}

type Answer = Sinistre & { resultat?: { reglement: string } };

/** A database with people who work on sinistres, contrats at will, and the verbs as each of them. */
export async function sinistresTest() {
  const db: TestDatabase = await testDatabase();
  const people: Cast = await cast(db);
  const person = async (email: string, role: string) => {
    const id = await makeUtilisateur(db.database, { email, nom: email, role, succursale_id: people.douala });
    return { id, email, caller: () => callerOf(db, id) };
  };
  const irene = await person('irene@guichet.test', 'instructeur');
  const ivan = await person('ivan@guichet.test', 'instructeur');
  const [row] = await db.rows<{ id: number }>(
    `insert into clients (nom, succursale_id) values ('KONGO', $1) returning id`,
    [people.douala],
  );
  const client_id = row?.id as number;
  let made = 0;

  /** A contrat of one year, 1 000 francs a month. */
  async function contrat(garanties: Garantie[], { effet = plusJours(aujourdhui(), -30), paiements }: Vendu = {}) {
    made += 1;
    const terme = {
      date_effet: effet,
      montant: 1000,
      periodicite: 'mensuelle',
      duree: 12,
      duree_unite: 'mois',
    } as const;
    const own = { client_id, succursale_id: people.douala, police: `POL${made}`, ...terme };
    const id = await makeContrat(db.database, own);
    await db.rows(
      `update souscriptions set termes = termes || jsonb_build_object('garanties', $2::jsonb), date_effet = $3, cree_le = $3::date where id = $1`,
      [id, JSON.stringify(garanties), effet],
    );
    for (const [i, [montant, jour]] of (paiements ?? [[12_000, effet]]).entries()) {
      await db.rows(
        `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le)
         values ($1, $2, 'cotisation', 'virement', $3, 'reussi', $4::date + time '09:00')`,
        [`PAI-${id}-${i}`, id, montant, jour],
      );
    }
    await db.rows(`update souscriptions set statut = 'activee' where id = $1 and paye > 0`, [id]);
    return id;
  }

  type Person = { caller: () => Promise<Caller> };

  const declare = async (
    souscription_id: number,
    lignes: [string, Francs][],
    more: Partial<Sinistre> = {},
    who: Person = people.awa,
  ) =>
    (await db.records.create(await who.caller(), sinistres, {
      souscription_id,
      date_survenance: aujourdhui(),
      declarant_nom: 'KONGO Marie',
      lignes: lignes.map(([code, demande]) => ({ garantie: code, demande })),
      ...more,
    })) as unknown as Sinistre;

  const act = async (who: Person, id: number, verb: string, body: object = {}) =>
    (await db.records.act(await who.caller(), sinistres, id, verb, body)) as unknown as Answer;

  const lignes = (accords: [string, Francs][]) => accords.map(([code, accorde]) => ({ garantie: code, accorde }));

  /** Assigned to Irène and evaluated by her. */
  async function evaluated(souscription: number, demandes: [string, Francs][], accords = demandes, more = {}) {
    const { id } = await declare(souscription, demandes, more);
    await act(people.paul, id, 'affecter', { instructeur_id: irene.id });
    await act(irene, id, 'evaluer', { lignes: lignes(accords) });
    return id;
  }

  const cash = (montant: Francs) => ({ montant, mode_paiement: 'especes', beneficiaire: 'KONGO Marie' });

  return {
    db,
    people: { ...people, irene, ivan },
    contrat,
    declare,
    evaluated,
    act,
    lignes,
    cash,
    /** As a client at the kiosk. */
    within: async <T>(work: Parameters<typeof transact<T>>[2]) =>
      transact(db.database, await people.awa.caller(), work),
    seuil: (francs: Francs) =>
      db.rows(
        `insert into parametres (code, valeur) values ('sinistre.seuil_approbation', $1)
         on conflict (code) do update set valeur = $1`,
        [String(francs)],
      ),
  };
}

export type SinistresTest = Awaited<ReturnType<typeof sinistresTest>>;

async function callerOf(db: TestDatabase, id: number): Promise<Caller> {
  const known = await db.actors.find(id);
  if (!known) throw new Error(`utilisateur ${id} is not active`);
  return { actor: known.actor, surface: 'api', langue: 'fr', adresse_ip: '127.0.0.1' };
}

/** The status and the sentence with which something was refused; undefined when it was not. */
export const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => {
      if (!(error instanceof Problem)) throw error;
      const [field] = Object.keys(error.errors);
      return {
        status: error.status,
        key: (field && error.errors[field]?.[0]?.key) ?? error.said.key,
        field,
        said: error.said,
      };
    },
  );
