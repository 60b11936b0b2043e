import { build } from 'vite';
import type { Bundle } from '../bundles/stale.ts';

/** The shell, as Electron runs it. */
export const coque: Bundle = {
  label: 'Construction de la coque',
  inputs: ['kiosk/shell', 'kiosk/pont.ts', 'package.json', 'package-lock.json'],
  made: 'build/shell/main.js',
  build: async () => {
    await build({ configFile: 'kiosk/shell/vite.config.ts', logLevel: 'error' });
  },
};
