/**
 * Where releases are published and who signs them, compiled into the program. As long as there is no release,
 * there is neither, and the program does not look for updates. How both come to be: docs/decisions/0052-updates.md.
 */
export interface Releases {
  /** The page with the releases, for people. https. */
  readonly page: string | null;
  /** The folder with the signed lists and the files they name, with a `/` at its end. https. */
  readonly feed: string | null;
  /** Ed25519 public keys (SPKI, base64) of which one must have signed a list. Two while one takes over. */
  readonly keys: readonly string[];
  /** To whom Windows must say the installer belongs: the full name in the certificate. */
  readonly windowsPublisher: string | null;
}

export const releases: Releases = { page: null, feed: null, keys: [], windowsPublisher: null };
