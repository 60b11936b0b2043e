import { describe, expect, test } from 'vitest';
import { objection } from './rules.ts';
import { importsOf, sources } from './sources.ts';

const LINES_MAX = 250;

/** Texts and tables of data are as long as what they say. */
const tables =
  /^migrations\/|^seeds\/|\/(messages|locale|words)\b|\/messages\.ts$|mots-de-passe-courants\.ts$|\/words-\w+\.ts$/;

/** What only tests use may reach everywhere. */
const forTests = /\.test\.tsx?$|\.fixture\.ts$|^tests\/|\/conformance\/|^vitest\.config\.ts$/;

const all = sources();

describe('the architecture', () => {
  test('imports run one way, from the engine up to what starts it', () => {
    const product = all.filter(({ file }) => !forTests.test(file));
    expect(product.length).toBeGreaterThan(100);
    const objections = product.flatMap(({ file, imports }) => imports.map((target) => objection(file, target)));
    expect(objections.filter(Boolean)).toEqual([]);
  });

  test('no file but texts and tables of data is longer than one can keep in mind', () => {
    const long = all.filter(({ file, lines }) => lines > LINES_MAX && !tables.test(file));
    expect(long.map(({ file, lines }) => `${file}: ${lines} lines`)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  test.each([
    ['server/core/records/write.ts', 'server/features/clients/client.ts'],
    ['server/core/journal/journal.ts', 'server/config.ts'],
    ['server/features/organisation/agents/agent.ts', 'server/features/clients/client.ts'],
    ['server/features/documents/document.ts', 'server/features/assurance/police.ts'],
    ['server/features/clients/client.ts', 'server/http/app.ts'],
    ['server/integrations/mail/mail.ts', 'server/config.ts'],
    ['server/http/app.ts', 'admin/panel/mount.ts'],
    ['server/http/app.ts', 'server/features/journal/ligne.ts'],
    ['server/features/crm/devis/devis.ts', 'server/features/rapports/populations.ts'],
    ['server/features/notifications/push/jobs.ts', 'server/features/rapports/populations.ts'],
    ['admin/panel/mount.ts', 'server/main.ts'],
    ['server/guichet.ts', 'tests/cast.ts'],
    ['server/features/nouveau/chose.ts', 'server/core/resource.ts'],
  ])('%s may not import %s', (file, target) => {
    expect(objection(file, target)).toBeDefined();
  });

  test.each([
    ['server/features/clients/client.ts', 'server/features/organisation/succursales/succursale.ts'],
    ['server/features/journal/ligne.ts', 'server/features/clients/client.ts'],
    ['server/config.ts', 'server/integrations/mobile-money/configuration.ts'],
    ['server/features.ts', 'server/features/journal/resource.ts'],
    ['server/http/dashboard/routes.ts', 'server/features/rapports/populations.ts'],
    ['admin/panel/mount.ts', 'server/features/rapports/populations.ts'],
    ['admin/panel/mount.ts', 'server/http/request.ts'],
    ['server/core/records/write.ts', 'server/core/resource.ts'],
  ])('%s may import %s', (file, target) => {
    expect(objection(file, target)).toBeUndefined();
  });

  test('every way of importing is seen', () => {
    const text = `import './a.ts';
import type { B } from '../b.ts';
import {
  c,
} from './c.ts';
export { d } from './d.ts';
const e = await import('./e.ts');
import x from 'package';`;
    expect(importsOf('server/core/x.ts', text)).toEqual([
      'server/core/a.ts',
      'server/b.ts',
      'server/core/c.ts',
      'server/core/d.ts',
      'server/core/e.ts',
    ]);
  });
});
