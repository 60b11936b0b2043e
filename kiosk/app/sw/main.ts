import { listenToPush } from './push.ts';
import { worker } from './worker.ts';

declare global {
  /** What makes up the shell of the screens, and the name of what that is: set by the build. */
  const SHELL: { version: string; files: readonly string[] };
}

const FAMILY = 'guichet-ecrans-';
const { version, files } = SHELL;
const CACHE = `${FAMILY}${version}`;
const HOME = '/espace/';
const shell = new Set(files);

// The shell and nothing else: what the API says is never kept here.
worker.addEventListener('install', (event) => {
  const fresh = files.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropFormer());
});

worker.addEventListener('message', ({ data }) => {
  if (data === 'prendre') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const file = fileFor(event.request);
  if (file) event.respondWith(keptOr(file, event.request));
});

listenToPush();

/** Which file of the shell answers a request; none for all that is asked of the server. */
function fileFor({ method, mode, url }: Request): string | undefined {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== worker.location.origin) return undefined;
  if (shell.has(pathname)) return pathname;
  const page = mode === 'navigate' && pathname.startsWith(HOME) && !pathname.split('/').at(-1)?.includes('.');
  return page ? HOME : undefined;
}

async function keptOr(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(file)) ?? fetch(request);
}

async function dropFormer(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(FAMILY) && name !== CACHE).map((name) => caches.delete(name)),
  );
}
