import { expect, test } from 'vitest';
import { langues } from '../../core/messages/messages.ts';
import { inFrancs } from '../../core/money.ts';
import { segments } from './alphabet.ts';
import { type Donnees, type Modele, modeles, texteSms } from './modeles.ts';

/** As long as they come. */
const donnees = {
  objet: 'modifier vos bénéficiaires',
  code: '123456',
  minutes: '10',
  montant: inFrancs(12_000_000),
  police: 'CG-2026-VIE-0000123',
  couvert: '31/12/2026',
  numero: 'P2026-0000123',
  produit: 'PASS BATELA',
  effet: '01/01/2026',
  expiration: '31/12/2026',
  date: '31/12/2026',
  document: 'Votre attestation d’assurance',
  lien: 'https://guichet.assurances.cg/api/v1/borne/liens/0123456789abcdefghijkl.pdf',
  fois: '5',
  heures: '48',
} satisfies Record<string, string>;

const all = Object.keys(modeles) as Modele[];

test.each(all.flatMap((modele) => langues.map((langue) => [modele, langue] as const)))(
  '%s in %s is one SMS',
  (...key) => {
    const texte = texteSms<Modele>(...key, donnees);
    expect(texte).not.toMatch(/[{}]/);
    expect(segments(texte)).toBe(1);
  },
);

test.each(all)('%s has the same blanks in both languages', (modele) => {
  const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
  expect(blanks(modeles[modele].en)).toEqual(blanks(modeles[modele].fr));
});

test('a text with a blank left empty is not sent', () => {
  const incomplete: Partial<Donnees<'code'>> = { objet: 'vous connecter', minutes: '5' };
  expect(() => texteSms('code', 'fr', incomplete as Donnees<'code'>)).toThrow('il manque code');
});
