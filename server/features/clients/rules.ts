import { champInvalide } from '../../core/errors.ts';
import { aujourdhui } from '../../core/jours.ts';
import type { Rule } from '../../core/records/rules.ts';
import type { Client } from './client.ts';

export const bornInThePast: Rule<Client> = ({ after }) => {
  const day = after?.date_naissance;
  if (day && (day > aujourdhui() || day < '1900-01-01'))
    throw champInvalide('date_naissance', 'date_naissance_impossible');
};
