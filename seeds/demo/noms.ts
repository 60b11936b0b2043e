/** How people are called where a succursale is: the family name in capitals, as they write it. */
export interface Noms {
  familles: readonly string[];
  femmes: readonly string[];
  hommes: readonly string[];
}

const liste = (names: string): readonly string[] => names.trim().split(/,\s+/);

const congoFemmes = liste(`
  Marie Claire, Gisèle, Honorine, Clarisse, Prisca, Nadège, Bénédicte, Chancelle, Grâce, Merveille, Dorcas,
  Élodie, Flore, Ghislaine, Hortense, Ida, Joséphine, Léa, Mireille, Nicole, Olga, Pauline, Ruth, Sylvie, Thérèse,
  Urielle, Véronique, Yolande, Blandine, Céline, Delphine, Emma Christelle, Francine, Georgette, Henriette,
  Jeannette, Laurencia, Marie Josée, Princilia, Rosine
`);
const congoHommes = liste(`
  Jean Baptiste, Pierre, André, Rodrigue, Guy Roger, Brice, Chrysostome, Davy, Euloge, Fulgence, Ghislain, Hervé,
  Igor, Jean Claude, Landry, Médard, Narcisse, Omer, Parfait, Romuald, Serge, Thierry, Ulrich, Vivien, Wilfrid,
  Yves, Aimé Dieudonné, Bienvenu, Clotaire, Destin, Édouard, Firmin, Gildas, Juste, Lambert, Maixent, Prince,
  Roch, Sosthène, Urbain
`);
const camerounFemmes = liste(`
  Béatrice, Chantal, Solange, Brigitte, Carine, Diane, Edwige, Florence, Gaëlle, Hélène, Irène, Jacqueline,
  Larissa, Marie Noëlle, Nathalie, Odile, Pélagie, Régine, Sandrine, Tatiana, Vanessa, Yvette, Agnès, Bernadette,
  Clémence, Danielle, Estelle, Félicité, Ginette, Hermine, Josiane, Laure, Madeleine, Nadine, Philomène, Rachel,
  Stéphanie, Suzanne, Viviane, Christelle
`);
const camerounHommes = liste(`
  Paul, Alain, Blaise, Cédric, Désiré, Emmanuel, Franck, Gaston, Hilaire, Isaac, Joël, Jean Marie, Laurent,
  Martin, Norbert, Olivier, Patrice, Richard, Samuel, Théophile, Valentin, William, Yannick, Achille, Boniface,
  Célestin, Duplex, Ernest, Faustin, Gervais, Henri, Innocent, Jules, Lucien, Michel, Narcisse, Pascal, Rigobert,
  Simon Pierre, Thomas
`);

export const brazzaville: Noms = {
  familles: liste(`
    MALONGA, MASSAMBA, SAMBA, NKOUNKOU, BANZOUZI, LOUBAKI, MILANDOU, BITSINDOU, MABIALA, MOUKOKO, NGOUABI, OKOKO,
    IBARA, OKEMBA, ONDONGO, ITOUA, ELENGA, NDINGA, GAMBOU, OBAMBI, MPASSI, NGOMA, BATCHI, KOMBO, MIANTAMA, NZABA,
    BOUKA, MATONDO, KIMBEMBE, LOUZOLO, MAHOUNGOU, MOUNTOU, ONGAGNA, OSSETE, NGAKOSSO, MBEMBA, BAKALA, KOUKA, MAKAYA,
    LIKIBI
  `),
  femmes: congoFemmes,
  hommes: congoHommes,
};

export const pointeNoire: Noms = {
  familles: liste(`
    MAKOSSO, TCHICAYA, LOEMBA, POATY, PAMBOU, GOMA, MAVOUNGOU, TATY, BOUANGA, TCHITEMBO, MAKAYA, SITOU, NOMBO,
    KOUMBA, MOUSSAVOU, MOUANDA, NZAOU, BAYONNE, DJEMBO, TCHIBINDA, MBOUMBA, IBOUANGA, NGOMA, MAMPOUYA, BOUNGOU,
    MOUSSOUNDA, NIAMBI, KIBANGOU, MBAMA, PEMBA, TCHICAMBOUD, LASSY
  `),
  femmes: congoFemmes,
  hommes: congoHommes,
};

export const douala: Noms = {
  familles: liste(`
    EKAMBI, EPEE, EBONGUE, MOUELLE, NJOH, DIKOUME, EYOUM, MANGA, KOUOH, SONGUE, NGANDO, EWANE, KAMGA, FOTSO,
    TCHOUPO, NGUEMO, TALLA, KENGNE, SIMO, TCHATCHOUANG, WAMBA, DJOMO, NANA, NOUBISSI, BASSONG, NGO BIYONG, NLEND,
    MBOCK, EBELLE, TOUKAM, KOUAM, FOKOU, DEUGOUE, MOUKOURI, ESSAME, LOBE
  `),
  femmes: camerounFemmes,
  hommes: camerounHommes,
};

export const yaounde: Noms = {
  familles: liste(`
    ATANGANA, ESSOMBA, MBARGA, NKOA, ONANA, FOUDA, OWONA, ABENA, AMOUGOU, BELINGA, EBODE, ETOUNDI, MVONDO, NDONGO,
    NGONO, OLINGA, OMGBA, ZANGA, MESSINA, BIKELE, ELOUNDOU, MENGUE, NDZANA, OYONO, ETOGA, MBALLA, TCHINDA, KUATE,
    NGUIMFACK, DONGMO, TSAFACK, MEDJO, ASSAMBA, EVINA, NNOMO, EYENGA
  `),
  femmes: camerounFemmes,
  hommes: camerounHommes,
};
