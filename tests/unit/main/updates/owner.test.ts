import { describe, expect, it } from 'vitest';
import { type Surroundings, updateOwner } from '../../../../src/main/updates/owner.ts';
import { releases } from '../../../../src/main/updates/releases.ts';

const appImage: Surroundings = {
  platform: 'linux',
  isPackaged: true,
  isOfficial: true,
  env: { APPIMAGE: '/home/ana/EnigmaCrypt.AppImage', APPDIR: '/tmp/.mount_x' },
  executable: '/tmp/.mount_x/enigmacrypt-desktop',
  hasUninstaller: false,
  mayReplace: () => true,
  releases: { page: null, feed: 'https://releases.example/', keys: ['a key'], windowsPublisher: null },
};
const windows: Surroundings = {
  ...appImage,
  platform: 'win32',
  env: {},
  executable: 'C:\\Users\\ana\\AppData\\Local\\Programs\\EnigmaCrypt Desktop\\EnigmaCrypt Desktop.exe',
  hasUninstaller: true,
  releases: { ...appImage.releases, windowsPublisher: 'CN=The makers' },
};
const mac: Surroundings = {
  ...appImage,
  platform: 'darwin',
  env: {},
  executable: '/Applications/EnigmaCrypt Desktop.app/Contents/MacOS/EnigmaCrypt Desktop',
};

describe('who keeps the program up to date', () => {
  it.each([
    ['an AppImage', appImage],
    ['what the Windows installer put there', windows],
    ['what lies among the Mac’s programs', mac],
  ])('is the program itself in %s', (_what, around) => {
    expect(updateOwner(around)).toBeNull();
  });

  it.each([
    ['sources', { ...appImage, isPackaged: false }],
    ['local-package', { ...appImage, isOfficial: false }],
    ['flatpak', { ...appImage, env: { FLATPAK_ID: 'app.enigmacrypt.desktop' } }],
    ['snap', { ...appImage, env: { SNAP: '/snap/x/1' } }],
    ['package-manager', { ...appImage, env: {}, executable: '/opt/EnigmaCrypt Desktop/enigmacrypt-desktop' }],
    // Started out of another program's AppImage, which must not be replaced.
    ['package-manager', { ...appImage, executable: '/usr/lib/enigmacrypt-desktop/enigmacrypt-desktop' }],
    ['folder', { ...appImage, executable: '/home/ana/enigmacrypt/enigmacrypt-desktop' }],
    ['folder', { ...appImage, executable: '/usr/local/enigmacrypt/enigmacrypt-desktop' }],
    ['folder', { ...appImage, env: {} }],
    ['folder', { ...windows, hasUninstaller: false }],
    ['folder', { ...mac, executable: '/Volumes/EnigmaCrypt/EnigmaCrypt Desktop.app/Contents/MacOS/x' }],
    ['folder', { ...mac, executable: '/private/var/folders/AppTranslocation/1/d/E.app/Contents/MacOS/x' }],
    ['read-only', { ...appImage, mayReplace: () => false }],
    ['no-key', { ...appImage, releases: { ...appImage.releases, keys: [] } }],
    ['no-key', { ...appImage, releases: { ...appImage.releases, feed: null } }],
    ['no-key', { ...windows, releases: { ...windows.releases, windowsPublisher: null } }],
  ] as const)('is %s otherwise', (owner, around) => {
    expect(updateOwner(around)).toBe(owner);
  });
});

describe('the releases that are compiled in', () => {
  it('are on https, and either whole or not at all', () => {
    for (const address of [releases.page, releases.feed])
      if (address !== null) expect(new URL(address).protocol).toBe('https:');
    expect(releases.feed === null).toBe(releases.keys.length === 0);
    if (releases.feed !== null) expect(releases.feed).toMatch(/\/$/);
  });
});
