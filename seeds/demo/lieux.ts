import { brazzaville, douala, type Noms, pointeNoire, yaounde } from './noms.ts';

/** What the clients of one succursale are drawn from. The firms and associations are invented, their trades are not. */
export interface Lieu {
  /** The succursale's code. */
  code: string;
  noms: Noms;
  /** How numbers begin there, and how many digits follow. */
  mobiles: readonly string[];
  fixes: readonly string[];
  villes: readonly { ville: string; adresses: readonly string[] }[];
  entreprises: readonly string[];
  associations: readonly string[];
  particuliers: number;
  professionnels: number;
}

const congo = { mobiles: ['+24206', '+24206', '+24206', '+24205', '+24205'] };
const cameroun = {
  mobiles: ['+237670', '+237675', '+237677', '+237650', '+237654', '+237680', '+237690', '+237691', '+237656'],
};

export const lieux: readonly Lieu[] = [
  {
    code: 'BZV',
    noms: brazzaville,
    ...congo,
    fixes: ['+24222281', '+24222283'],
    villes: [
      {
        ville: 'Brazzaville',
        adresses: [
          'rue Mbochis, Poto-Poto',
          'avenue de la Paix, Poto-Poto',
          'rue Bangalas, Poto-Poto',
          'avenue Matsoua, Bacongo',
          'rue Mbiémo, Bacongo',
          'rue Surcouf, Bacongo',
          'avenue des Trois Martyrs, Moungali',
          'rue Loukénié, Moungali',
          'rue Ewo, Moungali',
          'avenue de l’OUA, Makélékélé',
          'rue Kimpanzou, Makélékélé',
          'avenue Fulbert Youlou, Makélékélé',
          'rue Ossio, Ouenzé',
          'avenue Miadéka, Ouenzé',
          'rue Ngamaba, Mfilou',
          'rue Mouila, Talangaï',
        ],
      },
    ],
    entreprises: [
      'Transports du Djoué',
      'Boulangerie La Fleur du Pool',
      'Imprimerie des Rapides',
      'Quincaillerie de Mpila',
      'Pharmacie du Rond-Point',
      'Hôtel Les Jacarandas',
      'Menuiserie générale du Plateau',
      'Garage de la Tsiémé',
      'Pressing Étoile du Nord',
    ],
    associations: [
      'Mutuelle des commerçantes du marché Total',
      'Amicale des enseignants de Ouenzé',
      'Coopérative maraîchère de Kombé',
    ],
    particuliers: 68,
    professionnels: 13,
  },
  {
    code: 'PNR',
    noms: pointeNoire,
    ...congo,
    fixes: ['+24222294', '+24222295'],
    villes: [
      {
        ville: 'Pointe-Noire',
        adresses: [
          'avenue Charles de Gaulle, Centre-ville',
          'avenue Moe Kaat Matou, Lumumba',
          'rue des Trois Francs, Lumumba',
          'avenue de l’Indépendance, Tié-Tié',
          'rue Mbota Raffinerie, Loandjili',
          'quartier Mvou-Mvou, près du marché',
          'avenue Ma Loango, Mongo-Mpoukou',
          'quartier Fond Tié-Tié, arrêt Pharmacie',
          'quartier Ngoyo, route de la Frontière',
          'quartier Mpaka, arrêt Château d’eau',
          'rue du Port, Centre-ville',
          'quartier Siafoumou, près du dispensaire',
        ],
      },
      {
        ville: 'Dolisie',
        adresses: ['quartier Tsila', 'quartier Capable, près de la gare', 'avenue de la République'],
      },
    ],
    entreprises: [
      'Pêcheries de la Côte Sauvage',
      'Transit Océan Kouilou',
      'Scierie du Mayombe',
      'Chantier naval de la Songolo',
      'Restaurant Le Brise-Lames',
      'Sécurité Vigie du Littoral',
      'Boulangerie du Grand Marché',
    ],
    associations: [
      'Mutuelle des pêcheurs de Songolo',
      'Association des riverains de Ngoyo',
      'Tontine Bolingo de Tié-Tié',
    ],
    particuliers: 50,
    professionnels: 10,
  },
  {
    code: 'DLA',
    noms: douala,
    ...cameroun,
    fixes: ['+23723342', '+23723343'],
    villes: [
      {
        ville: 'Douala',
        adresses: [
          'boulevard de la Liberté, Akwa',
          'rue Joffre, Akwa',
          'rue Njo-Njo, Bonapriso',
          'rue Koloko, Bonapriso',
          'avenue de Gaulle, Bonanjo',
          'carrefour Deïdo, rue des Écoles',
          'marché Central, New Bell',
          'entrée Lycée, Makepe',
          'carrefour Maçon, Bonamoussadi',
          'carrefour Ndokotti, face station',
          'Bépanda, carrefour Tonnerre',
          'Logbessou, entrée IUT',
          'Bonabéri, ancienne route',
          'Kotto, carrefour Mobil',
          'PK 14, axe lourd',
        ],
      },
      { ville: 'Edéa', adresses: ['quartier Pongo, près du pont', 'quartier Mbanda, face mairie'] },
      { ville: 'Limbé', adresses: ['Down Beach, près du débarcadère', 'Mile 4, Cassava Farms'] },
    ],
    entreprises: [
      'Transports Wouri Express',
      'Cacaoyère du Moungo',
      'Imprimerie d’Akwa',
      'Cimenterie artisanale de Bonabéri',
      'Clinique des Palmiers',
      'Société de gardiennage Le Phare',
      'Boulangerie des Cocotiers',
      'Froid et Climatisation du Littoral',
      'Manutention portuaire de Youpwé',
    ],
    associations: [
      'Mutuelle des mototaximen de Ndokotti',
      'Réunion des élites du Nkam',
      'Association des femmes de Deïdo',
    ],
    particuliers: 62,
    professionnels: 12,
  },
  {
    code: 'YDE',
    noms: yaounde,
    ...cameroun,
    fixes: ['+23722220', '+23722223'],
    villes: [
      {
        ville: 'Yaoundé',
        adresses: [
          'carrefour Acacias, Biyem-Assi',
          'montée Jouvence, Biyem-Assi',
          'derrière l’hôpital de la CNPS, Essos',
          'camp Sonel, Essos',
          'carrefour Bastos, rue 1.750',
          'marché Mokolo, entrée principale',
          'rond-point Nlongkak',
          'carrefour Mvog-Mbi, face marché',
          'titi garage, Mvog-Ada',
          'carrefour Nsimeyong',
          'terminus Emana, pont',
          'Ekounou, carrefour Ebenezer',
          'Melen, mini-ferme',
          'Etoudi, carrefour Palais',
        ],
      },
      { ville: 'Mbalmayo', adresses: ['quartier Oyack, près de la gare', 'New Town, face lycée technique'] },
    ],
    entreprises: [
      'Librairie des Sept Collines',
      'Entreprise de bâtiment Mefou',
      'Laboratoire d’analyses du Mfoundi',
      'Agence de voyages Centre Express',
      'Ferme avicole de Soa',
      'Papeterie du Lac',
      'Restaurant La Marmite de Bastos',
    ],
    associations: [
      'Mutuelle du personnel de l’école de Melen',
      'Tontine Espoir de Mokolo',
      'Association des parents d’élèves d’Emana',
    ],
    particuliers: 47,
    professionnels: 9,
  },
];

/** Small trades under their owner's name: `%` is where it goes. */
export const metiers = [
  'Garage %',
  'Atelier de couture %',
  'Salon de coiffure %',
  'Alimentation générale %',
  'Menuiserie %',
  'Quincaillerie %',
  'Cabinet dentaire %',
  'Studio photo %',
  'Pressing %',
  'Taxi %',
  'Poissonnerie %',
  'Plomberie %',
  'Cybercafé %',
] as const;

/** What a counter writes down about a client. */
export const notes = [
  'Préfère être appelé après 17 h.',
  'Vient toujours le samedi matin.',
  'Ne lit pas les e-mails : téléphoner.',
  'Souhaite un échéancier mensuel.',
  'A demandé les tarifs de la Santé famille.',
  'Client recommandé par son frère, déjà assuré.',
  'Pièce d’identité à renouveler.',
  'Reçoit son courrier chez sa sœur.',
  'Attend la rentrée scolaire avant de décider.',
  'Change souvent de numéro : vérifier à chaque visite.',
] as const;
