/**
 * `npm run package [-- --release] [-- electron-builder's arguments]`: the program as people install it, by
 * default as an unpacked folder and a tar.gz under dist/, from the Electron at hand and with no further download.
 */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildAll } from './lib/build.ts';
import { wrongFuses } from './lib/fuses.ts';
import { inMib, listArchive, sizesOf, wrongInArchive } from './lib/package-contents.ts';
import { cacheFolder, inProject, projectRoot } from './lib/paths.ts';
import { runInForeground } from './lib/foreground.ts';
import { say } from './lib/say.ts';
import { toolEntry } from './lib/tool.ts';
import { electronOrExit } from './runtime/electron.ts';
import type { Electron } from './runtime/types.ts';

/** The folder that holds a whole distribution; on macOS the executable lies deep in a bundle. */
const distributionOf = ({ execPath }: Electron): string =>
  process.platform === 'darwin' ? join(dirname(execPath), '..', '..', '..') : dirname(execPath);

/**
 * A copy of an unofficial distribution without the program in its resources: Electron would start that one
 * before ours.
 */
const withoutProgram = (electron: Electron): string => {
  if (electron.official) return distributionOf(electron);
  const copy = join(cacheFolder(), `packaging-${electron.version}`);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(distributionOf(electron), copy, { recursive: true, verbatimSymlinks: true });
  rmSync(join(copy, 'resources', 'app'), { recursive: true, force: true });
  rmSync(join(copy, 'enigmacrypt-fallback.json'), { force: true });
  return copy;
};

/** Where electron-builder leaves the unpacked program, and where in it its code is. */
const unpacked = [
  { program: ['linux-unpacked', 'enigmacrypt-desktop'], code: ['linux-unpacked', 'resources', 'app.asar'] },
  { program: ['win-unpacked', 'EnigmaCrypt Desktop.exe'], code: ['win-unpacked', 'resources', 'app.asar'] },
  ...['mac', 'mac-arm64', 'mac-universal'].map((folder) => ({
    program: [folder, 'EnigmaCrypt Desktop.app'],
    code: [folder, 'EnigmaCrypt Desktop.app', 'Contents', 'Resources', 'app.asar'],
  })),
].map(({ program, code }) => ({ program: inProject('dist', ...program), code: inProject('dist', ...code) }));

/** Looks at what was made: what must not leave this machine is said. */
const checkPackages = async (): Promise<boolean> => {
  const made = unpacked.filter(({ program }) => existsSync(program));
  if (made.length === 0) say('There is no packaged program under dist/.');
  const wrong: string[] = [];
  for (const { program, code } of made) {
    const fuses = await wrongFuses(program);
    if (fuses.length > 0) wrong.push(`fuses not as they must be: ${fuses.join(', ')}`);
    wrong.push(...wrongInArchive(listArchive(code)));
    const { asarBytes, nativeBytes, packageBytes } = sizesOf(dirname(program), code);
    say(
      `${inMib(packageBytes)} MiB unpacked; of these the program's own code ${inMib(asarBytes)}, native modules ${inMib(nativeBytes)}.`,
    );
  }
  wrong.forEach((problem) => {
    say(problem);
  });
  return made.length > 0 && wrong.length === 0;
};

/** Debian's 7-Zip, with which archives are made without a download; not on the PATH under this name. */
const SEVEN_ZIP = '/usr/lib/p7zip/7za';

const RELEASE = '--release';

/** What is made where nothing else is asked for: what can be made here with no further download. */
const usualTargets = (): readonly string[] => {
  if (process.platform !== 'linux') return ['--dir'];
  if (existsSync(SEVEN_ZIP) || process.env['ELECTRON_BUILDER_7ZIP_PATH'] !== undefined)
    return ['--linux', 'dir', 'tar.gz', '--x64'];
  say('No tar.gz is made: that takes 7-Zip (on Debian: apt-get install p7zip-full).');
  return ['--linux', 'dir', '--x64'];
};

const pack = async (electron: Electron, given: readonly string[]): Promise<number> => {
  const isRelease = given.includes(RELEASE);
  const args = given.filter((arg) => arg !== RELEASE);
  if (!(await buildAll())) return 1;
  rmSync(inProject('dist'), { recursive: true, force: true });
  const distribution = withoutProgram(electron);
  const code = await runInForeground(
    process.execPath,
    [
      toolEntry('electron-builder'),
      '--config',
      inProject('electron-builder.yml'),
      ...(args.length > 0 ? args : usualTargets()),
      `-c.electronDist=${distribution}`,
      `-c.electronVersion=${electron.version}`,
      // Read by the program itself, which says so where it is not.
      `-c.extraMetadata.officialElectron=${String(electron.official)}`,
      // macOS and Windows: what nobody signed is not released.
      ...(isRelease ? ['-c.forceCodeSigning=true'] : []),
      ...['--publish', 'never'],
    ],
    {
      cwd: projectRoot,
      env: {
        ...process.env,
        ...(existsSync(SEVEN_ZIP) ? { ELECTRON_BUILDER_7ZIP_PATH: SEVEN_ZIP, ...process.env } : {}),
      },
    },
  );
  if (!electron.official) rmSync(distribution, { recursive: true, force: true });
  if (code !== 0) return code;
  if (!(await checkPackages())) return 1;
  say('The packages are under dist/, their fuses as they must be. `npm run smoke` starts what was packaged.');
  if (!electron.official)
    say('They hold an unofficial Electron, say so in the program, and are not for release.');
  return 0;
};

const args = process.argv.slice(2);
const electron = await electronOrExit();
if (args.includes(RELEASE) && !electron.official) {
  say(`A release is made of the official Electron only, and this is not one: ${electron.execPath}`);
  process.exitCode = 1;
} else {
  process.exitCode = await pack(electron, args);
}
