import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** What a packaged program must be, independently of what its packaging was told: see electron-builder.yml. */
const expected: Readonly<Record<FuseV1Options, FuseState>> = {
  [FuseV1Options.RunAsNode]: FuseState.DISABLE,
  [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
  [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
  [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FuseState.DISABLE,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
  // Makes WebAssembly quick and is neither a door nor a lock. Windows cannot compile any: their policy forbids it.
  [FuseV1Options.WasmTrapHandlers]: FuseState.ENABLE,
};

/** A fuse that a newer Electron knows and nobody here has thought about counts as wrong. */
const expectedOf = (fuse: string): FuseState | undefined =>
  new Map<string, FuseState>(Object.entries(expected)).get(fuse);

/**
 * The names of the fuses that are not as they must be in a packaged program. One that this Electron does not have
 * yet is not on its wire.
 * @param path its executable, or its bundle on macOS
 */
export const wrongFuses = async (path: string): Promise<readonly string[]> => {
  const wire = await getCurrentFuseWire(path);
  return Object.entries(wire)
    .filter(([fuse]) => fuse !== 'version')
    .filter(([fuse, state]) => state !== FuseState.INHERIT && state !== expectedOf(fuse))
    .map(([fuse]) => FuseV1Options[Number(fuse)] ?? `fuse ${fuse}`);
};
