import { expect, test } from 'vitest';
import { fakeSession } from './electron.fixture.ts';
import { optionsFenetre } from './fenetre.ts';

const { session } = fakeSession();
const options = (emballe = true) => optionsFenetre({ session, preload: '/app/preload.cjs', version: '1.4.0', emballe });

test('the page is a page and nothing more', () => {
  expect(options().webPreferences).toEqual({
    session,
    preload: '/app/preload.cjs',
    additionalArguments: ['--guichet-version=1.4.0'],
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    devTools: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    disableDialogs: true,
    backgroundThrottling: false,
  });
});

test('the window is the screen, and is seen once it is ready', () => {
  expect(options()).toMatchObject({ kiosk: true, fullscreen: true, frame: false, show: false, autoHideMenuBar: true });
  expect(options().backgroundColor).toMatch(/^#/);
});

test('a developer, and nobody else, may look inside', () => {
  expect(options(false).webPreferences?.devTools).toBe(true);
});
