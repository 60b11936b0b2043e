const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);
const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * The raw bytes of a member's value in a JSON object; undefined if it is missing or stands there twice.
 * @param json must be JSON that `JSON.parse` takes
 */
export function memberOf(json: Buffer, name: string): Buffer | undefined {
  const found = members(json).filter((member) => member.name === name);
  return found.length === 1 ? found[0]?.value : undefined;
}

function members(json: Buffer): { name: string; value: Buffer }[] {
  const list: { name: string; value: Buffer }[] = [];
  let depth = 0;
  let start = 0;
  let name: string | undefined;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] as number;
    if (byte === QUOTE) at = endOfString(json, at);
    else if (depth === 1 && byte === COLON && name === undefined) {
      name = String(JSON.parse(json.subarray(start, at).toString('utf8')));
      start = at + 1;
    } else if (depth === 1 && (byte === COMMA || CLOSING.has(byte))) {
      if (name !== undefined) list.push({ name, value: trimmed(json.subarray(start, at)) });
      name = undefined;
      start = at + 1;
    }
    if (OPENING.has(byte) && ++depth === 1) start = at + 1;
    if (CLOSING.has(byte)) depth--;
  }
  return list;
}

function endOfString(json: Buffer, opening: number): number {
  let at = opening + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at;
}

function trimmed(bytes: Buffer): Buffer {
  let [from, to] = [0, bytes.length];
  while (from < to && SPACE.has(bytes[from] as number)) from++;
  while (to > from && SPACE.has(bytes[to - 1] as number)) to--;
  return bytes.subarray(from, to);
}
