import { type Ecran, estEnRetard, parler } from './ecran.ts';

export const accueil: Ecran = (etat, { contrats }) => {
  const dit = parler(etat);
  const tenus = contrats.length > 0;
  return {
    entete: dit('accueil'),
    choix: [
      ...(etat.reprise ? [{ cle: 'reprendre', libelle: dit('reprendre'), suite: { reprendre: true } as const }] : []),
      { cle: 'souscrire', libelle: dit('souscrire'), suite: { vers: 'produit' } as const },
      ...(tenus ? [{ cle: 'payer', libelle: dit('payer'), suite: { vers: 'payer' } as const }] : []),
      { cle: 'contrats', libelle: dit('contrats'), suite: { vers: 'contrats' } },
      ...(contrats.some(estEnRetard)
        ? [{ cle: 'rattrapage', libelle: dit('rattrapage'), suite: { vers: 'rattrapage' } as const }]
        : []),
      {
        cle: 'langue',
        libelle: dit('autre_langue'),
        suite: { vers: 'accueil', langue: etat.langue === 'fr' ? 'en' : 'fr' },
      },
    ],
  };
};

/** Something to be told, and the way back to the menu. */
export const message: Ecran = (etat) => ({
  entete: etat.saisie.message ?? parler(etat)('plus_possible'),
  choix: [{ cle: 'menu', libelle: parler(etat)('menu'), suite: { vers: 'accueil' } }],
});
