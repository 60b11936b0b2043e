// The types of the browser’s library and of its worker’s library do not go together: these are what is used here.

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Pushed extends Lasting {
  readonly data: { json(): unknown } | null;
}

interface Touched extends Lasting {
  readonly notification: Notification;
}

interface Changed extends Lasting {
  readonly oldSubscription: PushSubscription | null;
}

interface Page {
  readonly url: string;
  focus(): Promise<Page>;
  postMessage(message: unknown): void;
}

interface Events {
  install: Lasting;
  activate: Lasting;
  fetch: Fetching;
  message: MessageEvent<unknown>;
  push: Pushed;
  notificationclick: Touched;
  pushsubscriptionchange: Changed;
}

interface Worker {
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled?: boolean }): Promise<Page[]>;
    openWindow(url: string): Promise<Page | null>;
  };
  readonly registration: ServiceWorkerRegistration;
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener<E extends keyof Events>(type: E, listener: (event: Events[E]) => void): void;
}

/** The service worker that this script is. */
export const worker = globalThis as unknown as Worker;
