import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import express, { type Router } from 'express';
import { BUILD } from './environment.ts';

const require = createRequire(import.meta.url);
const adminjs = path.join(path.dirname(require.resolve('adminjs')), 'lib/frontend/assets');
const design = path.join(path.dirname(require.resolve('@adminjs/design-system')), '..');
const own = fileURLToPath(new URL('./assets/', import.meta.url));

/** The looks of the panel, in the order in which they hold. */
const sheets = [
  'frame',
  'cards',
  'values',
  'documents',
  'lists',
  'row',
  'board',
  'quote',
  'home',
  'figures',
  'filters',
  'matrix',
  'reports',
  'small',
];

/** Every file that a page of the panel asks for, under `/admin`. AdminJS's own are those for production, always. */
const files: Record<string, string | string[]> = {
  '/frontend/assets/global.bundle.js': path.join(adminjs, 'scripts/global-bundle.production.js'),
  '/frontend/assets/app.bundle.js': path.join(adminjs, 'scripts/app-bundle.production.js'),
  '/frontend/assets/design-system.bundle.js': path.join(design, 'bundle.production.js'),
  '/frontend/assets/components.bundle.js': path.join(BUILD, 'bundle.js'),
  '/frontend/assets/panel.css': sheets.map((name) => path.join(own, 'panel', `${name}.css`)),
  '/frontend/assets/pages.css': path.join(own, 'pages.css'),
  '/frontend/assets/logo.svg': path.join(own, 'logo.svg'),
  '/frontend/assets/icone.svg': path.join(own, 'icone.svg'),
};

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Asset {
  type: string;
  version: string;
  plain: Buffer;
  gzip(): Buffer;
  br(): Buffer;
}

/** Serves the files compressed and, asked for by their version, to be kept for good. */
export function openAssets(): { router: Router; versions: Map<string, string> } {
  const router = express.Router();
  const versions = new Map<string, string>();
  for (const [name, parts] of Object.entries(files)) {
    const asset = read([parts].flat());
    versions.set(`/admin${name}`, asset.version);
    router.get(name, (req, res) => {
      const encoding = req.acceptsEncodings(['br', 'gzip', 'identity']);
      const lasting = req.url.endsWith(`?v=${asset.version}`);
      res.setHeader('Content-Type', asset.type);
      res.setHeader('Vary', 'Accept-Encoding');
      res.setHeader('ETag', `"${asset.version}"`);
      res.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (req.headers['if-none-match'] === `"${asset.version}"`) return void res.status(304).end();
      if (encoding === 'br' || encoding === 'gzip') res.setHeader('Content-Encoding', encoding);
      res.end(encoding === 'br' ? asset.br() : encoding === 'gzip' ? asset.gzip() : asset.plain);
    });
  }
  return { router, versions };
}

/** One of AdminJS's parts tries to evaluate a text to find the window, in vain under our policy. */
const withoutEval = (text: string) => text.replaceAll('new Function("return this")()', 'globalThis');

/** @throws when the scripts have not been built */
function read(parts: string[]): Asset {
  const missing = parts.find((part) => !existsSync(part));
  if (missing) throw new Error(`${path.relative(process.cwd(), missing)} is missing: npm run build makes it`);
  const plain = Buffer.from(parts.map((part) => withoutEval(readFileSync(part, 'utf8'))).join('\n'));
  return {
    type: types[path.extname(parts[0] ?? '')] ?? 'application/octet-stream',
    version: createHash('sha256').update(plain).digest('hex').slice(0, 16),
    plain,
    gzip: once(() => gzipSync(plain, { level: 9 })),
    br: once(() => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
