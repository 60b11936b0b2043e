/** What Chromium is told at its start, besides what each window says. */
export const drapeaux: readonly (readonly [string, string?])[] = [
  ['lang', 'fr'],
  ['disable-pinch'],
  ['overscroll-history-navigation', '0'],
  ['enable-speech-dispatcher'],
  ['disable-breakpad'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['disable-features', 'HardwareMediaKeyHandling,MediaRouter,AutofillServerCommunication,Translate'],
];

const mots =
  /^--(inspect|remote-debugging|no-sandbox|disable-(web-security|site-isolation|setuid-sandbox|gpu-sandbox)|ignore-certificate|allow-running-insecure|load-extension|js-flags|proxy|host-(resolver-)?rules)/;

const reglages = ['NODE_TLS_REJECT_UNAUTHORIZED', 'ELECTRON_RUN_AS_NODE'];

/** What would open an installed terminal again, on the command line or in the environment. */
export const drapeauxInterdits = (argv: readonly string[], env: NodeJS.ProcessEnv): string[] => [
  ...argv.filter((each) => mots.test(each)),
  ...reglages.filter((name) => env[name] !== undefined),
];
