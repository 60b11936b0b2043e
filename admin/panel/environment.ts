import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the panel's scripts lie, built once by `build.ts`: the server never bundles. */
export const BUILD = path.resolve(fileURLToPath(new URL('../../build/panel', import.meta.url)));

// AdminJS reads these while it is being imported, so this module comes before it everywhere.
process.env.ADMIN_JS_TMP_DIR = BUILD;
process.env.ADMIN_JS_SKIP_BUNDLE = 'true';
