/** Starting with the person's session, without a window. What the system says is what is so: nothing is stored here. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { App } from 'electron';
import type { ResidentState } from '../../shared/bridge/resident.ts';

export interface StartAtLogin {
  state(): ResidentState['startsAtLogin'];
  /** What is so afterwards is in `state`. */
  set(isOn: boolean): void;
}

/** For a program that the system has no lasting place to start from. */
export const notInstalled: StartAtLogin = { state: () => 'not-installed', set: () => undefined };

/** macOS and Windows keep a list of their own. */
export function systemList(app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>): StartAtLogin {
  const args = ['--hidden'];
  return {
    state: () => (app.getLoginItemSettings({ args }).openAtLogin ? 'on' : 'off'),
    set(isOn) {
      app.setLoginItemSettings({ openAtLogin: isOn, args });
    },
  };
}

export interface AutostartPlace {
  /** In `$XDG_CONFIG_HOME/autostart`. */
  readonly file: string;
  readonly executable: string;
  readonly name: string;
}

/** Linux: a file there, or none. Desktops that have a switch of their own for it write `Hidden=true` into it. */
export function autostartFile({ file, executable, name }: AutostartPlace): StartAtLogin {
  return {
    state: () => (isSwitchedOn(readText(file)) ? 'on' : 'off'),
    set(isOn) {
      if (!isOn) rmSync(file, { force: true });
      else if (isExecutable(executable)) writeWhole(file, autostartEntry(executable, name));
    },
  };
}

/**
 * A new version of an AppImage may have another name. Where what the session starts is gone, it starts this program
 * from now on; where it is still there, it is left alone, whatever it is.
 */
export function followMove({ file, executable, name }: AutostartPlace): void {
  const entry = readText(file);
  if (entry === null || !isSwitchedOn(entry) || !isExecutable(executable)) return;
  const started = readExecutable(entry);
  if (started !== null && !existsSync(started)) writeWhole(file, autostartEntry(executable, name));
}

/** What `quoteForExec` has written; null where somebody else wrote the line. */
export function readExecutable(entry: string): string | null {
  const quoted = /^Exec="(.*)" --hidden$/m.exec(entry)?.[1];
  if (quoted === undefined) return null;
  return quoted.replaceAll('%%', '%').replaceAll('\\\\', '\\').replaceAll(/\\(.)/g, '$1');
}

/** The file's text. https://specifications.freedesktop.org/autostart-spec and desktop-entry-spec */
export function autostartEntry(executable: string, name: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${quoteForExec(executable)} --hidden`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** A path on one line: a line feed in it would begin a key of its own. */
const isExecutable = (path: string): boolean => path.startsWith('/') && !/[\n\r]/.test(path);

/**
 * One argument of `Exec`: within quotes, with what a quoted argument must escape, the whole escaped once more as
 * every value of the file is, and `%`, which begins a field code, doubled.
 */
export function quoteForExec(argument: string): string {
  const quoted = `"${argument.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`;
  return quoted.replaceAll('\\', '\\\\').replaceAll('%', '%%');
}

function isSwitchedOn(entry: string | null): boolean {
  if (entry === null) return false;
  return !/^\s*(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im.test(entry);
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** The whole file or none: a session that starts meanwhile must not read half of it. */
function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.new`;
  const handle = openSync(temporary, 'w', 0o644);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
}
