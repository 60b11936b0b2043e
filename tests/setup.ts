import 'reflect-metadata';
import { afterAll, vi } from 'vitest';

const environment = { ...process.env };

// Many files run in one process, one after the other: what one has changed for all is put back.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});
