import { champInvalide, refuse } from '../../../../core/errors.ts';
import type { Prepare } from '../../../../core/records/rules.ts';
import { lignesDe } from './lignes.ts';
import { empreinteDe, type Releve } from './releve.ts';

/** A new statement is read at once, and compared as soon as it is stored. */
export const lire: Prepare<Releve> = async (releve, tx) => {
  const { lignes, illisibles } = lignesDe(releve);
  if (lignes.length === 0) throw champInvalide('contenu', 'releve_vide');
  releve.empreinte = empreinteDe(releve);
  const known = await tx.query('select from releves where empreinte = $1', [releve.empreinte]);
  if (known.length > 0) throw refuse('releve_connu', {}, { contenu: [{ key: 'releve_connu' }] });
  const jours = lignes.map(({ jour }) => jour).sort();
  releve.du = jours[0] ?? null;
  releve.au = jours.at(-1) ?? null;
  releve.lignes = lignes.length;
  releve.illisibles = illisibles;
  await tx.job('rapprocher-releve', { empreinte: releve.empreinte });
};
