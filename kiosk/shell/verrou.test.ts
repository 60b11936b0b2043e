import { beforeEach, describe, expect, test, vi } from 'vitest';
import { evenement, fakeApp, fakeContents, fakeSession, fakeWindow } from './electron.fixture.ts';
import { toucheAdmise, verrouiller, verrouillerApplication, verrouillerFenetre, verrouillerSession } from './verrou.ts';

const noter = vi.fn();
beforeEach(() => void noter.mockClear());

const ailleurs = [
  'https://evil.example/',
  'http://localhost:8080/',
  'file:///etc/passwd',
  'app://other/borne/',
  'app://coque/enrolement.html',
  'data:text/html,<script>1</script>',
  'javascript:alert(1)',
  'chrome://settings',
  'about:blank',
];

describe('a page', () => {
  function locked() {
    const { contents, fake } = fakeContents();
    verrouiller(contents, 'guichet', noter);
    const emit = (name: string, over: object = {}, ...rest: unknown[]) => {
      const event = evenement(over);
      contents.emit(name, event, ...rest);
      return event.preventDefault.mock.calls.length > 0;
    };
    return { fake, emit };
  }

  test('opens no window', () => {
    const { fake } = locked();
    expect(fake.setWindowOpenHandler.mock.calls[0]?.[0]({ url: 'app://guichet/borne/' })).toEqual({ action: 'deny' });
    expect(noter).toHaveBeenCalledWith('refus', { quoi: 'fenetre' });
  });

  describe.each(['will-frame-navigate', 'will-redirect'])('%s', (name) => {
    test.each([...ailleurs, 'app://guichet/api/v1/borne/produits'])('does not lead to %s', (url) => {
      expect(locked().emit(name, { url, isMainFrame: true })).toBe(true);
      expect(noter).toHaveBeenCalledWith('refus', { quoi: name });
    });

    test('leads to the screens, and to nothing within a frame', () => {
      const { emit } = locked();
      expect(emit(name, { url: 'app://guichet/borne/', isMainFrame: true })).toBe(false);
      expect(emit(name, { url: 'app://guichet/borne/', isMainFrame: false })).toBe(true);
    });
  });

  test('holds no other page', () => {
    expect(locked().emit('will-attach-webview')).toBe(true);
  });

  test('shows no menu', () => {
    const { emit } = locked();
    expect(emit('context-menu')).toBe(true);
    expect(emit('before-mouse-event', {}, { type: 'contextMenu' })).toBe(true);
  });

  test('is not made larger or smaller, and is touched like any other', () => {
    const { emit, fake } = locked();
    expect(emit('before-mouse-event', {}, { type: 'mouseWheel', modifiers: ['control'] })).toBe(true);
    expect(emit('before-mouse-event', {}, { type: 'mouseWheel', modifiers: [] })).toBe(false);
    expect(emit('before-mouse-event', {}, { type: 'mouseDown' })).toBe(false);
    emit('zoom-changed', {}, 'in');
    expect(fake.setZoomFactor).toHaveBeenLastCalledWith(1);
    emit('did-finish-load');
    expect(fake.setVisualZoomLevelLimits).toHaveBeenCalledWith(1, 1);
  });

  test('finds no device', () => {
    const choose = vi.fn();
    expect(locked().emit('select-bluetooth-device', {}, [{ deviceId: 'x' }], choose)).toBe(true);
    expect(choose).toHaveBeenCalledWith('');
  });

  const functions = Array.from({ length: 24 }, (_, i) => `F${i + 1}`);
  const keys = [...functions, 'Alt', 'Meta', 'Control', 'ContextMenu', 'PrintScreen', 'BrowserBack', 'BrowserRefresh'];
  test.each(keys)('does not receive the key %s', (key) => {
    expect(locked().emit('before-input-event', {}, { key, control: false, alt: false, meta: false })).toBe(true);
  });

  test.each([
    ['Ctrl+R', { key: 'r', control: true }],
    ['Ctrl+Shift+I', { key: 'I', control: true }],
    ['Ctrl++', { key: '+', control: true }],
    ['Alt+F4', { key: 'F4', alt: true }],
    ['Alt+Tab', { key: 'Tab', alt: true }],
    ['Alt+Left', { key: 'ArrowLeft', alt: true }],
    ['Meta+L', { key: 'l', meta: true }],
  ])('does not receive %s', (_, over) => {
    expect(toucheAdmise({ control: false, alt: false, meta: false, ...over })).toBe(false);
  });

  test.each(['a', 'É', '7', ' ', '@', 'Tab', 'Enter', 'Backspace', 'ArrowDown', 'Escape', 'Dead', 'Shift'])(
    'receives the key %s',
    (key) => {
      expect(locked().emit('before-input-event', {}, { key, control: false, alt: false, meta: false })).toBe(false);
    },
  );
});

