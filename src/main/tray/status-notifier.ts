/**
 * Whether this desktop shows a tray at all. On Linux that is a name on the session bus; a program that hides
 * into a tray nobody shows is lost to its person. On Windows and macOS there always is one.
 */
import { execFile } from 'node:child_process';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const BUS = 'org.freedesktop.DBus';
const PATH = '/org/freedesktop/DBus';
const LIMIT_MS = 3_000;

/** Each of them is on most desktops; one is enough. */
const questions: readonly (readonly [string, readonly string[]])[] = [
  [
    'gdbus',
    ['call', '--session', '--dest', BUS, '--object-path', PATH, '--method', `${BUS}.NameHasOwner`, WATCHER],
  ],
  [
    'dbus-send',
    ['--session', '--print-reply', `--dest=${BUS}`, PATH, `${BUS}.NameHasOwner`, `string:${WATCHER}`],
  ],
  ['busctl', ['--user', 'call', BUS, PATH, BUS, 'NameHasOwner', 's', WATCHER]],
];

/** Not there when nobody can say. */
export async function hasTray(platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (platform !== 'linux') return true;
  for (const [program, args] of questions) {
    const answer = await ask(program, args);
    if (answer !== null) return answer;
  }
  return false;
}

/** Null when the program is not there or knows no bus. */
const ask = (program: string, args: readonly string[]): Promise<boolean | null> =>
  new Promise((resolve) => {
    execFile(program, args, { timeout: LIMIT_MS, encoding: 'utf8' }, (problem, output) => {
      resolve(problem === null ? /\btrue\b/.test(output) : null);
    });
  });
