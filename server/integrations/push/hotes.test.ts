import { describe, expect, test } from 'vitest';
import { endpointAdmis } from './hotes.ts';

describe('a browser’s address is taken', () => {
  test.each([
    ['https://fcm.googleapis.com/fcm/send/abc:APA91b-_~'],
    ['https://updates.push.services.mozilla.com/wpush/v2/gAAAA=='],
    ['https://autopush.stage.push.services.mozilla.com/wpush/v1/x'],
    ['https://web.push.apple.com/QGx'],
    ['https://db5p.notify.windows.com/w/?token=BQYAAA%2bx'],
  ])('%s', (endpoint) => {
    expect(endpointAdmis(endpoint)).toBe(endpoint);
  });

  test.each([
    ['HTTPS://FCM.GoogleAPIs.com/x', 'https://fcm.googleapis.com/x'],
    ['https://fcm.googleapis.com:443/x', 'https://fcm.googleapis.com/x'],
    ['https://fcm.googleapis.com', 'https://fcm.googleapis.com/'],
    ['https://fcm.googleapis.com/a/../b', 'https://fcm.googleapis.com/b'],
  ])('%s, as %s: two spellings are one address', (endpoint, taken) => {
    expect(endpointAdmis(endpoint)).toBe(taken);
  });
});

describe('an address that leads elsewhere is refused:', () => {
  test.each([
    ['in clear', 'http://fcm.googleapis.com/x'],
    ['another protocol', 'ftp://fcm.googleapis.com/x'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/plain,x'],
    ['no protocol', '//fcm.googleapis.com/x'],
    ['no slashes', 'https:fcm.googleapis.com/x'],
    ['three slashes', 'https:///fcm.googleapis.com/x'],
    ['nothing', ''],
    ['no address', 'fcm.googleapis.com'],
    ['this machine', 'https://localhost/x'],
    ['this machine by number', 'https://127.0.0.1/x'],
    ['this machine in IPv6', 'https://[::1]/x'],
    ['an IPv6 that holds an IPv4', 'https://[::ffff:127.0.0.1]/x'],
    ['a hexadecimal number', 'https://0x7f000001/x'],
    ['a decimal number', 'https://2130706433/x'],
    ['the metadata of a cloud', 'https://169.254.169.254/latest/meta-data'],
    ['a private network', 'https://10.0.0.1/x'],
    ['any host', 'https://evil.org/x'],
    ['the name in front', 'https://fcm.googleapis.com.evil.org/x'],
    ['the name in front, written otherwise', 'https://evil-fcm.googleapis.com.evil.org/x'],
    ['the name behind without a dot', 'https://evil-fcm.googleapis.com/x'],
    ['a label before a name that stands alone', 'https://evil.fcm.googleapis.com/x'],
    ['a suffix that is not a label', 'https://evilpush.apple.com/x'],
    ['a suffix alone', 'https://push.apple.com/x'],
    ['another service of the same vendor', 'https://storage.googleapis.com/x'],
    ['the name as a user', 'https://fcm.googleapis.com@evil.org/x'],
    ['the name as user and password', 'https://fcm.googleapis.com:443@evil.org/x'],
    ['a user before the name', 'https://user:pass@fcm.googleapis.com/x'],
    ['an empty user', 'https://@fcm.googleapis.com/x'],
    ['two users', 'https://a@b@fcm.googleapis.com/x'],
    ['a backslash', 'https://evil.org\\@fcm.googleapis.com/x'],
    ['a backslash behind', 'https://fcm.googleapis.com\\@evil.org/x'],
    ['the name in the path', 'https://evil.org/fcm.googleapis.com'],
    ['the name in the fragment', 'https://evil.org/#fcm.googleapis.com'],
    ['a fragment', 'https://fcm.googleapis.com/x#y'],
    ['a fragment for a path', 'https://fcm.googleapis.com#@evil.org/'],
    ['another port', 'https://fcm.googleapis.com:8443/x'],
    ['port 80', 'https://fcm.googleapis.com:80/x'],
    ['port 0', 'https://fcm.googleapis.com:0/x'],
    ['an empty port', 'https://fcm.googleapis.com:/x'],
    ['a port that is none', 'https://fcm.googleapis.com:99999/x'],
    ['a dot behind', 'https://fcm.googleapis.com./x'],
    ['two dots', 'https://fcm..googleapis.com/x'],
    ['a dot in front', 'https://.push.apple.com/x'],
    ['an escape in the host', 'https://fcm.googleapis%2ecom/x'],
    ['an escape that lengthens the host', 'https://fcm.googleapis.com%2eevil.org/x'],
    ['another alphabet: a Cyrillic с', 'https://fсm.googleapis.com/x'],
    ['the same in punycode', 'https://xn--fm-nmc.googleapis.com/x'],
    ['wide letters', 'https://ｆｃｍ.googleapis.com/x'],
    ['a wide dot', 'https://fcm。googleapis.com/x'],
    ['a space', 'https://fcm.googleapis.com /x'],
    ['a space in front', ' https://fcm.googleapis.com/x'],
    ['a line break', 'https://fcm.googleapis.com/x\r\nHost: evil.org'],
    ['a tab in the host', 'https://fcm.goo\tgleapis.com/x'],
    ['a zero byte', 'https://fcm.googleapis.com\0.evil.org/x'],
    ['too long', `https://fcm.googleapis.com/${'a'.repeat(2000)}`],
  ])('%s', (_why, endpoint) => {
    expect(endpointAdmis(endpoint)).toBeUndefined();
  });
});

describe('an institution may add', () => {
  test('a host, and hosts below a name; nothing beside them', () => {
    const autres = ['push.example.org', '*.push.example.net'];
    expect(endpointAdmis('https://push.example.org/x', autres)).toBeDefined();
    expect(endpointAdmis('https://eu.push.example.net/x', autres)).toBeDefined();
    expect(endpointAdmis('https://fcm.googleapis.com/x', autres)).toBeDefined();
    expect(endpointAdmis('https://a.push.example.org/x', autres)).toBeUndefined();
    expect(endpointAdmis('http://push.example.org/x', autres)).toBeUndefined();
  });

  test('for trials an origin of this machine, with its very port', () => {
    const autres = ['http://127.0.0.1:4567'];
    expect(endpointAdmis('http://127.0.0.1:4567/x', autres)).toBe('http://127.0.0.1:4567/x');
    expect(endpointAdmis('http://127.0.0.1:4568/x', autres)).toBeUndefined();
    expect(endpointAdmis('http://a@127.0.0.1:4567/x', autres)).toBeUndefined();
    expect(endpointAdmis('https://127.0.0.1:4567/x', autres)).toBeUndefined();
  });
});
