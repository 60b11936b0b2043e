import type { Labels } from '../../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Relevé d’opérateur',
  many: 'Relevés d’opérateur',
  fields: {
    operateur: 'Opérateur',
    contenu: 'Contenu du fichier (CSV)',
    empreinte: 'Empreinte',
    du: 'Du',
    au: 'Au',
    lignes: 'Lignes',
    illisibles: 'Lignes illisibles',
    montant_operateur: 'Total de l’opérateur',
    montant_nous: 'Total de nos livres',
    totaux: 'Totaux par jour',
    a_resoudre: 'À résoudre',
    rapproche_le: 'Rapproché le',
  },
  parts: {
    'totaux.operateur': 'Opérateur',
    'totaux.jour': 'Jour',
    'totaux.devise': 'Devise',
    'totaux.operateur_montant': 'Total de l’opérateur',
    'totaux.nous_montant': 'Total de nos livres',
    'totaux.nombre': 'Nombre par classe',
  },
  choices: {
    operateur: { mtn_money: 'MTN Mobile Money', airtel_money: 'Airtel Money' },
    'totaux.operateur': { mtn_money: 'MTN Mobile Money', airtel_money: 'Airtel Money' },
  },
  actions: { rapprocher: 'Rapprocher' },
  hints: { contenu: 'Collez le fichier que l’opérateur met à disposition ; le même fichier ne compte qu’une fois.' },
  sentences: {
    releve_illisible: 'Ce fichier n’est pas un relevé de cet opérateur : {raison}.',
    releve_vide: 'Ce fichier n’a aucune ligne de cet opérateur.',
    releve_connu: 'Ce relevé est déjà importé.',
  },
};

const en: Labels = {
  one: 'Operator’s statement',
  many: 'Operators’ statements',
  fields: {
    operateur: 'Operator',
    contenu: 'Content of the file (CSV)',
    empreinte: 'Digest',
    du: 'From',
    au: 'To',
    lignes: 'Lines',
    illisibles: 'Unreadable lines',
    montant_operateur: 'Operator’s total',
    montant_nous: 'Our books’ total',
    totaux: 'Totals by day',
    a_resoudre: 'To be settled',
    rapproche_le: 'Compared on',
  },
  parts: {
    'totaux.operateur': 'Operator',
    'totaux.jour': 'Day',
    'totaux.devise': 'Currency',
    'totaux.operateur_montant': 'Operator’s total',
    'totaux.nous_montant': 'Our books’ total',
    'totaux.nombre': 'Count by class',
  },
  choices: {
    operateur: { mtn_money: 'MTN Mobile Money', airtel_money: 'Airtel Money' },
    'totaux.operateur': { mtn_money: 'MTN Mobile Money', airtel_money: 'Airtel Money' },
  },
  actions: { rapprocher: 'Compare' },
  hints: { contenu: 'Paste the file that the operator makes available; the same file counts once.' },
  sentences: {
    releve_illisible: 'This file is no statement of this operator: {raison}.',
    releve_vide: 'This file has no line of this operator.',
    releve_connu: 'This statement has been imported already.',
  },
};

export const messages = { fr, en };
