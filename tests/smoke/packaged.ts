/** The packaged program as a process, seen from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { leaveIntroductionBehind } from '../e2e/support/past-introduction.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Packaged {
  readonly child: ChildProcess;
  /** What it wrote to the terminal. */
  output(): string;
  /** Its log, as far as it is written. */
  log(): string;
  /** Settles with its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

export function start(
  program: string,
  userData: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Packaged {
  leaveIntroductionBehind(userData);
  const child = spawn(program, [`--user-data-dir=${userData}`, ...args], {
    env: { ...process.env, LANG: 'en_US.UTF-8', LANGUAGE: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return {
    child,
    output: () => output,
    log() {
      try {
        return readFileSync(join(userData, 'data', 'log', 'events.jsonl'), 'utf8');
      } catch {
        return '';
      }
    },
    ended: new Promise((resolve) => {
      child.once('close', (code) => {
        resolve(code);
      });
    }),
  };
}

/** The renderer processes that belong to one program, each with its state of seccomp (2: filtered). */
export function renderersOf(userData: string): readonly { readonly pid: string; readonly seccomp: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        if (!command.includes('--type=renderer') || !command.includes(userData)) return [];
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        return [{ pid, seccomp: /^Seccomp:\s+(\d)/m.exec(status)?.[1] ?? '?' }];
      } catch {
        // It ended while it was looked at.
        return [];
      }
    });
}
