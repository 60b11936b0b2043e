import type { Send } from '../../../../tests/api.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Periodicite } from '../echeancier.ts';
import type { Apercu } from './apercu.ts';
import { maison, type Reponse } from './maison.fixture.ts';

export type Change = { montant?: number; periodicite?: Periodicite };

interface Ligne {
  quittance: string;
  terme: number;
  periode_debut: Jour;
  periode_fin: Jour;
  montant: number;
  paye: number;
}

interface Contrat {
  solde: number;
  du: number;
  couvert_jusqu_au: Jour | null;
  date_expiration: Jour;
  montant: number;
}

/** The house on a day: Paul asks for avenants, Brice approves them. */
export async function avenantsLe(jour: Jour) {
  const all = await maison(jour);

  async function ask(id: number, change: Change) {
    const body = { ...change, motif: 'à la demande du client' };
    const asked = await all.paul<Reponse>('POST', `/souscriptions/${id}/demander-avenant`, body);
    return { ...asked, avenant: asked.body.resultat?.avenant_id };
  }

  const approve = (avenant: number, send: Send = all.brice) =>
    send<Reponse & { apercu: Apercu }>('POST', `/avenants/${avenant}/approuver`);

  const cotisations = (police: string) =>
    all.rows<Ligne>('select * from cotisations where police = $1 order by terme, periode', [police]);

  const contratOf = async (police: string) =>
    (await all.rows<Contrat>('select * from contrats where police = $1', [police]))[0];

  const coveredOn = async (id: number, day: Jour) =>
    (await all.rows<{ covered: boolean }>('select couverture_le($1, $2) as covered', [id, day]))[0]?.covered;

  return { ...all, ask, approve, cotisations, contratOf, coveredOn };
}

export type Avenants = Awaited<ReturnType<typeof avenantsLe>>;
