import { aujourdhui, plusJours, plusMois } from '../../server/core/jours.ts';
import type { ClientOptions } from '../../server/features/clients/factory.ts';
import type { Hasard } from './hasard.ts';
import { type Lieu, metiers, notes } from './lieux.ts';

/** A client whose succursale is still only a code. */
export type Draft = Omit<ClientOptions, 'succursale_id'> & { code: string; cree_le: string };

type Personne = Pick<Draft, 'nom' | 'date_naissance'> & { prenom: string };

const MONTHS = 18;
const PHONE_LENGTH = 13;

/** The names and numbers that these already have. */
export const takenBy = (drafts: readonly Draft[]) =>
  new Set(drafts.flatMap(({ nom, prenom, telephone }) => [`${nom}/${prenom}`, telephone ?? '']));

/**
 * Believable clients of one place: people first, then small trades, firms and associations under a contact's name.
 * `taken` grows by their names and numbers, so that no two clients share one.
 */
export function clientsDe(lieu: Lieu, h: Hasard, taken: Set<string>): Draft[] {
  const fresh = (make: () => string): string => {
    const made = make();
    if (taken.has(made)) return fresh(make);
    taken.add(made);
    return made;
  };
  const phone = (prefixes: readonly string[]) => fresh(() => digits(h, h.parmi(prefixes)));

  function personne(): Personne {
    const name = fresh(
      () => `${h.parmi(lieu.noms.familles)}/${h.parmi(h.chance(52) ? lieu.noms.femmes : lieu.noms.hommes)}`,
    );
    const [nom = '', prenom = ''] = name.split('/');
    return { nom, prenom, date_naissance: plusJours(aujourdhui(), -h.entre(21 * 365, 68 * 365)) };
  }

  function place() {
    // Most live in the town itself, the first of the list.
    const { ville, adresses } = h.chance(85) ? (lieu.villes[0] as Lieu['villes'][number]) : h.parmi(lieu.villes);
    const adresse = h.parmi(adresses);
    return { ville, adresse: /^(rue|avenue|boulevard) /.test(adresse) ? `${h.entre(3, 248)}, ${adresse}` : adresse };
  }

  const common = () => ({ code: lieu.code, ...place(), cree_le: instant(h) });
  const noted = () => (h.chance(12) ? { notes: h.parmi(notes) } : {});

  const particulier = (): Draft => {
    const who = personne();
    const email = h.chance(40) ? { email: mail(`${who.prenom}.${who.nom}`) } : {};
    return { ...who, ...common(), telephone: phone(lieu.mobiles), ...email, ...noted() };
  };
  const professionnel = (): Draft => {
    const who = personne();
    const societe = h.parmi(metiers).replace('%', who.nom);
    return { ...who, ...common(), categorie: 'professionnel', societe, telephone: phone(lieu.mobiles), ...noted() };
  };
  const groupe =
    (categorie: 'entreprise' | 'association', prefixes: readonly string[]) =>
    (societe: string): Draft => {
      const { nom, prenom } = personne();
      return {
        nom,
        prenom,
        ...common(),
        categorie,
        societe,
        telephone: phone(prefixes),
        email: mail('contact', societe),
      };
    };

  return [
    ...Array.from({ length: lieu.particuliers }, particulier),
    ...Array.from({ length: lieu.professionnels }, professionnel),
    ...lieu.entreprises.map(groupe('entreprise', lieu.fixes)),
    ...lieu.associations.map(groupe('association', lieu.mobiles)),
  ];
}

const digits = (h: Hasard, prefix: string): string =>
  Array.from({ length: PHONE_LENGTH - prefix.length }, () => h.entre(0, 9)).reduce(
    (number, digit) => `${number}${digit}`,
    prefix,
  );

const ascii = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');

/** `.example` belongs to nobody, so that no demonstration ever writes to somebody. */
const mail = (who: string, firm?: string): string => `${ascii(who)}@${firm ? ascii(firm) : 'courriel'}.example`;

/** An opening hour of the past year and a half; the later the likelier, as for a business that grows. */
function instant(h: Hasard): string {
  const first = plusMois(aujourdhui(), -MONTHS);
  const span = Math.round((Date.parse(plusJours(aujourdhui(), -1)) - Date.parse(first)) / 86_400_000);
  const jour = plusJours(first, Math.max(h.entre(0, span), h.entre(0, span)));
  const two = (n: number) => String(n).padStart(2, '0');
  // Closed on Sundays.
  const open = new Date(`${jour}T00:00:00Z`).getUTCDay() === 0 ? plusJours(jour, -1) : jour;
  return `${open}T${two(h.entre(8, 16))}:${two(h.entre(0, 59))}:${two(h.entre(0, 59))}+01:00`;
}
