import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ouvrirDocument } from '../document.ts';
import { lignes, lirePdf } from '../lire.fixture.ts';
import { graduations } from './echelle.ts';
import type { Graphique } from './graphique.ts';

const enTete = { institution: 'INTIA', titre: 'Chiffres', numero: 'C-1', date: '21/11/2026', langue: 'fr' } as const;
const serie = (libelle: string, valeurs: number[], names = ['Douala', 'Yaoundé', 'Poto-Poto']) => ({
  libelle,
  points: valeurs.map((valeur, n) => ({ libelle: names[n] ?? String(n), valeur })),
});

async function drawn(donnees: Partial<Graphique>, before = 0, langue: 'fr' | 'en' = 'fr') {
  const pdf = ouvrirDocument({ ...enTete, langue });
  for (let n = 0; n < before; n++) pdf.paragraphe('Une ligne avant.');
  const series = [serie('Prévu', [12, 5, 8]), serie('Réalisé', [9, 6, -3])];
  pdf.graphique({ titre: 'Titre', forme: 'barres', unite: 'nombre', series, vide: 'Rien à dessiner.', ...donnees });
  return lirePdf(await pdf.fermer());
}
const said = async (...given: Parameters<typeof drawn>) =>
  (await drawn(...given)).flatMap(lignes).flatMap((line) => line.split(' | '));

test.each(['barres', 'piles', 'courbe'] as const)('%s: axes, points and series are named', async (forme) => {
  expect(await said({ forme })).toEqual(
    expect.arrayContaining(['Titre', 'Douala', 'Yaoundé', 'Poto-Poto', 'Prévu', 'Réalisé', '0', '10']),
  );
});

test('each bar says its value, and amounts are in short beside the axis', async () => {
  expect(await said({ unite: 'francs', series: [serie('Payé', [1_250_000, 400_000])] })).toEqual(
    expect.arrayContaining(['FCFA', '1,3 M', '400 k', '500 k', '1 M', '1,5 M']),
  );
  expect(await said({ unite: 'francs', series: [serie('Paid', [1_250_000])] }, 0, 'en')).toContain('1.3M');
});

test('the parts of a ring are told with their share; beyond eight the smallest are one', async () => {
  const ring = await said({ forme: 'anneau', series: [serie('Statut', [60, 30, 10])] });
  expect(ring).toEqual(expect.arrayContaining(['100', 'Douala', '60 · 60 %', '30 · 30 %', '10 · 10 %']));
  const many = Array.from({ length: 12 }, (_, n) => n + 1);
  const parts = await said({ forme: 'anneau', series: [serie('Agence', many)] });
  expect(parts.filter((text) => text.includes(' · ') && text.includes('%'))).toHaveLength(8);
  expect(parts).toEqual(expect.arrayContaining(['Autres', '15 · 19,2 %']));
});

test('a figure stands on one page with its title and its legend', async () => {
  for (const before of [20, 22, 24, 26]) {
    const page = (await drawn({}, before)).map(lignes).find((lines) => lines.includes('Titre')) ?? [];
    expect(page.join(' | '), `${before} before`).toMatch(/Titre.*Douala.*Prévu \| Réalisé/);
  }
});

test('where there is nothing, that is said', async () => {
  for (const series of [[], [serie('Vide', [])], [serie('Zéro', [0, 0])]]) {
    for (const forme of ['barres', 'piles', 'courbe', 'anneau'] as const) {
      expect(await said({ forme, series })).toContain('Rien à dessiner.');
    }
  }
});

test('whatever the values, an axis goes round them in few round steps, and everything stays on the sheet', async () => {
  const valeur = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -1e12, max: 1e12 }));
  const forme = fc.constantFrom('barres', 'piles', 'courbe', 'anneau');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(valeur, { minLength: 3, maxLength: 3 }), { maxLength: 10 }),
      forme,
      async (all, form) => {
        const ticks = graduations(all.flat(), 'francs');
        expect(ticks.every(Number.isInteger)).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks[0]).toBeLessThanOrEqual(Math.min(0, ...all.flat()));
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(0, ...all.flat()));
        const series = all.map((values, n) => serie(`Une série au nom assez long pour elle ${n}`, values));
        const [page = [], ...more] = await drawn({ forme: form, unite: 'francs', series });
        expect(more).toEqual([]);
        for (const { x, largeur, texte } of page) {
          expect(x, texte).toBeGreaterThanOrEqual(47.9);
          expect(x + largeur, texte).toBeLessThanOrEqual(595.28 - 47.9);
        }
      },
    ),
    { numRuns: 12 },
  );
});
