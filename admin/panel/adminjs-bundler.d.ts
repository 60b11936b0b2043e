declare module 'adminjs/bundler' {
  import type AdminJS from 'adminjs';

  interface Bundler {
    createEntry(options: { content: string }): Promise<void>;
    build(): Promise<void>;
  }

  export const componentsBundler: Bundler;
  export function generateUserComponentEntry(admin: AdminJS, folder: string): string;
}
