import { spawn } from 'node:child_process';
import { accessSync, constants as fsConstants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Finished {
  /** Exit code; null when a signal ended it or it could not be started. */
  readonly code: number | null;
  readonly stdout: string;
  /** What it wrote to stderr, or why it could not be started. */
  readonly stderr: string;
  readonly timedOut: boolean;
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Milliseconds after which it is ended. */
  readonly timeLimit?: number;
  /** 'collect' keeps the output for the caller; 'show' passes it on to this terminal. */
  readonly output?: 'collect' | 'show';
}

/** Runs a command to its end. Never throws: not being able to start is told in `stderr` with code null. */
export const run = (command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> =>
  new Promise((resolve) => {
    const output = options.output === 'show' ? 'inherit' : 'pipe';
    const child = spawn(command, args, {
      env: options.env ?? process.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      stdio: ['ignore', output, output],
    });
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    const limit =
      options.timeLimit === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, options.timeLimit);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const finish = (code: number | null): void => {
      clearTimeout(limit);
      resolve({ code, stdout, stderr, timedOut });
    };
    child.once('error', (error) => {
      stderr += error.message;
      finish(null);
    });
    child.once('close', finish);
  });

/** The full path of a program on the PATH; undefined when there is none. */
export const findOnPath = (
  program: string,
  path = `${process.env['PATH'] ?? ''}${delimiter}/usr/sbin${delimiter}/sbin`,
): string | undefined =>
  path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, program))
    .find((candidate) => {
      try {
        accessSync(candidate, fsConstants.X_OK);
        return statSync(candidate).isFile();
      } catch {
        return false;
      }
    });

/** The first of several programs that is on the PATH. */
export const findProgram = (names: readonly string[]): string | undefined =>
  names.map((name) => findOnPath(name)).find((path) => path !== undefined);

export const isRoot = (): boolean => process.getuid?.() === 0;
