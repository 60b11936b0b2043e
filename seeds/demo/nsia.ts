import { aujourdhui, plusJours } from '../../server/core/jours.ts';
import type { Draft } from './clients.ts';

const ilYA = (days: number, time: string) => `${plusJours(aujourdhui(), -days)}T${time}+01:00`;

/** The people of the kiosk's story, as its first users know them. */
export const nsia = (): Draft[] => [
  {
    code: 'BZV',
    nom: 'KONGO',
    prenom: 'Jean Baptiste',
    telephone: '+242061234567',
    email: 'jean-baptiste.kongo@courriel.example',
    date_naissance: '1979-03-14',
    adresse: '15, rue Mbochis, Poto-Poto',
    ville: 'Brazzaville',
    cree_le: ilYA(530, '09:12:00'),
  },
  {
    code: 'BZV',
    nom: 'MOUKOKO',
    prenom: 'Marie Claire',
    telephone: '+242059876543',
    date_naissance: '1985-11-02',
    adresse: '48, avenue Matsoua, Bacongo',
    ville: 'Brazzaville',
    cree_le: ilYA(502, '10:40:00'),
  },
  {
    code: 'BZV',
    nom: 'NGOUABI',
    prenom: 'Pierre',
    telephone: '+242042345678',
    date_naissance: '1972-07-28',
    adresse: '7, rue Loukénié, Moungali',
    ville: 'Brazzaville',
    cree_le: ilYA(471, '15:05:00'),
  },
  {
    code: 'BZV',
    nom: 'MAKOSSO',
    prenom: 'Gisèle',
    telephone: '+242066104528',
    date_naissance: '1991-05-19',
    adresse: '112, avenue de l’OUA, Makélékélé',
    ville: 'Brazzaville',
    cree_le: ilYA(24, '11:20:00'),
    notes: 'Prospect : hésite entre PASS KIMIA et PASS BATELA, à rappeler en fin de mois.',
  },
  {
    code: 'BZV',
    nom: 'OKOKO',
    prenom: 'André',
    telephone: '+242055417709',
    date_naissance: '1994-09-08',
    adresse: '33, avenue Miadéka, Ouenzé',
    ville: 'Brazzaville',
    cree_le: ilYA(11, '16:35:00'),
    notes: 'Prospect : veut assurer sa moto avant de reprendre le travail.',
  },
  {
    code: 'PNR',
    nom: 'TCHICAYA',
    prenom: 'Honorine',
    telephone: '+242066720914',
    date_naissance: '1988-01-23',
    adresse: '21, avenue de l’Indépendance, Tié-Tié',
    ville: 'Pointe-Noire',
    // The first police of all: it came over from the portfolio of 2024.
    cree_le: '2024-03-04T08:50:00+01:00',
  },
  {
    code: 'PNR',
    nom: 'NZABA',
    prenom: 'Firmin',
    telephone: '+242064938215',
    date_naissance: '1983-12-11',
    adresse: 'quartier Capable, près de la gare',
    ville: 'Dolisie',
    cree_le: ilYA(233, '14:10:00'),
  },
];
