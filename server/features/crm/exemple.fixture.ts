import { aujourdhui, plusJours } from '../../core/jours.ts';
import type { Place } from '../organisation/factory.ts';
import { makeDevis, makeOpportunite, makeProjet, makeTache } from './factory.ts';

interface Chez {
  client_id: number;
  succursale_id: number;
  /** Who looks after it all. */
  utilisateur_id: number;
}

/** What is under way with a client: one of each, a devis in two versions, each named after `nom`; answers their ids. */
export async function cultive(place: Place, { utilisateur_id, ...chez }: Chez, nom: string) {
  const responsable_id = utilisateur_id;
  const opportunites = await makeOpportunite(place, { ...chez, responsable_id, nom, montant: 2_400_000 });
  const lignes = [{ libelle: nom, quantite: 12, prix: 200_000 }];
  const offre = { ...chez, opportunite_id: opportunites, numero: nom, lignes };
  const precedent_id = await makeDevis(place, { ...offre, statut: 'envoye', envoye_le: new Date().toISOString() });
  const devis = await makeDevis(place, { ...offre, precedent_id, version: 2 });
  const days = { date_debut: aujourdhui(), date_fin: plusJours(aujourdhui(), 60) };
  const projets = await makeProjet(place, { ...chez, ...days, responsable_id, titre: nom, devis_id: devis });
  const about = { ...chez, opportunite_id: opportunites, projet_id: projets };
  const taches = await makeTache(place, { ...about, titre: nom, assigne_a_id: utilisateur_id });
  return { opportunites, devis, projets, taches };
}
