import { inflateSync } from 'node:zlib';

const HEAD = { woff: 44, sfnt: 12 };
const ENTRY = { woff: 20, sfnt: 16 };

/**
 * A WOFF 1.0 file as the font that it packs. Read packed, each glyph would unpack its table anew.
 * @see https://www.w3.org/TR/WOFF/
 */
export function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(HEAD.sfnt + count * ENTRY.sfnt);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((count - power) * 16, 10);
  const tables: Buffer[] = [];
  let at = head.length;
  for (let n = 0; n < count; n++) {
    const from = HEAD.woff + n * ENTRY.woff;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(from + field)) as [
      number,
      number,
      number,
    ];
    const table = woff.subarray(offset, offset + packed);
    const to = HEAD.sfnt + n * ENTRY.sfnt;
    woff.copy(head, to, from, from + 4);
    woff.copy(head, to + 4, from + 16, from + 20);
    head.writeUInt32BE(at, to + 8);
    head.writeUInt32BE(length, to + 12);
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
    (packed < length ? inflateSync(table) : table).copy(padded);
    tables.push(padded);
    at += padded.length;
  }
  return Buffer.concat([head, ...tables]);
}

/** The code points, up to U+FFFF, for which a font has a glyph: its `cmap` of format 4. */
export function codePoints(sfnt: Buffer): Set<number> {
  const cmap = tableOf(sfnt, 'cmap');
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, n) => cmap.subarray(cmap.readUInt32BE(8 + n * 8)));
  const map = subtables.find((table) => table.readUInt16BE(0) === 4);
  if (!map) throw new Error('A font without a table of characters in format 4.');
  const twice = map.readUInt16BE(6);
  const found = new Set<number>();
  for (let at = 0; at < twice; at += 2) {
    const end = map.readUInt16BE(14 + at);
    const start = map.readUInt16BE(16 + twice + at);
    const delta = map.readUInt16BE(16 + 2 * twice + at);
    const range = 16 + 3 * twice + at;
    const offset = map.readUInt16BE(range);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = offset === 0 ? code + delta : map.readUInt16BE(range + offset + 2 * (code - start));
      if (glyph & 0xffff) found.add(code);
    }
  }
  return found;
}

function tableOf(sfnt: Buffer, tag: string): Buffer {
  for (let n = 0; n < sfnt.readUInt16BE(4); n++) {
    const entry = HEAD.sfnt + n * ENTRY.sfnt;
    if (sfnt.toString('latin1', entry, entry + 4) === tag) return sfnt.subarray(sfnt.readUInt32BE(entry + 8));
  }
  throw new Error(`A font without the table ${tag}.`);
}
