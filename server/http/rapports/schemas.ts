import type { Langue } from '../../core/messages/messages.ts';
import { nomsRapports } from '../../features/rapports/etats/catalogue.ts';
import { formats } from '../../features/rapports/etats/fichier/formats.ts';
import { about, flag, instant, key, list, oneOf, orNull, shape, text, whole } from '../openapi/borne-shapes.ts';
import { refTo, type Schema } from '../openapi/types.ts';
import { rapportsWords } from './words.ts';

const anything: Schema = { type: 'object' };
const named = { nom: text('montant'), libelle: text('Montant') };
const typed = { ...named, sorte: text('francs') };
const rate = (schema: Schema) => ({ ...schema, additionalProperties: { type: ['number', 'null'] } });
const filter: Schema = { type: 'object', additionalProperties: { type: 'string' }, examples: [{ statut: 'reussi' }] };
const statuts = oneOf(['en_attente', 'en_cours', 'pret', 'echoue', 'annule']);

/** What reports and their files look like. */
export function rapportsSchemas(langue: Langue): Record<string, Schema> {
  const said = rapportsWords[langue];
  const groupe = rate(
    shape({ valeur: {}, libelle: text('Espèces'), liste: filter, nombre: whole }, [
      'valeur',
      'libelle',
      'liste',
      'nombre',
    ]),
  );
  const point = shape({
    code: text('especes'),
    libelle: text('Espèces'),
    valeur: { type: 'number' },
    liste: shape({ ressource: text('paiements'), filtre: filter }),
  });
  const graphique = shape({
    forme: oneOf(['barres', 'courbe', 'anneau']),
    unite: oneOf(['nombre', 'francs']),
    series: list(shape({ code: text('montant'), libelle: text('Montant'), points: list(point) })),
  });
  const filtre = shape({
    ...typed,
    operateurs: list(text('gte')),
    choix: list(shape({ code: text('especes'), libelle: text('Espèces') })),
    ressource: orNull(text('succursales')),
  });
  const description = shape({
    nom: oneOf(nomsRapports),
    libelle: text('Encaissements'),
    ressource: text('paiements'),
    exportable: flag,
    periode: orNull(shape({ champ: text('paye_le'), libelle: text('Payé le') })),
    grouper_par: text('mode_paiement'),
    colonnes_par_defaut: list(text('montant')),
    colonnes: list(shape(typed)),
    groupements: list(shape(named)),
    mesures: list(shape(typed)),
    filtres: list(filtre),
    recherche: flag,
  });
  const periode = shape({ champ: text('paye_le'), du: text('2026-01-01'), au: text('2026-01-31'), dite: text('') }, [
    'champ',
  ]);
  return {
    Rapports: shape({
      rapports: list(description),
      periodes: list(shape({ code: text('mois_precedent'), libelle: text('Le mois dernier') })),
    }),
    Rapport: shape({
      rapport: oneOf(nomsRapports),
      libelle: text('Encaissements'),
      ressource: text('paiements'),
      periode: orNull(periode),
      filtre: filter,
      filtres_dits: list(text('Statut : Réussi')),
      calcule_le: instant,
      colonnes: list(shape(typed)),
      mesures: list(shape(typed)),
      grouper_par: orNull(text('mode_paiement')),
      groupes: list(groupe),
      groupes_tronques: flag,
      totaux: rate(shape({ nombre: whole })),
      graphique: orNull(graphique),
      count: whole,
      next: orNull(text('')),
      previous: orNull(text('')),
      results: list(anything),
    }),
    DemandeExport: {
      ...shape(
        {
          rapport: oneOf(nomsRapports),
          format: oneOf(formats),
          filtres: about({ type: 'object', additionalProperties: true }, said.filtres),
          colonnes: about(list({ type: 'string' }), said.colonnes),
          grouper_par: about({ type: ['string', 'null'] }, said.grouper_par),
          attendre: { type: 'boolean', default: true },
        },
        ['rapport', 'format'],
      ),
      example: {
        rapport: 'clients',
        format: 'xlsx',
        filtres: { periode: 'annee_en_cours', categorie: 'particulier' },
        colonnes: ['nom', 'prenom', 'telephone', 'cree_le'],
        grouper_par: 'categorie',
        attendre: false,
      },
    },
    Export: shape({
      id: key,
      nom: text('Encaissements'),
      rapport: oneOf(nomsRapports),
      format: oneOf(formats),
      statut: statuts,
      lignes: whole,
      total: orNull(whole),
      motif_echec: orNull(text('')),
      taille: orNull(whole),
      rapport_enregistre_id: orNull(key),
      prevu_le: orNull(instant),
      cree_le: instant,
      commence_le: orNull(instant),
      termine_le: orNull(instant),
      expire_le: instant,
    }),
    Exports: shape({ results: list(refTo('schemas', 'Export')) }),
  };
}
