import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** What a packaged program must be, independently of what its packaging was told: see electron-builder.yml. */
const expected: readonly (readonly [FuseV1Options, FuseState])[] = [
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
];

/**
 * The names of the fuses that are not as they must be in a packaged program.
 * @param path its executable, or its bundle on macOS
 */
export const wrongFuses = async (path: string): Promise<readonly string[]> => {
  const wire = await getCurrentFuseWire(path);
  return expected.filter(([fuse, state]) => wire[fuse] !== state).map(([fuse]) => FuseV1Options[fuse]);
};
