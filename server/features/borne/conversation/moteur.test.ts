import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodicites } from '../../assurance/echeancier.ts';
import { etatSchema } from './etat.ts';
import type { ContratDuClient, Faits, ProduitEnVente } from './faits.ts';
import { gsm7, isGsm7 } from './gsm7.ts';
import { type Pas, refuser, step } from './moteur.ts';

const RUNS = 200;

const texte = fc.oneof(
  fc.string({ maxLength: 130, unit: 'grapheme' }),
  fc.constantFrom('PASS SALISA Santé', 'Assurance œuvre ça être €', '保険', 'x'.repeat(120)),
);
const produit: fc.Arbitrary<ProduitEnVente> = fc
  .record({
    id: fc.integer({ min: 1, max: 20 }),
    nom: texte,
    montant_min: fc.oneof(fc.constantFrom(100, 500), fc.integer({ min: 1, max: 5_000_000 })),
    plus: fc.integer({ min: 0, max: 900_000_000 }),
    periodicites: fc.uniqueArray(fc.constantFrom(...periodicites), { minLength: 1 }),
    duree: fc.integer({ min: 1, max: 36_500 }),
    duree_unite: fc.constantFrom('jours' as const, 'mois' as const),
    garanties: fc.array(texte, { maxLength: 8 }),
  })
  .map(({ plus, ...rest }) => ({ ...rest, montant_max: rest.montant_min + plus }));
const contrat: fc.Arbitrary<ContratDuClient> = fc.record({
  souscription_id: fc.integer({ min: 1, max: 30 }),
  police: fc.option(fc.constantFrom('CG-2024-VIE-001', 'POL001', 'ABCDEFGHIJ-2026-0123456789-XYZ')),
  produit: texte,
  montant: fc.integer({ min: 1, max: 100_000_000 }),
  en_attente: fc.boolean(),
  en_retard: fc.boolean(),
  couvert_jusqu_au: fc.option(fc.constant('2026-06-30')),
  reste_a_payer: fc.integer({ min: 0, max: 100_000_000 }),
  restant: fc.integer({ min: -500, max: 1_000_000_000 }),
});
const faits: fc.Arbitrary<Faits> = fc.record({
  canal: fc.constant('ussd' as const),
  telephone: fc.constantFrom('+242061234567', '+237671234567'),
  maintenant: fc.constant('2026-06-15T10:00:00.000Z'),
  langue: fc.constantFrom('fr' as const, 'en' as const),
  connu: fc.boolean(),
  produits: fc.uniqueArray(produit, { maxLength: 12, selector: ({ id }) => id }),
  contrats: fc.uniqueArray(contrat, { maxLength: 12, selector: ({ souscription_id }) => souscription_id }),
  operateurs: fc.constantFrom(
    { offerts: ['mtn', 'airtel'] as const, devine: 'airtel' as const },
    { offerts: ['mtn'] as const },
  ),
});
const saisie = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('1', '2', '3', '9') },
  { weight: 2, arbitrary: fc.constantFrom('500', '100', '1 000 000', 'MOUKOKO', 'Chloé', "N'GOMA") },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0', '', '-1', '99999999999999999999', '1*1', '#', '0x1', '1e3', '٣', 'null'),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 600, unit: 'binary' }) },
);

/** Each screen that a run of inputs reaches, the facts changing under it once. */
function parcourir(avant: Faits, apres: Faits, saisies: string[], voir: (pas: Pas, faits: Faits) => void) {
  let pas = step(undefined, '', avant);
  voir(pas, avant);
  for (const [i, saisie] of saisies.entries()) {
    if (pas.fin) return pas;
    const ici = i < saisies.length / 2 ? avant : apres;
    pas = step(etatSchema.parse(JSON.parse(JSON.stringify(pas.etat))), saisie, ici);
    voir(pas, ici);
  }
  return pas;
}

/** Mostly what somebody would type who wants something, then anything. */
const droit = fc.constantFrom(
  [],
  ['1', '1', '500', '1', 'MOUKOKO', 'Chloé', '1', '1'],
  ['1', '1', '500', '1', '1', '1'],
  ['2', '1', '1'],
  ['4', '1', '2'],
);
const saisies = fc.tuple(droit, fc.array(saisie, { maxLength: 25 })).map((parts) => parts.flat());
const parcours = [faits, faits, saisies] as const;

