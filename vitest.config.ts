import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{server,admin,kiosk,seeds,bench,scripts,tests,migrations}/**/*.test.ts'],
    globalSetup: './tests/global-setup.ts',
    setupFiles: './tests/setup.ts',
    pool: 'forks',
    // A process goes through many files: importing the server anew for each took a third of their time.
    isolate: false,
    // One more than the cores it is measured on: whoever waits for a browser or for PostgreSQL leaves them to others.
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
