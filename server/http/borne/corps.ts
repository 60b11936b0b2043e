import type { Request } from 'express';
import { z } from 'zod';
import { champInvalide } from '../../core/errors.ts';
import { filled, kindOf } from '../../core/kinds.ts';
import { borneDe } from './borne-connue.ts';

/** A one-time code in a body: the id it was announced with, and the digits as they were typed. */
export const codeDonne = z.strictObject({ id: z.string().max(60), code: z.string().max(20) });

export const telephone = () => kindOf('phone').schema({}) as z.ZodType<string>;
export const jour = () => kindOf('day').schema({}) as z.ZodType<string>;
export const texte = (max: number) => filled({ max });
export const operateur = z.enum(['mtn_money', 'airtel_money']);
export const francs = () => z.int().min(1).max(100_000_000);

/**
 * The terminal that is counted beside the address: the enrolled one, whose name nobody else can have, or one as it names
 * itself in `X-Terminal`, which is never believed. @throws 400
 */
export function terminalDe(req: Request): string | undefined {
  const borne = borneDe(req);
  if (borne) return `borne:${borne.id}`;
  const given = req.headers['x-terminal'];
  if (given === undefined) return undefined;
  if (typeof given !== 'string' || !/^[\w.-]{1,64}$/.test(given))
    throw champInvalide('X-Terminal', 'terminal_invalide');
  return given;
}
