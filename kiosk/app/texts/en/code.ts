import type { Catalogue } from '../texts.ts';

export const code: Catalogue['code'] = {
  parti: 'Six digits, sent to {telephone}.',
  valider: 'Confirm',
  renvoyer: 'Send the code again',
  essais: '{n} try left.|{n} tries left.',
  epuise: 'This code no longer works. Ask for another one.',
  hors_ligne: 'No network: nothing was sent.',
  hors_ligne_texte: 'Nothing is kept or sent later. Try again when the network is back.',
  sans_reponse: 'We had no answer.',
  sans_reponse_texte: 'Try again: the same request goes out, and nothing is done twice.',
};

export const jour: Catalogue['jour'] = {
  aide: 'Day, month, year: for example 21/03/1980.',
  impossible: 'Type the day, the month and the year, for example 21/03/1980.',
  futur: 'This day has not come yet.',
};
