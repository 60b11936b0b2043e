import type { Transaction } from '../../core/records/transaction.ts';

interface Entier {
  sorte: 'entier';
  defaut: number;
  min: number;
  max: number;
}

interface Choix<C extends string = string> {
  sorte: 'choix';
  defaut: C;
  choix: readonly C[];
}

const entier = (defaut: number, min: number, max: number): Entier => ({ sorte: 'entier', defaut, min, max });
const choix = <const C extends string>(defaut: NoInfer<C>, all: readonly C[]): Choix<C> => ({
  sorte: 'choix',
  defaut,
  choix: all,
});

const FRANCS_MAX = 1_000_000_000;

/** What the law or the institution may set otherwise. Amounts in francs, spans in days unless the name says so. */
export const catalogue = {
  /** Code CIMA art. 541: cash that an agent may take for one police, all payments together. */
  'especes.plafond': entier(1_000_000, 0, FRANCS_MAX),
  /** Code CIMA art. 542: days within which cash is remitted; beyond, the agent takes no more. */
  'reversement.jours': entier(30, 1, 365),
  /** Code CIMA art. 544: days after the remittance within which the commission is paid. */
  'commission.jours': entier(30, 1, 365),
  /** Code CIMA art. 13: how long cover may be lent at most, and for what yearly premium at least. */
  'derogation.jours_max': entier(60, 1, 60),
  'derogation.prime_min': entier(80 * 12 * 90_000, 0, FRANCS_MAX),
  /** From this sum on, a second person approves what a sinistre is granted. */
  'sinistre.seuil_approbation': entier(100_000, 0, FRANCS_MAX),
  /** How long after it happened a sinistre may be declared. */
  'sinistre.jours_declaration': entier(60, 1, 3650),
  /** Whether each payment is answered by an SMS to the client. */
  'sms.recus': choix('oui', ['oui', 'non']),
  /** Whether clients who accept notifications are reminded of échéances, and how many days before for the first time. */
  'push.rappels': choix('oui', ['oui', 'non']),
  'push.jours': entier(7, 2, 30),
  /** When the kiosk asks for a code sent to the telephone: never, before what changes rights, or before anything. */
  'borne.code': choix('ecritures', ['jamais', 'ecritures', 'toujours']),
  'borne.code_minutes': entier(5, 1, 30),
  'borne.code_essais': entier(5, 1, 10),
  /** A terminal that nobody touches, in seconds: until it asks whether anybody is there, and how long it then waits. */
  'borne.inactivite_secondes': entier(60, 20, 240),
  'borne.compte_a_rebours_secondes': entier(30, 20, 60),
  /** How long a terminal waits for a payment to be confirmed, in seconds. */
  'borne.attente_paiement_secondes': entier(360, 60, 900),
  /** Whether clients sign in at any terminal, or at enrolled ones alone. */
  'borne.terminaux': choix('libres', ['libres', 'enroles']),
  /** How long a devis can be accepted unless its maker says otherwise. */
  'devis.validite_jours': entier(30, 1, 365),
  /** How long the private link of a devis opens at most; never beyond its validity. */
  'devis.lien_jours': entier(60, 1, 365),
  /** Up to how many rows a report is answered at once, how many of them a document on paper shows, and how many days a file is kept. */
  'export.lignes': entier(5000, 0, 10_000),
  'export.pdf_lignes': entier(2000, 100, 10_000),
  'export.jours': entier(7, 1, 90),
} satisfies Record<string, Entier | Choix>;

export type CodeParametre = keyof typeof catalogue;
type Valeur<K extends CodeParametre> = (typeof catalogue)[K] extends Choix<infer C> ? C : number;

export const codes = Object.keys(catalogue) as CodeParametre[];

const entry = (code: CodeParametre): Entier | Choix => catalogue[code];

/** Whether a typed text is a value for this parameter; otherwise the key of the sentence that says why not. */
export function objection(
  code: CodeParametre,
  typed: string,
): { key: string; values: Record<string, unknown> } | undefined {
  const known = entry(code);
  if (known.sorte === 'choix')
    return known.choix.includes(typed)
      ? undefined
      : { key: 'choix_invalide', values: { choix: known.choix.join(', ') } };
  const { min, max } = known;
  const right = /^\d{1,12}$/.test(typed) && Number(typed) >= min && Number(typed) <= max;
  return right ? undefined : { key: 'entre', values: { minimum: min, maximum: max } };
}

/** What a parameter is set to. */
export async function valeurDe<K extends CodeParametre>(tx: Pick<Transaction, 'query'>, code: K): Promise<Valeur<K>> {
  const [row] = await tx.query<{ valeur: string }>('select valeur from parametres where code = $1', [code]);
  const known = entry(code);
  const text = row && !objection(code, row.valeur) ? row.valeur : String(known.defaut);
  return (known.sorte === 'entier' ? Number(text) : text) as Valeur<K>;
}
