/**
 * What a release takes from whoever starts it. Chromium and Node know hundreds of switches, and some of them open a
 * program: to a debugger, to extensions, to another's proxy, to a log with everything that was sent. A release knows
 * the few that people need and does not start with any other.
 */

/** Switches of the program itself, and of Chromium those that concern the screen and the language alone. */
const KNOWN: ReadonlySet<string> = new Set([
  'hidden',
  'quick-share',
  'share-clipboard',
  // Where the program keeps its things; nothing of it is readable without the keychain.
  'user-data-dir',
  'lang',
  'force-device-scale-factor',
  'force-high-contrast',
  'force-renderer-accessibility',
  'disable-gpu',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'wayland-text-input-version',
]);

/** What macOS adds to a program that is started from the Finder or from Xcode. */
const FROM_MACOS = /^-(?:psn_|NS|Apple)/;

/**
 * The switches a release does not start with, without their values.
 *
 * @param argv as the system gave it, the program's own path first
 */
export function refusedSwitches(argv: readonly string[], platform: NodeJS.Platform): readonly string[] {
  const given = argv.slice(1);
  const end = given.indexOf('--');
  return (end < 0 ? given : given.slice(0, end))
    .filter((argument) => isSwitch(argument, platform))
    .map((argument) => argument.split('=')[0] ?? '')
    .filter((name) => !KNOWN.has(name.replace(/^(?:--?|\/)/, '').toLowerCase()));
}

/** Chromium takes one dash for two everywhere, and a slash for a dash on Windows. */
function isSwitch(argument: string, platform: NodeJS.Platform): boolean {
  if (platform === 'darwin' && FROM_MACOS.test(argument)) return false;
  return argument.startsWith('-') || (platform === 'win32' && /^\/\w/.test(argument));
}

/**
 * Variables that a release must not listen to: Electron's and Node's that the fuses leave, our own for development, and
 * the one that makes Chromium write the keys of its connections to a file. Taken out before anything reads them.
 */
const UNWELCOME = /^(?:ELECTRON_|NODE_|ENIGMACRYPT_|SSLKEYLOGFILE$|CHROME_LOG_FILE$|CHROME_HEADLESS$)/i;

export function forgetUnwelcome(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- only deleting takes it from the process
    if (UNWELCOME.test(name)) delete environment[name];
  }
}