describe('whatever is typed', () => {
  test('every screen fits a telephone and its alphabet, and says how to get out', () => {
    fc.assert(
      fc.property(...parcours, (avant, apres, saisies) => {
        parcourir(avant, apres, saisies, ({ texte, fin, options }) => {
          expect([...texte].length).toBeLessThanOrEqual(160);
          expect(isGsm7(texte), texte).toBe(true);
          expect(texte.trim()).not.toBe('');
          if (!fin) expect(texte.split('\n').at(-1)).toMatch(/^0\. (Retour|Quitter|Back|Leave)$/);
          for (const { touche } of options) expect(texte).toContain(`\n${touche}. `);
        });
      }),
      { numRuns: RUNS },
    );
  });

  test('« 0 » leads out, from anywhere, in a bounded number of steps', () => {
    fc.assert(
      fc.property(...parcours, (avant, apres, saisies) => {
        let pas = parcourir(avant, apres, saisies, () => {});
        for (let n = 0; !pas.fin; n++) {
          expect(n).toBeLessThan(70);
          pas = step(pas.etat, '0', apres);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('an effect comes only with the end, within the bounds of what is sold or owed', () => {
    let souscrits = 0;
    let payes = 0;
    fc.assert(
      fc.property(...parcours, (avant, apres, saisies) => {
        parcourir(avant, apres, saisies, ({ fin, effets }, ici) => {
          if (!fin) expect(effets).toEqual([]);
          for (const effet of effets) {
            expect(ici.operateurs.offerts).toContain(effet.operateur);
            if (effet.type === 'payer') {
              payes += 1;
              const du = ici.contrats.find(({ souscription_id }) => souscription_id === effet.souscription_id);
              expect(effet.montant).toBeLessThanOrEqual(du?.restant ?? 0);
            } else {
              souscrits += 1;
              const vendu = ici.produits.find(({ id }) => id === effet.produit_id);
              expect(vendu).toBeDefined();
              expect(effet.consentement.texte).toContain('1. ');
              expect(Boolean(effet.nom && effet.prenom)).toBe(!ici.connu);
            }
          }
        });
      }),
      { numRuns: RUNS * 2 },
    );
    expect(souscrits).toBeGreaterThan(5);
    expect(payes).toBeGreaterThan(5);
  });

  test('the same state, input and facts give the same step', () => {
    fc.assert(
      fc.property(...parcours, (avant, apres, saisies) => {
        const [une, autre] = [[], []] as Pas[][];
        parcourir(avant, apres, saisies, (pas) => une?.push(pas));
        parcourir(avant, apres, saisies, (pas) => autre?.push(pas));
        expect(une).toEqual(autre);
      }),
      { numRuns: 50 },
    );
  });

  test('a reason of any length and script is a screen', () => {
    fc.assert(
      fc.property(faits, fc.string({ maxLength: 500, unit: 'grapheme' }), (ici, raison) => {
        const { texte } = refuser(step(undefined, '', ici).etat, raison, ici);
        expect([...texte].length).toBeLessThanOrEqual(160);
        expect(isGsm7(texte)).toBe(true);
      }),
    );
  });
});

test.each([
  ['Crédit d’ça – «œuvre» où être', 'Crédit d\'ca - "oeuvre" où etre'],
  ['700\u202f000 FCFA', '700 000 FCFA'],
  ['€ [x] {y} | \\ ~ ^', 'EUR (x) (y) / / - '],
  ['Ça ñ ß 保 \u0000', 'Ça ñ ß ? '],
])('%s is shown as %s', (written, shown) => {
  expect(gsm7(written)).toBe(shown);
});

test('more choices than fit come on further pages, each of them once', () => {
  const produits = Array.from({ length: 23 }, (_, i) => ({
    id: i + 1,
    nom: `PASS numéro ${i + 1}`,
    montant_min: 100,
    montant_max: 500,
    periodicites: ['mensuelle' as const],
    duree: 12,
    duree_unite: 'mois' as const,
    garanties: [],
  }));
  const [base] = fc.sample(faits, 1) as [Faits];
  const ici: Faits = { ...base, langue: 'fr', contrats: [], connu: true, produits };
  let pas = step(step(undefined, '', ici).etat, '1', ici);
  const vus: string[] = [];
  for (;;) {
    vus.push(...pas.options.map(({ libelle }) => libelle));
    if (!pas.texte.includes('9. Suite')) break;
    pas = step(pas.etat, '9', ici);
  }
  expect(vus).toEqual(produits.map(({ nom }) => nom));
  expect(step(pas.etat, '0', ici).texte).toContain('1. PASS numéro 1\n');
});
