import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildPanel } from '../../admin/panel/build.ts';
import { buildKiosk } from '../../kiosk/build.ts';
import { CannotStart } from '../../server/explain.ts';
import type { Progress } from '../setup/progress.mjs';
import { digestOf } from './digest.ts';

export interface Bundle {
  label: string;
  /** What it is made from. */
  inputs: string[];
  /** The file that is there once it is made. */
  made: string;
  build(): Promise<void>;
}

export const ecrans: Bundle = {
  label: 'Construction des écrans',
  inputs: ['kiosk/app', 'kiosk/build.ts', 'kiosk/icons.ts', 'kiosk/vite.config.ts', 'package-lock.json'],
  made: 'build/kiosk/borne.html',
  build: buildKiosk,
};

const bundles: readonly Bundle[] = [
  {
    label: 'Construction du panneau',
    inputs: ['admin/panel', 'package-lock.json'],
    made: 'build/panel/bundle.js',
    build: buildPanel,
  },
  ecrans,
];

/** Bundles what browsers run, where what it is made from has changed. */
export async function buildIfStale(progress?: Progress): Promise<void> {
  for (const bundle of bundles) await buildOne(bundle, progress);
}

/** Makes one bundle, where what it is made from has changed. */
export async function buildOne({ label, inputs, made, build }: Bundle, progress?: Progress): Promise<void> {
  const madeFrom = path.join(path.dirname(made), 'entrees.sha256');
  const wanted = digestOf(inputs);
  const built = existsSync(made) && existsSync(madeFrom) && readFileSync(madeFrom, 'utf8');
  if (built === wanted) return;
  const work = () =>
    build().catch((error: Error) => {
      throw new CannotStart(`${label} : cela n’a pas réussi. ${error.message}`);
    });
  await (progress?.step(label, work) ?? work());
  writeFileSync(madeFrom, wanted);
}
