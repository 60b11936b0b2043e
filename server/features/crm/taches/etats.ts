export const statuts = ['a_faire', 'en_cours', 'terminee'] as const;
export type Statut = (typeof statuts)[number];

export const priorites = ['basse', 'moyenne', 'haute', 'urgente'] as const;
export type Priorite = (typeof priorites)[number];

/** What a tâche may become, and by which verb. */
export const transitions = {
  commencer: { de: ['a_faire'], vers: 'en_cours' },
  complete: { de: ['a_faire', 'en_cours'], vers: 'terminee' },
  rouvrir: { de: ['terminee'], vers: 'a_faire' },
} as const satisfies Record<string, { de: readonly Statut[]; vers: Statut }>;

/** true when the verb is possible from here; otherwise the key of the sentence that says why not. */
export const mayBecome = (statut: Statut, verb: keyof typeof transitions): true | string =>
  (transitions[verb].de as readonly Statut[]).includes(statut) || `tache_${statut}`;

export const tranches = ['en_retard', 'aujourd_hui', 'cette_semaine', 'plus_tard', 'sans_date', 'terminee'] as const;
export type Tranche = (typeof tranches)[number];

/** When a tâche is due, seen from today; a week ends on its Sunday. */
export const conditions = (t: string): Record<Tranche, string> => {
  const open = `${t}.statut <> 'terminee'`;
  const sunday = `(date_trunc('week', date_metier())::date + 6)`;
  return {
    en_retard: `${open} and ${t}.date_echeance < date_metier()`,
    aujourd_hui: `${open} and ${t}.date_echeance = date_metier()`,
    cette_semaine: `${open} and ${t}.date_echeance > date_metier() and ${t}.date_echeance <= ${sunday}`,
    plus_tard: `${open} and ${t}.date_echeance > date_metier() and ${t}.date_echeance > ${sunday}`,
    sans_date: `${open} and ${t}.date_echeance is null`,
    terminee: `${t}.statut = 'terminee'`,
  };
};
