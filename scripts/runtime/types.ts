/** An Electron on this machine that can be started. */
export interface Electron {
  /** Full path of its executable. */
  readonly execPath: string;
  /** As in its `version` file, e.g. "45.4.1"; "unknown" when it does not say. */
  readonly version: string;
  /** Whether it is the one published by the Electron project, downloaded and checked by its own package. */
  readonly official: boolean;
  readonly origin: 'given' | 'official' | 'fallback';
}

export interface ElectronError {
  readonly kind: 'given-unusable' | 'unavailable';
  /** Ready to be shown: what happened and what the person can do. */
  readonly message: string;
}
