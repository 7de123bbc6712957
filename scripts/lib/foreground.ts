import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** The exit code a shell would report for how a child ended. */
export const exitCodeOf = (code: number | null, signal: NodeJS.Signals | null): number =>
  code ?? (signal === null ? 1 : 128 + constants.signals[signal]);

/**
 * Calls back once when the npm that runs us is gone: a signal ends npm and its shell without reaching us.
 * @returns stops watching
 */
const whenOrphaned = (react: () => void): (() => void) => {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32')
    return () => undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    react();
  }, 500);
  return () => {
    clearInterval(watch);
  };
};

/**
 * Runs a command in this terminal as if it had been started there: its exit code is ours, a signal sent to
 * us reaches it. Ctrl-C reaches it anyway (same terminal), so then we only stay alive until it has finished.
 */
export const runInForeground = (
  command: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { env: process.env, ...options, stdio: 'inherit' });
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    const interrupt = (): void => {
      if (!process.stdin.isTTY) forward('SIGINT');
    };
    process.on('SIGINT', interrupt).on('SIGTERM', forward).on('SIGHUP', forward);
    const stopWatching = whenOrphaned(() => {
      forward('SIGTERM');
    });
    const finish = (code: number): void => {
      stopWatching();
      process.off('SIGINT', interrupt).off('SIGTERM', forward).off('SIGHUP', forward);
      resolve(code);
    };
    child.once('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      finish(127);
    });
    child.once('close', (code, signal) => {
      finish(exitCodeOf(code, signal));
    });
  });
