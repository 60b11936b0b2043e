import sharp from 'sharp';
import type { Writing } from './code.fixture.ts';

/** A photo of a bill as a telephone takes it: lying on its side, with a word in it that says how to turn it. */
export const bill = (name = 'facture.jpg') =>
  sharp({ create: { width: 2600, height: 1300, channels: 3, background: '#dfe7ea' } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
    .then((buffer) => ({ name, mimeType: 'image/jpeg', buffer }));

/** From the first question to the one about papers, for the client themselves. */
export async function tellAll({ button, fill, heading }: Writing, montant = '50000'): Promise<void> {
  await button(/Aujourd’hui/);
  await heading('Qu’est-il arrivé ?');
  await button('Continuer');
  await heading('Quelle somme demandez-vous ?');
  await fill('Somme en francs', montant);
  await button('Passer');
  await button('Moi');
  await heading('Photos des papiers');
}
