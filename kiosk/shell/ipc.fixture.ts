import type { IpcMain, IpcRenderer, WebContents } from 'electron';

type Listener = (event: object, ...args: unknown[]) => unknown;

/**
 * Two ends that speak as a page and the shell do: what passes is copied, as it is between two processes, and what
 * cannot be copied does not pass.
 */
export function fakeIpc(sender: WebContents, frame: () => object | null) {
  const handlers = new Map<string, Listener>();
  const listeners = new Map<string, Listener>();
  const event = () => ({ sender, senderFrame: frame() });
  const main = {
    handle: (channel: string, handler: Listener) => void handlers.set(channel, handler),
    on: (channel: string, listener: Listener) => void listeners.set(channel, listener),
  };
  const renderer = {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const handler = handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return structuredClone(await handler(event(), ...structuredClone(args)));
    },
    send: (channel: string, ...args: unknown[]) => void listeners.get(channel)?.(event(), ...structuredClone(args)),
  };
  return {
    main: main as unknown as Pick<IpcMain, 'handle' | 'on'>,
    renderer: renderer as unknown as Pick<IpcRenderer, 'invoke' | 'send'>,
    channels: () => [...handlers.keys(), ...listeners.keys()].toSorted(),
  };
}
