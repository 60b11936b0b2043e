import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = path.resolve(import.meta.dirname, 'app');

/** Tells the service worker which files make up the shell of the screens, with nothing personal among them. */
function precache(): Plugin {
  return {
    name: 'guichet-precache',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !name.endsWith('.map'));
      this.emitFile({ type: 'asset', fileName: 'precache.json', source: JSON.stringify(files.toSorted()) });
    },
  };
}

/** The screens of the borne and of the phone: one bundle, two pages, in `build/kiosk`. */
export default defineConfig({
  root,
  base: '/borne/',
  publicDir: path.join(root, 'public'),
  oxc: { jsx: { runtime: 'automatic', development: false } },
  plugins: [precache()],
  // The same bundle, whoever builds it: a test run has a NODE_ENV of its own.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir: path.resolve(import.meta.dirname, '../build/kiosk'),
    emptyOutDir: true,
    // What stands in the page itself would need a hole in the policy that forbids it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { borne: path.join(root, 'borne.html'), espace: path.join(root, 'espace.html') },
    },
  },
});
