import type { RequestHandler } from 'express';
import { type Caller, demand } from '../../core/access.ts';
import { champInvalide, introuvable, type Problem } from '../../core/errors.ts';
import { comparerLignes } from '../../features/crm/devis/comparer.ts';
import type { Ligne } from '../../features/crm/devis/lignes.ts';
import { devis } from '../../features/crm/devis/resource.ts';
import type { Guichet } from '../../guichet.ts';
import { callerOf } from '../request.ts';
import { send } from '../send.ts';

export const comparerPath = '/devis/:id/comparer';

interface Lu {
  id: number;
  numero: string;
  version: number;
  opportunite_id: number;
  precedent_id: number | null;
  montant: number;
  lignes: Ligne[];
  contenu: string | null;
  valide_jusqu_au: string;
}

const key = (text: unknown) => (typeof text === 'string' && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined);

/**
 * What a version changes, line by line, since the one before or the one named by `avec`: another devis of the same
 * opportunité. @throws 400 naming `avec`, 403, 404
 */
export const comparerRoute =
  ({ records }: Guichet): RequestHandler =>
  async (req, res) => {
    const caller = callerOf(req);
    demand(caller.actor, devis, 'lire');
    const id = key(req.params.id);
    if (!id) throw introuvable();
    const lire = async (caller: Caller, id: number) => JSON.parse((await records.get(caller, devis, id)).json) as Lu;
    const apres = await lire(caller, id);
    const autre = asked(req.url) ?? apres.precedent_id;
    if (!autre) throw champInvalide('avec', 'devis_sans_precedent');
    const avant = await lire(caller, autre).catch((problem: Problem) => {
      throw problem.status === 404 ? champInvalide('avec', 'reference_inconnue') : problem;
    });
    if (avant.opportunite_id !== apres.opportunite_id) throw champInvalide('avec', 'devis_autre_opportunite');
    const lignes = comparerLignes(avant.lignes, apres.lignes);
    const ecart = apres.montant - avant.montant;
    send(res, 200, JSON.stringify({ avant: entete(avant), apres: entete(apres), ecart, lignes }));
  };

const entete = ({ id, numero, version, montant, contenu, valide_jusqu_au }: Lu) => ({
  id,
  numero,
  version,
  montant,
  contenu,
  valide_jusqu_au,
});

/** The devis that is named beside. @throws 400 for one that cannot be, or anything else that is asked */
function asked(url: string): number | undefined {
  const sent = [...new URL(url, 'http://x').searchParams];
  const unknown = sent.find(([name], i) => name !== 'avec' || i > 0);
  if (unknown) throw champInvalide(unknown[0], unknown[0] === 'avec' ? 'parametre_repete' : 'parametre_inconnu');
  const text = sent[0]?.[1];
  if (text === undefined) return undefined;
  const named = key(text);
  if (!named) throw champInvalide('avec', 'reference_inconnue');
  return named;
}
