import type { Mail } from './mail.ts';

/** The files of a message as the library takes them: their bytes, never a path or an address. */
export const attachments = ({ pieces = [] }: Pick<Mail, 'pieces'>) =>
  pieces.map(({ nom, type, contenu }) => ({ filename: nom, contentType: type, content: contenu }));
