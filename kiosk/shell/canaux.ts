/** The names under which pages and shell speak. There is no other. */
export const canaux = {
  imprimer: 'guichet:imprimer',
  imprimante: 'guichet:imprimante',
  terminer: 'guichet:terminer',
  battre: 'guichet:battre',
  enroler: 'coque:enroler',
  battreCoque: 'coque:battre',
} as const;
