/** Who keeps this very program up to date, from what it finds around it. */
import type { UpdateOwner } from '../../shared/bridge/updates.ts';
import { runningImage } from '../app-image.ts';
import type { Releases } from './releases.ts';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly isOfficial: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The executable's path. */
  readonly executable: string;
  /** Windows: whether the installer put it here, and left its own way out. */
  readonly hasUninstaller: boolean;
  /** Whether this person may replace a file. */
  readonly mayReplace: (file: string) => boolean;
  readonly releases: Releases;
}

/** Null where the program updates itself. */
export function updateOwner(around: Surroundings): UpdateOwner | null {
  if (!around.isPackaged) return 'sources';
  if (!around.isOfficial) return 'local-package';
  return systemOwner(around) ?? (canBeChecked(around) ? null : 'no-key');
}

function systemOwner(around: Surroundings): UpdateOwner | null {
  switch (around.platform) {
    case 'linux':
      return linuxOwner(around);
    case 'win32':
      return around.hasUninstaller ? null : 'folder';
    case 'darwin':
      // From a disk image, or from where macOS keeps what was not moved to its place, nothing can be replaced.
      return /^\/Volumes\/|\/AppTranslocation\//.test(around.executable) ? 'folder' : null;
    default:
      return 'folder';
  }
}

function linuxOwner({ env, executable, mayReplace }: Surroundings): UpdateOwner | null {
  if (env['FLATPAK_ID'] !== undefined) return 'flatpak';
  if (env['SNAP'] !== undefined) return 'snap';
  const image = runningImage(env, executable);
  if (image !== null) return mayReplace(image) ? null : 'read-only';
  return PACKAGED.test(executable) ? 'package-manager' : 'folder';
}

/** Where package managers put programs; what is below /usr/local was put there by hand. */
const PACKAGED = /^\/(?:opt|usr(?!\/local\/)|nix\/store)\//;

const canBeChecked = ({ platform, releases }: Surroundings): boolean =>
  releases.feed !== null &&
  releases.keys.length > 0 &&
  (platform !== 'win32' || releases.windowsPublisher !== null);
