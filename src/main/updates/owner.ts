/** Who keeps this very program up to date, from what it finds around it. */
import type { UpdateOwner } from '../../shared/bridge/updates.ts';
import type { Releases } from './releases.ts';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly isOfficial: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The executable's path. */
  readonly executable: string;
  /** What electron-builder wrote into a package that a package manager takes: `deb`, `rpm`. Null elsewhere. */
  readonly packageType: string | null;
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

function linuxOwner({ env, packageType, mayReplace }: Surroundings): UpdateOwner | null {
  if (env['FLATPAK_ID'] !== undefined) return 'flatpak';
  if (env['SNAP'] !== undefined) return 'snap';
  if (packageType !== null) return 'package-manager';
  const image = env['APPIMAGE'];
  if (image === undefined) return 'folder';
  return mayReplace(image) ? null : 'read-only';
}

const canBeChecked = ({ platform, releases }: Surroundings): boolean =>
  releases.feed !== null &&
  releases.keys.length > 0 &&
  (platform !== 'win32' || releases.windowsPublisher !== null);
