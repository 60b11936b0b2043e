/** Why a sheet did not come out. `absente` is a printer that neither CUPS nor the USB bus knows. */
export type RaisonImpression = 'papier' | 'hors_ligne' | 'bloquee' | 'absente' | 'inconnue';

/** How a printing ended: followed until the sheet is out, or until it is sure that it will not be. */
export type Impression = { statut: 'imprime' } | { statut: 'echec'; raison: RaisonImpression };

export type EtatImprimante = 'prete' | RaisonImpression;

/** What the shell offers to the screens, as `window.guichet`. In a browser there is none. */
export interface Pont {
  /** Of the shell: `1.4.0`. */
  version: string;
  /** Prints a PDF of the API, named by its path below `/api/v1`: `/contrats/POL001/releve.pdf`. One job at a time. */
  imprimer(document: string): Promise<Impression>;
  imprimante(): Promise<EtatImprimante>;
  /** The client has left: everything of theirs goes, and a new window begins on the welcome screen. */
  terminer(): Promise<void>;
  /** The screens are alive: called every five seconds. */
  battre(): void;
}
