declare module 'adminjs/bundler' {
  import type AdminJS from 'adminjs';

  interface Bundler {
    createEntry(options: { content: string }): Promise<void>;
    build(): Promise<void>;
  }

  export const componentsBundler: Bundler;
  export function generateUserComponentEntry(admin: AdminJS, folder: string): string;
}

declare module 'express-formidable' {
  import type { RequestHandler } from 'express';

  /** A part of a form on its way in; a file has a name. */
  interface Part {
    filename?: string;
  }

  interface Options {
    onPart?(this: { handlePart(part: Part): void }, part: Part): void;
  }

  export default function formidable(options?: Options): RequestHandler;
}
