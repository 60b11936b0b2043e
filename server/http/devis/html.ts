import { Html, html } from '../../integrations/mail/modeles/html.ts';

export { type Html, html };

export const joined = (parts: readonly Html[]): Html => new Html(parts.map(({ text }) => text).join('\n'));

export const when = (condition: unknown, part: () => Html): Html => (condition ? part() : new Html(''));
