import { choiceLabel } from '../../../../core/messages/messages.ts';
import { anomalies } from './resource.ts';
import type { Difference } from './verification.ts';

/** One difference in a French sentence, for those who look after the product. */
export const enPhrase = ({ controle, objet, attendu, trouve }: Difference): string =>
  `${choiceLabel('fr', anomalies, 'controle', controle)}, ${objet} : attendu ${attendu ?? 'rien'}, trouvé ${trouve ?? 'rien'}`;
