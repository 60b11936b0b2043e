import { inflateRawSync } from 'node:zlib';

/** The files of a zip archive as text, found through its central directory; for tests, and apart from the writer. */
export function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('the archive has no end');
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(at + offset),
    ) as [number, number, number];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + size);
    files.set(name, (method === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

export interface Cell {
  at: string;
  type: string;
  style: number;
  value: string;
}

const plain: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** As Excel reads a text: entities first, then its own `_x0041_` escapes. */
const asRead = (text: string) =>
  text
    .replace(/&(lt|gt|quot|amp);/g, (entity) => plain[entity] as string)
    .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The cells of a sheet, row by row. */
export function cellsOf(sheet: string): Cell[][] {
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*)>(.*?)<\/c>/gs)].map(([, attributes = '', content = '']) => {
      const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
      const [, value = ''] = /<(?:t|v)(?: [^>]*)?>(.*?)<\/(?:t|v)>/s.exec(content) ?? [];
      return {
        at: attribute('r') ?? '',
        type: attribute('t') ?? 'n',
        style: Number(attribute('s') ?? 0),
        value: asRead(value),
      };
    }),
  );
}

/** The number format of each cell style. */
export const formatsOf = (styles: string): number[] =>
  [...(/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '').matchAll(/numFmtId="(\d+)"/g)].map(([, format]) =>
    Number(format),
  );
