import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { err, ok, type Result } from '../../src/core/result.ts';
import { findOnPath } from '../lib/process.ts';

/** How long a server of the session may take to come up, in milliseconds. */
export const startLimit = 15_000;

export interface SessionFailure {
  readonly reason: string;
}

const field = (value: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length);
  return Buffer.concat([length, value]);
};

/**
 * One entry of an Xauthority file (libXau, Xauth(3)): family, address, display, scheme and data, lengths and
 * numbers in big-endian 16 bit. Family 0xFFFF with empty address and display matches any, which lets the
 * file be written before the server has chosen its display number.
 */
export const authorityFile = (cookie: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xff]),
    field(Buffer.alloc(0)),
    field(Buffer.alloc(0)),
    field(Buffer.from('MIT-MAGIC-COOKIE-1')),
    field(cookie),
  ]);

/** The first line a server writes to one of its pipes; undefined when it ends or stays silent. */
export const firstLine = (child: ChildProcess, pipe: Readable): Promise<string | undefined> =>
  new Promise((resolve) => {
    let text = '';
    const finish = (line: string | undefined): void => {
      clearTimeout(limit);
      resolve(line);
    };
    const limit = setTimeout(() => {
      finish(undefined);
    }, startLimit);
    child.once('error', () => {
      finish(undefined);
    });
    child.once('exit', () => {
      finish(undefined);
    });
    pipe.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end >= 0) finish(text.slice(0, end));
    });
  });

/**
 * Starts a server of the session: away from the terminal, so that Ctrl-C ends the command first and the
 * servers after it, and, where `setpriv` exists, ended by the kernel when we are killed without warning.
 * @param pipes file descriptor 0 (for the password of a keyring) and 3 (for what the server tells) are pipes
 */
export const startServer = (
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): ChildProcess => {
  const setpriv = findOnPath('setpriv');
  const [command, all] =
    setpriv === undefined ? [program, args] : [setpriv, ['--pdeathsig', 'TERM', '--', program, ...args]];
  const child = spawn(command, all, { env, detached: true, stdio: ['pipe', 'ignore', 'ignore', 'pipe'] });
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  return child;
};

export interface Display {
  readonly child: ChildProcess;
  readonly env: NodeJS.ProcessEnv;
}

/** Starts a virtual screen of our own that only holders of its cookie may look at. */
export const startDisplay = async (
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Result<Display, SessionFailure>> => {
  const authority = join(folder, 'Xauthority');
  writeFileSync(authority, authorityFile(randomBytes(16)), { mode: 0o600 });
  const screen = ['-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-auth', authority, '-displayfd', '3'];
  const child = startServer('Xvfb', screen, env);
  const pipe = child.stdio[3];
  const number = pipe ? await firstLine(child, pipe as Readable) : undefined;
  if (number === undefined) return err({ reason: 'Xvfb did not start' });
  return ok({ child, env: { DISPLAY: `:${number}`, XAUTHORITY: authority, XDG_SESSION_TYPE: 'x11' } });
};
