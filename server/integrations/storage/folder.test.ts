import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFolder } from './folder.ts';
import type { Garde, StoragePort } from './storage.ts';

let root: string;
let storage: StoragePort;
beforeAll(async () => {
  root = path.join(await mkdtemp(path.join(tmpdir(), 'guichet-storage-')), 'documents');
  storage = openFolder(root);
});
afterAll(() => rm(path.dirname(root), { recursive: true }));

const placeOf = (key: string) => path.join(root, key.slice(0, 2), key);
const kept = async (before = new Date(Date.now() + 60_000)) => {
  const keys: string[] = [];
  for await (const key of storage.keptBefore(before)) keys.push(key);
  return keys;
};
const onDisk = async () => (await readdir(root, { recursive: true, withFileTypes: true })).filter((e) => e.isFile());

test('nothing is there before the first file', async () => {
  expect(await kept()).toEqual([]);
});

test('what was kept comes back whole, under a key that nobody guesses, for this account alone', async () => {
  const key = await storage.put(Buffer.from('photo'));
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect((await storage.get(key))?.toString()).toBe('photo');
  expect((await stat(placeOf(key))).mode & 0o777).toBe(0o600);
  expect((await stat(path.dirname(placeOf(key)))).mode & 0o777).toBe(0o700);
  expect(await storage.put(Buffer.from('photo'))).not.toBe(key);
  const { taille, contenu } = (await storage.read(key)) as Garde;
  expect([taille, Buffer.concat(await contenu.toArray()).toString()]).toEqual([5, 'photo']);
});

test('a stream is kept whole, or not at all when it breaks off', async () => {
  async function* parts(breaks: boolean) {
    yield Buffer.from('une ');
    if (breaks) throw new Error('coupé');
    yield Buffer.from('page');
  }
  expect((await storage.get(await storage.put(parts(false))))?.toString()).toBe('une page');
  const before = (await onDisk()).length;
  await expect(storage.put(parts(true))).rejects.toThrow('coupé');
  expect(await onDisk()).toHaveLength(before);
});

test('what was removed is gone; removing it again does no harm', async () => {
  const key = await storage.put(Buffer.from('x'));
  await storage.remove(key);
  await storage.remove(key);
  expect(await storage.get(key)).toBeUndefined();
  expect(await storage.read(key)).toBeUndefined();
});

test.each(['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`])('« %s » is no key', async (key) => {
  await expect(storage.get(key)).rejects.toThrow(RangeError);
  expect(() => storage.remove(key)).toThrow(RangeError);
});

test('only what is old enough is told, and what was never finished goes', async () => {
  const [young, old] = [await storage.put(Buffer.from('y')), await storage.put(Buffer.from('o'))];
  const unfinished = `${placeOf(old)}.partiel`;
  await writeFile(unfinished, 'moitié');
  const yesterday = new Date(Date.now() - 86_400_000);
  for (const file of [placeOf(old), unfinished]) await utimes(file, yesterday, yesterday);
  expect(await kept(new Date(Date.now() - 3_600_000))).toEqual([old]);
  await expect(stat(unfinished)).rejects.toThrow('ENOENT');
  expect(await kept()).toEqual(expect.arrayContaining([young, old]));
});

test('files are told folder by folder, not gathered first', async () => {
  const other = path.join(path.dirname(root), 'autres');
  const file = (letter: string) => path.join(other, letter.repeat(2), letter.repeat(64));
  const write = async (letter: string) => {
    await mkdir(path.dirname(file(letter)), { recursive: true });
    await writeFile(file(letter), letter);
  };
  await Promise.all([
    write('a'),
    write('f'),
    mkdir(other, { recursive: true }).then(() => writeFile(path.join(other, 'lisez-moi'), '')),
  ]);
  const told = openFolder(other)
    .keptBefore(new Date(Date.now() + 60_000))
    [Symbol.asyncIterator]();
  expect((await told.next()).value).toBe('a'.repeat(64));
  await rename(file('f'), path.join(path.dirname(file('f')), 'e'.repeat(64)));
  expect((await told.next()).value).toBe('e'.repeat(64));
});
