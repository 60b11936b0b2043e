import { expect, test } from 'vitest';
import { nearestGsm, segments } from './alphabet.ts';

const x = (n: number, text = 'a') => text.repeat(n);

test.each([
  ['nothing at all', '', 1],
  ['160 letters', x(160), 1],
  ['161 letters', x(161), 2],
  ['two full ones', x(306), 2],
  ['one letter more', x(307), 3],
  ['accents of GSM-7', x(160, 'é'), 1],
  ['80 signs of two septets', x(80, '€'), 1],
  ['81 of them', x(81, '€'), 2],
  ['a sign of two septets is not cut: 152 + 2 leaves one septet empty', x(152) + x(1, '€') + x(152), 3],
  ['without it the same number of septets fits', x(306), 2],
  ['70 characters once one is not of GSM-7', `${x(69)}ê`, 1],
  ['71 of them', `${x(70)}ê`, 2],
  ['two full ones of UCS-2', x(134, 'ê'), 2],
  ['one more', x(135, 'ê'), 3],
  ['a typographic apostrophe alone costs the larger alphabet', `l’${x(80)}`, 2],
  ['a pair of UTF-16 units is not cut', `${x(66, 'ê')}😀${x(66, 'ê')}`, 3],
  ['35 pairs fill one', x(35, '😀'), 1],
  ['lines and the euro of the extension', 'Montant :\n5 €', 1],
])('%s', (_name, texte, count) => {
  expect(segments(texte)).toBe(count);
});

test.each([
  ['l’hôpital où naître', "l'hopital où naitre"],
  ['«\u00a0700\u202f000 FCFA\u00a0»', '" 700 000 FCFA "'],
  ['Œuvre, cœur, ça… – déjà', 'OEuvre, coeur, ca... - déjà'],
  ['Makélékélé, Ouenzé', 'Makélékélé, Ouenzé'],
  ['e\u0301te\u0301', 'été'],
  ['日本 😀', '日本 😀'],
])('%s → %s', (texte, near) => {
  expect(nearestGsm(texte)).toBe(near);
});
