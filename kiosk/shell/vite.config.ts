import path from 'node:path';
import { build, defineConfig, type InlineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const out = path.resolve(here, '../../build/shell');

/** One file that needs nothing beside it: a page in a sandbox gets its preload as CommonJS, whole. */
const preload = (entree: string): InlineConfig => ({
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  build: {
    outDir: out,
    emptyOutDir: false,
    target: 'node22',
    lib: { entry: path.join(here, `${entree}.ts`), formats: ['cjs'], fileName: () => `${entree}.cjs` },
    rolldownOptions: { external: ['electron'] },
  },
});

/** The few pages of the shell itself. */
const pages: InlineConfig = {
  configFile: false,
  logLevel: 'error',
  root: path.join(here, 'pages'),
  base: '/',
  publicDir: false,
  build: {
    outDir: path.join(out, 'pages'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['attente', 'entretien', 'enrolement'].map((page) => path.join(here, `pages/${page}.html`)),
    },
  },
};

const beside: Plugin = {
  name: 'guichet-coque',
  async closeBundle(error?: Error) {
    if (error) return;
    for (const config of [preload('preload'), preload('preload-coque'), pages]) await build(config);
  },
};

/** The shell in `build/shell`: its main process, the two preloads and its own pages, with everything they need. */
export default defineConfig({
  root: here,
  publicDir: false,
  plugins: [beside],
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: path.join(here, 'main.ts'),
    outDir: out,
    emptyOutDir: true,
    target: 'node22',
    minify: false,
    rolldownOptions: { external: ['electron'], output: { format: 'es', entryFileNames: 'main.js' } },
  },
});
