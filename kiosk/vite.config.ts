import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, 'app');

/** The screens of the borne and of the phone: one bundle, two pages, in `build/kiosk`. */
export default defineConfig({
  root,
  base: '/borne/',
  publicDir: path.join(root, 'public'),
  oxc: { jsx: { runtime: 'automatic', development: false } },
  // The same bundle, whoever builds it: a test run has a NODE_ENV of its own.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    // What stands in the page itself would need a hole in the policy that forbids it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { borne: path.join(root, 'borne.html'), espace: path.join(root, 'espace.html') },
    },
  },
});
