/** Marks the place of the fuses in Electron's binary (electron/fuses, its README: “the fuse wire”). */
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');

/** In the order of the wire, version 1. */
const noms = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

export type Fusibles = Partial<Record<(typeof noms)[number], boolean>>;

/** Reads the fuses of an Electron binary; one that was taken out of use is left out. @throws {Error} without a wire */
export function lireFusibles(binaire: Buffer): Fusibles {
  const at = binaire.indexOf(SENTINEL);
  const [version, length] = binaire.subarray(at + SENTINEL.length);
  if (at < 0 || version !== 1 || length === undefined) throw new Error('no fuse wire of version 1');
  const wire = binaire.subarray(at + SENTINEL.length + 2).subarray(0, length);
  const read = noms.flatMap((nom, place) => {
    const fuse = String.fromCharCode(wire[place] ?? 0);
    return fuse === '0' || fuse === '1' ? [[nom, fuse === '1'] as const] : [];
  });
  return Object.fromEntries(read);
}