describe('a session', () => {
  function locked() {
    const { session, fake, handlers } = fakeSession();
    verrouillerSession(session, 'guichet', noter);
    return { session, fake, handlers: handlers as Record<string, (...args: unknown[]) => unknown> };
  }

  test.each(['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'fullscreen', 'unknown'])(
    'grants no %s: asked for, looked up, as a device',
    (permission) => {
      const { handlers } = locked();
      const callback = vi.fn();
      handlers.PermissionRequest?.(null, permission, callback, {});
      expect(callback.mock.calls).toEqual([[false]]);
      expect(handlers.PermissionCheck?.(null, permission, 'app://guichet', {})).toBe(false);
      expect(handlers.DevicePermission?.({ deviceType: 'usb' })).toBe(false);
    },
  );

  test('does not pair, and shares no screen', () => {
    const { handlers } = locked();
    const [pair, share] = [vi.fn(), vi.fn()];
    handlers.BluetoothPairing?.({}, pair);
    handlers.DisplayMediaRequest?.({}, share);
    expect([pair.mock.calls, share.mock.calls]).toEqual([[[{ confirmed: false }]], [[null]]]);
  });

  test('keeps no file', () => {
    const [event, item] = [evenement(), { cancel: vi.fn() }];
    locked().session.emit('will-download', event, item);
    expect(event.preventDefault).toHaveBeenCalled();
    expect(item.cancel).toHaveBeenCalled();
  });

  test.each([
    ['select-hid-device', null, [{}]],
    ['select-usb-device', null, [{}]],
    ['select-serial-port', '', [[], {}]],
  ])('%s finds none', (name, none, args) => {
    const [event, choose] = [evenement(), vi.fn()];
    locked().session.emit(name, event, ...args, choose);
    expect(event.preventDefault).toHaveBeenCalled();
    expect(choose).toHaveBeenCalledWith(none);
  });

  const asked = (url: string) => {
    const callback = vi.fn();
    locked().handlers.BeforeRequest?.({ url }, callback);
    return callback.mock.calls[0]?.[0];
  };

  test.each([
    ...ailleurs.filter((url) => !url.startsWith('javascript')),
    'wss://evil.example/',
    'ftp://x/',
    'blob:https://evil.example/1',
  ])('asks nothing of %s', (url) => expect(asked(url)).toEqual({ cancel: true }));

  test.each(['app://guichet/api/v1/borne/produits', 'data:image/png;base64,AA', 'blob:app://guichet/0b5c'])(
    'may ask %s',
    (url) => expect(asked(url)).toEqual({ cancel: false }),
  );

  test('believes no certificate and checks no spelling', () => {
    const { fake, handlers } = locked();
    const callback = vi.fn();
    handlers.CertificateVerify?.({}, callback);
    expect(callback).toHaveBeenCalledWith(-2);
    expect(fake.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
  });
});

test('a window is not closed, left or sent back', () => {
  const { window, fake } = fakeWindow();
  verrouillerFenetre(window);
  const [close, back] = [evenement(), evenement()];
  window.emit('close', close);
  window.emit('app-command', back, 'browser-backward');
  window.emit('leave-full-screen');
  expect(close.preventDefault).toHaveBeenCalled();
  expect(back.preventDefault).toHaveBeenCalled();
  expect(fake.setKiosk).toHaveBeenCalledWith(true);
  expect(fake.setMenu).toHaveBeenCalledWith(null);
});

test.each([
  ['certificate-error', [{}, 'https://x', 'net::ERR', {}], [false]],
  ['select-client-certificate', [{}, 'https://x', []], []],
  ['login', [{}, {}, {}], []],
])('%s is refused', (name, args, answer) => {
  const { app } = fakeApp();
  verrouillerApplication(app, noter);
  const [event, callback] = [evenement(), vi.fn()];
  app.emit(name, event, ...args, callback);
  expect(event.preventDefault).toHaveBeenCalled();
  expect(callback.mock.calls).toEqual([answer]);
});
