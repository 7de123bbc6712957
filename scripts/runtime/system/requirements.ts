/**
 * What the program and its tests need from a Linux system, and which Debian package brings it. Several
 * names for one thing are alternatives in order of preference: newer releases renamed some packages
 * (`…t64` since the move to a 64-bit time_t in Debian 13 and Ubuntu 24.04).
 */

/** Packages by the soname that the loader asks for: what Electron 43 to 45 links to, and what it opens at run time. */
export const packagesOfLibrary: Readonly<Record<string, readonly string[]>> = {
  'libX11.so.6': ['libx11-6'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libXss.so.1': ['libxss1'],
  'libXtst.so.6': ['libxtst6'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgcc_s.so.1': ['libgcc-s1'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnotify.so.4': ['libnotify4'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsecret-1.so.0': ['libsecret-1-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
};

/** Libraries Electron and the keychain module open at run time, which no linker names: notifications, keychain. */
export const openedAtRunTime: readonly string[] = ['libnotify.so.4', 'libsecret-1.so.0'];

export interface Requirement {
  /** How it is found: a program on the PATH under any of these names, or an installed Debian package. */
  readonly find: { readonly program: readonly string[] } | { readonly debianPackage: readonly string[] };
  /** The Debian packages that bring it. */
  readonly packages: readonly string[];
  /** Whether the tests can do without it, saying what they leave out. */
  readonly optional?: boolean;
}

const program = (names: readonly string[], packages: readonly string[]): Requirement => ({
  find: { program: names },
  packages,
});

/** What the browser for the recipient's page is called, in order of preference. */
export const chromiumNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
] as const;

/** A desktop without a screen, with the parts the tests and the demo use: see scripts/desktop. */
export const desktopRequirements: readonly Requirement[] = [
  program(['Xvfb'], ['xvfb']),
  program(['dbus-daemon'], ['dbus-daemon', 'dbus']),
  program(['dbus-send'], ['dbus-bin', 'dbus']),
  program(['gnome-keyring-daemon'], ['gnome-keyring']),
  program(['xclip'], ['xclip']),
  // A window manager, a panel with a tray, real key presses, and the tray asked over D-Bus.
  program(['openbox'], ['openbox']),
  program(['xfce4-panel'], ['xfce4-panel']),
  program(['xdotool'], ['xdotool']),
  // Shows the notifications of the system, for a test to read and to click.
  program(['dunst'], ['dunst']),
  program(['busctl'], ['systemd']),
  // A history of the clipboard; what it keeps is not looked at without it.
  { ...program(['copyq'], ['copyq']), optional: true },
  program(
    ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    ['chromium', 'chromium-browser'],
  ),
  // The same without a browser around its pages, for the component tests; the browser does where there is none.
  { ...program(['chromium-headless-shell'], ['chromium-headless-shell']), optional: true },
  // The other browser for the recipient's page; its tests are skipped without it.
  { ...program(['firefox-esr', 'firefox'], ['firefox-esr', 'firefox']), optional: true },
  {
    find: { debianPackage: ['fonts-inter', 'fonts-cantarell'] },
    packages: ['fonts-inter', 'fonts-cantarell'],
  },
  { find: { debianPackage: ['fonts-noto-color-emoji'] }, packages: ['fonts-noto-color-emoji'] },
];

/** What compiling `keytar` takes. */
export const keytarBuildRequirements: readonly Requirement[] = [
  program(['make'], ['make']),
  program(['g++', 'c++'], ['g++']),
  program(['python3'], ['python3']),
  program(['pkg-config'], ['pkg-config']),
  { find: { debianPackage: ['libsecret-1-dev'] }, packages: ['libsecret-1-dev'] },
];
