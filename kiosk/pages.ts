import type { Support } from './app/support.ts';

/**
 * Which of the two pages answers to a path: `/espace/contrats/POL001` is the phone's. What is named like a file has to
 * be one.
 */
export function pageOf(path: string): Support | undefined {
  const [, support, ...rest] = path.split('/');
  if (support !== 'borne' && support !== 'espace') return undefined;
  return rest.at(-1)?.includes('.') ? undefined : support;
}
