import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemCaller } from '../../../core/jobs/system.ts';
import { type Standard, standard } from './conversation.fixture.ts';
import { conversationJobs } from './jobs.ts';

let ici: Standard;
beforeAll(async () => {
  ici = await standard();
});
afterAll(() => ici.close());

test('a conversation is forgotten after a week, with what was typed in it; what was agreed to is not', async () => {
  const ancien = ici.appel('+242061110001');
  await ancien.composer();
  for (const saisie of ['1', '1', '500', 'NGOMA', 'Paul', '1', '1']) await ancien.taper(saisie);
  await ici.db.rows(`update conversations set modifie_le = now() - interval '8 days'`);
  await ici.appel('+242061110002').composer();
  const signal = new AbortController().signal;
  await conversationJobs['oublier-conversations']?.run({}, { database: ici.db.database, caller: systemCaller, signal });
  expect(await ici.compter('conversations')).toBe(1);
  expect(await ici.db.rows('select from conversation_pas')).toHaveLength(1);
  expect(await ici.compter('consentements')).toBe(1);
});
