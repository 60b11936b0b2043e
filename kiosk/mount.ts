import { readFileSync } from 'node:fs';
import path from 'node:path';
import compression from 'compression';
import express, { type RequestHandler, type Router } from 'express';
import { entetes } from './entetes.ts';
import { pageOf } from './pages.ts';

const BUILD = path.resolve(import.meta.dirname, '../build/kiosk');

/** The names of these files change with what is in them. */
const lasting = /\/assets\//;
const YEAR = 'public, max-age=31536000, immutable';

/** What a phone takes from beside its pages: a service worker rules no folder but its own. */
const ofThePhone = {
  'sw.js': 'text/javascript; charset=utf-8',
  'manifest.webmanifest': 'application/manifest+json; charset=utf-8',
};

/**
 * The screens as a router: the terminal's at `/borne`, the phone's at `/espace`.
 * @param from the folder in which they are built @throws when they are not
 */
export function mountKiosk(from = BUILD): Router {
  const router = express.Router();
  const pages = openPages(from);
  router.use(['/borne', '/espace'], withHeaders, compression());
  router.get(['/borne', '/espace'], (req, res, next) => {
    // What a phone installs is all that lies below this folder: its name ends with a slash.
    if (req.path.endsWith('/')) return next();
    return res.redirect(301, `${req.path}/`);
  });
  for (const [name, type] of Object.entries(ofThePhone)) {
    // A phone asks for these whenever it looks for a new version.
    const headers = { 'Cache-Control': 'no-cache', 'Content-Type': type };
    router.get(`/espace/${name}`, (_req, res) => res.sendFile(name, { root: from, headers }));
  }
  router.use(
    '/borne',
    express.static(from, {
      index: false,
      redirect: false,
      setHeaders: (res, file) => void res.setHeader('Cache-Control', lasting.test(file) ? YEAR : 'no-cache'),
    }),
  );
  router.get(['/borne/*rest', '/espace/*rest', '/borne/', '/espace/'], (req, res, next) => {
    const support = pageOf(req.path);
    if (!support) return next();
    res.setHeader('Cache-Control', 'no-cache');
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    return res.end(pages[support]);
  });
  return router;
}

const openPages = (from: string) => ({
  borne: readFileSync(path.join(from, 'borne.html')),
  espace: readFileSync(path.join(from, 'espace.html')),
});

const withHeaders: RequestHandler = (_req, res, next) => {
  for (const [name, value] of Object.entries(entetes())) res.setHeader(name, value);
  next();
};
