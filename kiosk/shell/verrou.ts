import type { App, BrowserWindow, Input, Session, WebContents } from 'electron';
import { estChez, estPage, type Hote } from './adresses.ts';
import type { Noter } from './journal.ts';

/** What somebody needs who types on a keyboard of their own, besides what a key writes. */
const touches = new Set([
  ...['Tab', 'Enter', 'Escape', 'Backspace', 'Delete', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Shift', 'CapsLock', 'NumLock', 'Dead'],
]);

type Frappe = Pick<Input, 'key' | 'control' | 'alt' | 'meta'>;

/** Whether a key reaches the page. What is not known is refused: F1 to F24, every shortcut, the keys of media. */
export const toucheAdmise = ({ key, control, alt, meta }: Frappe): boolean =>
  !control && !alt && !meta && ([...key].length === 1 || touches.has(key));

/** Shuts every way out of a page. Electron opens what nobody shuts. */
export function verrouiller(contents: WebContents, hote: Hote, noter: Noter): void {
  const refuser = (quoi: string) => noter('refus', { quoi });

  contents.setWindowOpenHandler(() => {
    refuser('fenetre');
    return { action: 'deny' };
  });
  for (const name of ['will-frame-navigate', 'will-redirect'] as const)
    contents.on(name as 'will-frame-navigate', (event) => {
      if (event.isMainFrame && estPage(hote, event.url)) return;
      event.preventDefault();
      refuser(name);
    });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    refuser('webview');
  });
  contents.on('before-input-event', (event, input) => {
    if (!toucheAdmise(input)) event.preventDefault();
  });
  contents.on('before-mouse-event', (event, mouse) => {
    if (mouse.type === 'contextMenu' || mouse.modifiers?.some((each) => each === 'control' || each === 'ctrl'))
      event.preventDefault();
  });
  contents.on('context-menu', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.on('zoom-changed', () => contents.setZoomFactor(1));
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    contents.setVisualZoomLevelLimits(1, 1).catch(() => refuser('zoom'));
  });
}

/** A window that nothing closes but ourselves. */
export function verrouillerFenetre(window: BrowserWindow): void {
  window.on('close', (event) => event.preventDefault());
  window.on('app-command', (event) => event.preventDefault());
  window.on('leave-full-screen', () => window.setKiosk(true));
  window.setMenu(null);
}

/** Refuses what a page asks of the machine, and every address but its own. */
export function verrouillerSession(session: Session, hote: Hote, noter: Noter): void {
  const refuser = (quoi: string) => noter('refus', { quoi });

  session.setPermissionRequestHandler((_contents, permission, callback) => {
    refuser(permission);
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.on('will-download', (event, item) => {
    event.preventDefault();
    item.cancel();
    refuser('telechargement');
  });
  for (const name of ['select-hid-device', 'select-usb-device'] as const)
    session.on(name as 'select-hid-device', (event, _details, choose) => {
      event.preventDefault();
      choose(null);
    });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const cancel = !ouverte(hote, url);
    if (cancel) noter('refus', { quoi: 'adresse', protocole: protocolOf(url) });
    callback({ cancel });
  });
  session.setCertificateVerifyProc((_request, callback) => callback(REFUSE));
  session.setSpellCheckerEnabled(false);
}

/** Chromium speaks to nobody over the network: whoever shows a certificate here is none of ours (-2: failed). */
const REFUSE = -2;

/** What a page may load: its own host, and what it made itself. */
function ouverte(hote: Hote, url: string): boolean {
  if (url.startsWith('blob:')) return estChez(hote, url.slice('blob:'.length));
  return estChez(hote, url) || url.startsWith('data:image/');
}

const protocolOf = (url: string): string => (URL.canParse(url) ? new URL(url).protocol : 'inconnu');

/** What reaches the application rather than a window: certificates, passwords of proxies, windows of unknown origin. */
export function verrouillerApplication(app: App, noter: Noter): void {
  app.on('certificate-error', (event, _contents, url, error, _certificate, callback) => {
    event.preventDefault();
    noter('certificat_refuse', { protocole: protocolOf(url), raison: error });
    callback(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
  app.on('login', (event, _contents, _details, _authInfo, callback) => {
    event.preventDefault();
    callback();
  });
}
