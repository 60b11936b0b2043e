import type { SafeStorage } from 'electron';

/** Encrypts with a key that the system keeps. */
export interface Coffre {
  chiffrer(text: string): Buffer;
  /** @throws {Error} when it was encrypted elsewhere or by another account */
  dechiffrer(chiffre: Buffer): string;
}

type Systeme = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;

/**
 * Electron's own, once the application is ready. Without a keyring it offers a password that everybody knows: that is
 * none, and the file's rights have to do.
 */
export function coffreDe(systeme: Systeme): Coffre | undefined {
  if (!systeme.isEncryptionAvailable() || systeme.getSelectedStorageBackend() === 'basic_text') return undefined;
  return {
    chiffrer: (text) => systeme.encryptString(text),
    dechiffrer: (chiffre) => systeme.decryptString(chiffre),
  };
}
