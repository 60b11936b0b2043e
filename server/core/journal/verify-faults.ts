/** What a check of the journal can find wrong. */
export type Fault =
  | { sorte: 'rang_inattendu'; attendu: number; rang: number; journal_id: number }
  | { sorte: 'ligne_absente' | 'ligne_modifiee'; rang: number; journal_id: number }
  | { sorte: 'ligne_sans_sceau' | 'file_fausse'; journal_id: number }
  | { sorte: 'tete_fausse' | 'fin_coupee' | 'chaine_reecrite'; jour: string; rang: number; lieu: string }
  | { sorte: 'tete_illisible' | 'fichier_absent'; lieu: string };

/** The fault in a sentence for the one who runs the check. */
export function sayFault(fault: Fault): string {
  switch (fault.sorte) {
    case 'rang_inattendu':
      return `Ligne ${fault.journal_id} : son sceau porte le rang ${fault.rang} au lieu de ${fault.attendu}. Des sceaux ont été supprimés ou déplacés.`;
    case 'ligne_absente':
      return `Ligne ${fault.journal_id} : scellée au rang ${fault.rang}, elle n’est plus dans le journal.`;
    case 'ligne_modifiee':
      return `Ligne ${fault.journal_id} : elle ne correspond pas à son sceau (rang ${fault.rang}). Elle a été modifiée, déplacée ou remplacée.`;
    case 'ligne_sans_sceau':
      return `Ligne ${fault.journal_id} : elle n’a pas de sceau et n’en attend pas. Elle a été ajoutée hors de l’application.`;
    case 'file_fausse':
      return `Ligne ${fault.journal_id} : elle attend un sceau alors qu’elle n’existe pas, ou qu’elle en a déjà un.`;
    case 'tete_fausse':
      return `Tête du ${fault.jour}, rang ${fault.rang} (${fault.lieu}) : sa signature n’est d’aucune clé reconnue.`;
    case 'fin_coupee':
      return `Tête du ${fault.jour} (${fault.lieu}) : la chaîne allait alors jusqu’au rang ${fault.rang} et s’arrête avant. La fin du journal a été coupée.`;
    case 'chaine_reecrite':
      return `Tête du ${fault.jour} (${fault.lieu}) : la chaîne ne passe plus par le sceau signé au rang ${fault.rang}. Elle a été réécrite.`;
    case 'tete_illisible':
      return `${fault.lieu} : ce n’est pas une tête signée.`;
    case 'fichier_absent':
      return `${fault.lieu} : le fichier des têtes signées manque. Sans lui, rien ne dit que la fin du journal n’a pas été coupée.`;
  }
}
