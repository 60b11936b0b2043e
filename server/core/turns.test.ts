import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { turns, turnsOf } from './turns.ts';

/** Counts how many run at the same time. */
function watched() {
  let [now, most] = [0, 0];
  return {
    most: () => most,
    async work(fails = false) {
      now += 1;
      most = Math.max(most, now);
      await wait(5);
      now -= 1;
      if (fails) throw new Error('raté');
    },
  };
}

test('no more than so many run at once, and one that fails gives its place up', async () => {
  const [inTurn, seen] = [turns(2), watched()];
  const ended = await Promise.allSettled(
    [true, true, false, false, false].map((fails) => inTurn(() => seen.work(fails))),
  );
  expect(ended.map(({ status }) => status)).toEqual([...Array(2).fill('rejected'), ...Array(3).fill('fulfilled')]);
  expect(seen.most()).toBe(2);
});

test('names do not wait for each other', async () => {
  const [inTurn, seen] = [turnsOf(1), watched()];
  await Promise.all(['a', 'b', 'a', 'b', 'a'].map((name) => inTurn(name, () => seen.work())));
  expect(seen.most()).toBe(2);
});
