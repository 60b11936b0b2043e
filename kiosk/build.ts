import { build } from 'vite';

/** Bundles the screens of the borne and of the phone into `build/kiosk`. */
export async function buildKiosk(): Promise<void> {
  await build({ configFile: 'kiosk/vite.config.ts', logLevel: 'error' });
}
