/** The keyboard and the clipboard of the desktop, as another program has them. */
import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const xdotool = (...args: readonly string[]): string =>
  execFileSync('xdotool', [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** Presses one key or chord, e.g. `ctrl+Return`. */
export const press = (key: string): void => void xdotool('key', '--clearmodifiers', key);

export const write = (text: string): void => void xdotool('type', '--clearmodifiers', '--delay', '5', text);

/** Ids of the windows that are on screen and of a class. */
export function windowsOf(wmClass: string): readonly string[] {
  try {
    return xdotool('search', '--onlyvisible', '--class', wmClass).trim().split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

export const activate = (window: string): void => void xdotool('windowactivate', '--sync', window);

export const titleOf = (window: string): string => xdotool('getwindowname', window).trim();

export function clipboard(): string {
  try {
    return execFileSync('xclip', ['-selection', 'clipboard', '-o'], {
      encoding: 'utf8',
      timeout: 2_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

/** Empties the clipboard, so that what is found in it next was put there next. */
export const clearClipboard = (): void =>
  void execFileSync('xclip', ['-selection', 'clipboard', '-i', '/dev/null'], {
    stdio: 'ignore',
    timeout: 2_000,
  });

/** Tries until something is found. @throws when it is not, with what was waited for */
export async function until<T>(
  what: string,
  find: () => T | null | undefined | false,
  limit = 30_000,
): Promise<T> {
  const deadline = performance.now() + limit;
  while (performance.now() < deadline) {
    const found = find();
    if (found !== null && found !== undefined && found !== false) return found;
    await pause(100);
  }
  throw new Error(`waited in vain: ${what}`);
}
