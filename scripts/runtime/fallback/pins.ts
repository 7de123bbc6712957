/**
 * A real Electron from the npm registry, for machines that reach the registry but not Electron's own
 * downloads: `hvir-linux-x64` (MIT) carries one inside its payload, built in public by electron-builder.
 * Nobody but its publisher vouches for it, so every byte of it is pinned here.
 */
export const fallback = {
  package: 'hvir-linux-x64@0.1.5',
  version: '43.2.0',
  /** What `npm pack` delivers. */
  archiveSha256: '4db50792817893a1e8c2481ec7160e2e3e12d0c5ec7243425baf30168411f93f',
  /** `package/payload.tar.gz` inside it. */
  payloadSha256: 'ece2c92c34aa954b4367e064941678354389a84a627a641ab5f1cff0e209655d',
  /** `app/hvir` inside that: Electron's executable. */
  executableSha256: '84e1078c8f38659f3785fec90b68ff47dcb7b5ed94e97e4e4cc6dd3290758991',
} as const;
