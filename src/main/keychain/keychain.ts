/** The port to the place where the operating system keeps secrets for programs. */
import type { Result } from '../../core/result.ts';

export type KeychainBackend = 'keytar' | 'keyring' | 'memory';

/** The keychain is there but did not do it: locked, refused, gone, or silent for too long. */
export interface KeychainError {
  readonly code: 'unavailable' | 'timeout';
}

/** Names of the items this program keeps. Nothing else is ever read or written. */
export type KeychainItem =
  | 'ledger-key'
  | 'builtin-service-token'
  | 'probe'
  /** An account's token. */
  | `token:${string}`
  /** A kept unlock password, wrapped by the window with a key of its own: unreadable here. */
  | `password:${string}`;

export interface Keychain {
  readonly backend: KeychainBackend;
  /** The item, or null when there is none. A failure says nothing about whether there is one. */
  read(item: KeychainItem): Promise<Result<string | null, KeychainError>>;
  write(item: KeychainItem, secret: string): Promise<Result<null, KeychainError>>;
  /** Succeeds also when there was none. */
  remove(item: KeychainItem): Promise<Result<null, KeychainError>>;
}

/** Items are found under this name in the system's own keychain program. */
export const KEYCHAIN_SERVICE = 'EnigmaCrypt Desktop';
