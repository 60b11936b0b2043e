import type { Catalogue } from '../texts.ts';

export const connexion: Catalogue['connexion'] = {
  titre_police: 'Your policy number',
  aide_police: 'It is written on your policy, for example CG-2024-VIE-001.',
  parole_police: 'Type your policy number. It is written on your policy.',
  police: 'Policy number',
  titre_telephone: 'Your telephone number',
  aide_telephone: 'The one that you gave to your insurer, for example 06 123 45 67.',
  parole_telephone: 'Now type your telephone number, the one that you gave to your insurer.',
  telephone: 'Telephone',
  titre_code: 'The code sent to you',
  aide_code: 'Six digits, sent to your telephone.',
  parole_code: 'A code of six digits is on its way to your telephone. Type it here.',
  code: 'Code',
  entrer: 'Enter',
  police_vide: 'Type your policy number.',
  telephone_vide: 'Type your telephone number.',
  code_vide: 'Type the six digits of the code.',
  demonstration: 'Demonstration: the text message that would be sent',
};
