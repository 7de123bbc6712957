import { isRoot } from '../lib/process.ts';
import { say } from '../lib/say.ts';
import { aptInstall, aptUpdate, installCommand, packagesFor } from './system/apt.ts';
import { type Missing, missingLibraries, missingRequirements, onDebian } from './system/find-missing.ts';
import { desktopRequirements, keytarBuildRequirements } from './system/requirements.ts';

export interface SystemNeeds {
  /** An executable whose shared libraries are needed, and what Electron opens besides. */
  readonly execPath?: string;
  /** The desktop without a screen, for tests and the demo. */
  readonly desktop?: boolean;
  /** What compiling `keytar` takes. */
  readonly keytarBuild?: boolean;
}

const findMissing = async (needs: SystemNeeds, debian: boolean): Promise<readonly Missing[]> => [
  ...(needs.execPath === undefined ? [] : await missingLibraries(needs.execPath)),
  ...(needs.desktop === true ? await missingRequirements(desktopRequirements, debian) : []),
  ...(needs.keytarBuild === true ? await missingRequirements(keytarBuildRequirements, debian) : []),
];

const named = (missing: readonly Missing[]): string => missing.map(({ what }) => what).join(', ');

const install = async (missing: readonly Missing[]): Promise<void> => {
  const updated = await aptUpdate();
  if (updated !== undefined) say(`apt-get update failed: ${updated}`);
  const packages = await packagesFor(missing);
  say(`Installing ${packages.join(' ')} …`);
  const failure = packages.length === 0 ? undefined : await aptInstall(packages);
  if (failure !== undefined) say(`apt-get install failed: ${failure}`);
};

/** Not for optional parts alone that this system does not offer: they would be asked for at each start. */
const isWorthInstalling = async (missing: readonly Missing[]): Promise<boolean> =>
  missing.some(({ optional }) => !optional) || (await packagesFor(missing)).length > 0;

const advice = async (missing: readonly Missing[], debian: boolean): Promise<string> => {
  const packages = debian ? await packagesFor(missing) : [];
  return packages.length === 0
    ? `Missing on this system: ${named(missing)}. Install them with its package manager.`
    : `Missing on this system: ${named(missing)}. To install them:\n\n  ${installCommand(packages)}\n`;
};

/**
 * Sees to it that this system has what is needed: on Linux, as root on something like Debian, by installing
 * it; else by saying exactly what to do. Other platforms need nothing.
 * @returns whether the program can start; missing optional parts are only told
 */
export const ensureSystem = async (needs: SystemNeeds): Promise<boolean> => {
  if (process.platform !== 'linux') return true;
  const debian = onDebian();
  let missing = await findMissing(needs, debian);
  if (debian && isRoot() && (await isWorthInstalling(missing))) {
    say(`Missing on this system: ${named(missing)}.`);
    await install(missing);
    missing = await findMissing(needs, debian);
  }
  if (missing.length === 0) return true;
  say(await advice(missing, debian));
  return missing.every(({ optional }) => optional);
};
