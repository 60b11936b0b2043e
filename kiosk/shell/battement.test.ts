import { beforeEach, expect, test, vi } from 'vitest';
import { ouvrirBattement, type PortsBattement } from './battement.ts';

type Ended = (error: Error | null) => void;
const noter = vi.fn();
const executer = vi.fn<(name: string, args: string[], options: object, ended: Ended) => void>();
const ports = (env: NodeJS.ProcessEnv) => ({ env, noter, executer: executer as unknown as PortsBattement['executer'] });
beforeEach(() => void vi.clearAllMocks());

const env = { NOTIFY_SOCKET: '/run/systemd/notify', SECRET: 'x' };
const end = (error: Error | null = null) => executer.mock.calls.at(-1)?.[3](error);

test('the service is ready at the first sign of life, and is fed by each one after', () => {
  const battre = ouvrirBattement(ports(env));
  expect(executer).not.toHaveBeenCalled();
  for (let i = 0; i < 3; i++) {
    battre();
    end();
  }
  const told = executer.mock.calls.map(([name, args]) => [name, ...args]);
  expect(told).toEqual([
    ['systemd-notify', 'READY=1', 'WATCHDOG=1'],
    ['systemd-notify', 'WATCHDOG=1'],
    ['systemd-notify', 'WATCHDOG=1'],
  ]);
});

test('no shell is used, and nothing of the environment is passed on but the socket', () => {
  ouvrirBattement(ports(env))();
  expect(executer.mock.calls[0]?.[2]).toMatchObject({
    shell: false,
    env: { NOTIFY_SOCKET: '/run/systemd/notify', PATH: '/usr/bin:/bin' },
  });
});

test('ready that was not heard is said again, and noted', () => {
  const battre = ouvrirBattement(ports(env));
  battre();
  battre();
  expect(executer, 'one at a time').toHaveBeenCalledTimes(1);
  end(new Error('no systemd-notify'));
  battre();
  expect(executer.mock.calls[1]?.[1]).toContain('READY=1');
  expect(noter).toHaveBeenCalledWith('veilleur', { raison: 'no systemd-notify' });
});

test('outside a service nobody is told', () => {
  ouvrirBattement(ports({}))();
  expect(executer).not.toHaveBeenCalled();
});
