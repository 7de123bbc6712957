/** The clipboard and the keyboard as other programs have them. */
import { execFile, spawn } from 'node:child_process';

const ask = (program: string, args: readonly string[]): Promise<string | null> =>
  new Promise((resolve) => {
    execFile(program, args, { timeout: 5_000, encoding: 'utf8' }, (problem, output) => {
      resolve(problem === null ? output : null);
    });
  });

/** Null when it holds no text. */
export const readClipboard = (): Promise<string | null> => ask('xclip', ['-selection', 'clipboard', '-o']);
export const readPrimary = (): Promise<string | null> => ask('xclip', ['-selection', 'primary', '-o']);

export const clipboardFormats = async (): Promise<readonly string[]> =>
  ((await ask('xclip', ['-selection', 'clipboard', '-t', 'TARGETS', '-o'])) ?? '').trim().split('\n');

/** Another program copies. It answers whoever asks for as long as it has the clipboard. */
export async function writeClipboard(text: string): Promise<void> {
  const child = spawn('xclip', ['-selection', 'clipboard', '-i'], { stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.end(text);
  await new Promise((resolve) => child.once('exit', resolve));
}

/** A real key press, to whatever has the keys. */
export const pressKeys = async (keys: string): Promise<void> => {
  await ask('xdotool', ['key', '--clearmodifiers', keys]);
};
