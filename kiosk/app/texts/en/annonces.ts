import type { Catalogue } from '../texts.ts';

export const annonces: Catalogue['annonces'] = {
  titre: 'Announcements',
  parole: 'This is what your insurance wants to tell you. The most pressing comes first.',
  aucune: 'There is nothing new today.',
  les_votres: 'Other announcements are for you alone: go to “My insurance”.',
  information: 'Information',
  important: 'Important',
  urgent: 'Urgent',
  depuis: 'Since {jour}',
  jusqu: 'until {jour}',
};
