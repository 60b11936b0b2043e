import { expect } from 'vitest';
import type { Send } from '../../../../tests/api.ts';

/** The shortest paper there is, as text, so that it travels as it stands. */
export const PAPIER = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
export const pdfHeaders = { 'content-type': 'application/pdf' };

/** A paper that was handed in for this sinistre; answers the id of its document. */
export async function papier(send: Send, sinistre_id: number): Promise<number> {
  const answer = await send<{ id: number }>('POST', `/sinistres/${sinistre_id}/documents`, PAPIER, pdfHeaders);
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}
