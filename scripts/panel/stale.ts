import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { buildPanel } from '../../admin/panel/build.ts';
import { CannotStart } from '../../server/explain.ts';
import type { Progress } from '../setup/progress.mjs';
import { digestOf } from './digest.ts';

/** What the bundle is made from. */
const INPUTS = ['admin/panel', 'package-lock.json'];
const BUNDLE = 'build/panel/bundle.js';
const MADE_FROM = 'build/panel/entrees.sha256';

/** Bundles the panel's scripts when what they are made from has changed. */
export async function buildIfStale(progress?: Progress): Promise<void> {
  const inputs = digestOf(INPUTS);
  const built = existsSync(BUNDLE) && existsSync(MADE_FROM) && readFileSync(MADE_FROM, 'utf8');
  if (built === inputs) return;
  const build = () => buildPanel().catch(failed);
  await (progress?.step('Construction du panneau', build) ?? build());
  writeFileSync(MADE_FROM, inputs);
}

function failed(error: Error): never {
  throw new CannotStart(`Le panneau n’a pas pu être construit : ${error.message}`);
}
