const sources: readonly (readonly [string, string])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  // A photo is looked at before it is sent: blob. Icons stand in the styles: data.
  ['img-src', "'self' data: blob:"],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['manifest-src', "'self'"],
  ['worker-src', "'self'"],
  ['object-src', "'none'"],
  ['base-uri', "'none'"],
  ['form-action', "'none'"],
  ['frame-ancestors', "'none'"],
];

/** What a phone may be asked for, by our own pages alone: a photo of a document. Everything else is refused. */
const permissions = [
  'camera=(self)',
  ...['microphone', 'geolocation', 'display-capture', 'payment', 'usb', 'serial', 'hid', 'midi'].map(
    (each) => `${each}=()`,
  ),
].join(', ');

/** What the screens may load and speak to: their own origin. It is the same at the borne and on a phone. */
export const contentSecurityPolicy = (): string => sources.map((each) => each.join(' ')).join('; ');

/** The headers of every page and file of the screens, whoever serves them: the server, or the shell of a borne. */
export const entetes = (): Record<string, string> => ({
  'Content-Security-Policy': contentSecurityPolicy(),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': permissions,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
});
