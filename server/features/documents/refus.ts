import { Problem } from '../../core/errors.ts';

const codes = { 400: 'invalide', 413: 'indisponible', 415: 'indisponible' } as const;

/** What is wrong with a file, or with what was said of it, by the part of the request: `fichier`, `Content-Type`. */
export const fichierRefuse = (
  status: keyof typeof codes,
  key: string,
  params: Record<string, unknown> = {},
  part = 'fichier',
): Problem => new Problem(status, codes[status], { key, params }, { [part]: [{ key, params }] });
