export type Niveau = 'info' | 'attention' | 'erreur';

/** All that the shell tells. What is not in here is not written. */
export const evenements = {
  demarrage: ['info', 'The shell starts.'],
  seconde_instance: ['info', 'Another one is running already: this one ends.'],
  page: ['info', 'A window with another page took over.'],
  client_parti: ['info', 'A client left, and everything of theirs was wiped.'],
  effacement_incomplet: ['erreur', 'A step of the wipe failed; the others were carried out.'],
  deconnexion_impossible: ['attention', 'The server could not be told that a client left: it ends the session itself.'],
  rendu_perdu: ['erreur', 'The process of the screens is gone.'],
  rendu_fige: ['erreur', 'The screens answer no more, and are ended.'],
  battement_perdu: ['erreur', 'The screens give no sign of life, and are ended.'],
  chargement_rate: ['erreur', 'A page could not be loaded.'],
  boucle_de_pannes: ['erreur', 'The screens fall again and again: the maintenance page is shown.'],
  processus_perdu: ['attention', 'A process beside the screens is gone.'],
  sans_gpu: ['erreur', 'The graphics processor fails: a new start does without.'],
  erreur_fatale: ['erreur', 'An error that nothing caught: the shell ends, and is started again from outside.'],
  refus: ['attention', 'The screens tried what they may not.'],
  certificat_refuse: ['erreur', 'A certificate was refused.'],
  message_refuse: ['attention', 'A message to the shell came from elsewhere, too often, or in no known shape.'],
  demande_refusee: ['attention', 'The screens asked the server for what a borne may not ask for.'],
  serveur_injoignable: ['attention', 'The server gave no answer.'],
  contact: ['info', 'The server knows of us again.'],
  borne_revoquee: ['erreur', 'An administrator has revoked this terminal.'],
  enrolement: ['info', 'The terminal was enrolled.'],
  veilleur: ['attention', 'The watchdog could not be told that we live.'],
  impression: ['info', 'What the printing says.'],
  identite: ['info', 'What the terminal’s identity says.'],
} as const satisfies Record<string, readonly [Niveau, string]>;

export type Evenement = keyof typeof evenements;
export type Details = Record<string, string | number | boolean | undefined>;
export type Noter = (evenement: Evenement, details?: Details) => void;

/** Milliseconds within which the same line is counted, not repeated. */
const REPETITION = 60_000;
const LONGUEUR = 300;

/** Telephones, numbers of polices and tokens have no place in a log, wherever a sentence brings them in. */
const caches: readonly RegExp[] = [
  /\+?\d(?:[ .-]?\d){5,}/g,
  /\b[A-Z]{2,}[-_]?\d[\w-]*/g,
  /\beyJ[\w-]+\.[\w.-]+/g,
  /\b(?=\w*\d)[\w-]{24,}/g,
];

export const masquer = (texte: string): string =>
  caches.reduce((sofar, pattern) => sofar.replace(pattern, '***'), texte).slice(0, LONGUEUR);

interface PortsJournal {
  /** Writes one line: to the standard output, which systemd keeps. */
  ecrire: (line: string) => void;
  maintenant?: () => number;
}

/** One line of JSON for each event; a line that comes again within a minute is told once more, with its count. */
export function ouvrirJournal({ ecrire, maintenant = Date.now }: PortsJournal): Noter {
  const repetees = new Map<string, number>();

  function line(evenement: Evenement, details: Details, fois?: number): void {
    const instant = new Date(maintenant()).toISOString();
    const said = Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? masquer(value) : value,
    ]);
    ecrire(JSON.stringify({ instant, evenement, niveau: evenements[evenement][0], ...Object.fromEntries(said), fois }));
  }

  return (evenement, details = {}) => {
    const key = JSON.stringify([evenement, details]);
    const known = repetees.get(key);
    if (known !== undefined) return void repetees.set(key, known + 1);
    repetees.set(key, 0);
    line(evenement, details);
    setTimeout(() => {
      const fois = repetees.get(key);
      repetees.delete(key);
      if (fois) line(evenement, details, fois);
    }, REPETITION).unref();
  };
}
