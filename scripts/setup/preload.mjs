// @ts-check
import path from 'node:path';

/** The packages with the most modules, and those that nearly everything needs. */
const LARGE = [
  'typeorm',
  'adminjs',
  '@adminjs/express',
  'express',
  'graphile-worker',
  'libphonenumber-js/min',
  'nodemailer',
  'zod',
  'jose',
];

/**
 * Loads the large packages before tsx is registered. Afterwards it would look at each of their thousand modules, find
 * nothing to do and take a second for it.
 * @param {string} root the checkout
 */
export async function preload(root) {
  // AdminJS reads these while it is imported: the same as in admin/panel/environment.ts, which comes too late here.
  process.env.ADMIN_JS_TMP_DIR = path.join(root, 'build/panel');
  process.env.ADMIN_JS_SKIP_BUNDLE = 'true';
  await Promise.all(LARGE.map((name) => import(name)));
}
