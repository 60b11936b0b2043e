import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const source = readFileSync(path.resolve(import.meta.dirname, 'app/public/icone.svg'), 'utf8');
const GROUND = '#0d2b35';

/** A phone cuts its own shape out of these: the drawing stays within the inner 80 %, and the ground has no corners. */
const full = source.replace(/ rx="\d+"/, '').replace('viewBox="0 0 48 48"', 'viewBox="-6 -6 60 60"');

const drawings: readonly (readonly [name: string, svg: string, size: number])[] = [
  ['icone-180.png', full, 180],
  ['icone-192.png', source, 192],
  ['icone-512.png', source, 512],
  ['icone-pleine-192.png', full, 192],
  ['icone-pleine-512.png', full, 512],
];

/** The icons that a phone installs, from the one drawing. */
export async function makeIcons(into: string): Promise<void> {
  for (const [name, svg, size] of drawings) {
    const image = sharp(Buffer.from(svg), { density: (72 * size) / 48 }).resize(size, size);
    const filled = svg === full ? image.flatten({ background: GROUND }) : image;
    await filled.png({ compressionLevel: 9 }).toFile(path.join(into, name));
  }
}
