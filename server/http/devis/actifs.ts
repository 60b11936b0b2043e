import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Router } from 'express';

const figtree = createRequire(import.meta.url).resolve(
  '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
);

const actifs: Record<string, { type: string; contenu: Buffer }> = {
  'devis.css': { type: 'text/css; charset=utf-8', contenu: readFileSync(new URL('actifs/devis.css', import.meta.url)) },
  'icone.svg': { type: 'image/svg+xml', contenu: readFileSync(new URL('actifs/icone.svg', import.meta.url)) },
  'figtree.woff2': { type: 'font/woff2', contenu: readFileSync(figtree) },
};

/** What the page of a devis is drawn with: it holds nothing of anybody. */
export function actifsRoutes(router: Router): void {
  for (const [nom, { type, contenu }] of Object.entries(actifs)) {
    router.get(`/actifs/${nom}`, (_req, res) => {
      res.setHeader('Content-Type', type);
      res.setHeader('Cache-Control', 'public, max-age=3600');
      res.end(contenu);
    });
  }
}
