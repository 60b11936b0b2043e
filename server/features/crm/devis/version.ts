import { refuse } from '../../../core/errors.ts';
import { journalize } from '../../../core/journal/journal.ts';
import { aujourdhui, plusJours } from '../../../core/jours.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { valeurDe } from '../../parametres/catalogue.ts';
import { Opportunite } from '../opportunites/opportunite.ts';
import { Devis } from './devis.ts';
import { exigerDerniere } from './repondre.ts';

/** @throws 409 when the opportunité is won or lost */
async function exigerOuverte({ em }: Transaction, id: number): Promise<void> {
  const { statut } = await em.findOneByOrFail(Opportunite, { id });
  if (statut !== 'en_cours') throw refuse(`opportunite_${statut}`);
}

/**
 * The same offer once more, to be changed and sent: its number goes on, its version is the next. The one before stays as
 * it was, and can no longer be answered. Answers the key of the new one.
 * @throws 409 for one that was accepted or has a later version already, or whose opportunité is decided
 */
export async function nouvelleVersion(tx: Transaction, devis: Devis): Promise<Devis> {
  if (devis.statut === 'accepte') throw refuse('devis_accepte');
  await exigerDerniere(tx, devis);
  await exigerOuverte(tx, devis.opportunite_id);
  const { numero, version, opportunite_id, client_id, succursale_id, lignes, contenu } = devis;
  const suivant = tx.em.create(Devis, {
    numero,
    version: version + 1,
    opportunite_id,
    client_id,
    succursale_id,
    lignes,
    contenu,
    precedent_id: devis.id,
    statut: 'brouillon',
    valide_jusqu_au: plusJours(aujourdhui(), await valeurDe(tx, 'devis.validite_jours')),
  });
  await tx.em.save(suivant);
  tx.changed('devis');
  const objet = `${numero} v${suivant.version}`;
  await journalize(tx, { action: 'creer', ressource: 'devis', objet_id: suivant.id, objet, succursale_id });
  return suivant;
}
