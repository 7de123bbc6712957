/**
 * `npm run package [-- --release] [-- electron-builder's arguments]`: the program as people install it, by
 * default as an unpacked folder under dist/, from the Electron at hand and with no further download.
 */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildAll } from './lib/build.ts';
import { wrongFuses } from './lib/fuses.ts';
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

/** Where electron-builder leaves the unpacked program, as far as it is there. */
const unpackedPrograms = (): readonly string[] =>
  [
    ['linux-unpacked', 'enigmacrypt-desktop'],
    ['win-unpacked', 'EnigmaCrypt Desktop.exe'],
    ['mac', 'EnigmaCrypt Desktop.app'],
    ['mac-arm64', 'EnigmaCrypt Desktop.app'],
  ]
    .map((parts) => inProject('dist', ...parts))
    .filter((path) => existsSync(path));

/** Reads the fuses back from what was made: a packaged program without them must not leave this machine. */
const checkFuses = async (): Promise<boolean> => {
  const programs = unpackedPrograms();
  if (programs.length === 0) say('There is no packaged program under dist/.');
  const wrong: string[] = [];
  for (const program of programs) wrong.push(...(await wrongFuses(program)));
  if (wrong.length > 0) say(`These fuses are not as they must be: ${wrong.join(', ')}.`);
  return programs.length > 0 && wrong.length === 0;
};

const pack = async (electron: Electron, args: readonly string[]): Promise<number> => {
  if (!(await buildAll())) return 1;
  rmSync(inProject('dist'), { recursive: true, force: true });
  const distribution = withoutProgram(electron);
  const code = await runInForeground(
    process.execPath,
    [
      toolEntry('electron-builder'),
      '--config',
      inProject('electron-builder.yml'),
      ...(args.length > 0 ? args : ['--dir']),
      `-c.electronDist=${distribution}`,
      `-c.electronVersion=${electron.version}`,
      '--publish',
      'never',
    ],
    { cwd: projectRoot },
  );
  if (!electron.official) rmSync(distribution, { recursive: true, force: true });
  if (code !== 0 || !(await checkFuses())) return code === 0 ? 1 : code;
  say('The packaged program is under dist/, its fuses as they must be.');
  return 0;
};

const args = process.argv.slice(2);
const electron = await electronOrExit();
if (args.includes('--release') && !electron.official) {
  say(`A release is made of the official Electron only, and this is not one: ${electron.execPath}`);
  process.exitCode = 1;
} else {
  process.exitCode = await pack(
    electron,
    args.filter((arg) => arg !== '--release'),
  );
}
