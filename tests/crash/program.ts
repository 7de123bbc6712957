import { type ChildProcess, spawn } from 'node:child_process';
import { leaveIntroductionBehind } from '../e2e/support/past-introduction.ts';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { type CallInput, type CallOutput, calls } from '../../src/shared/bridge/contract.ts';
import { BRIDGE_KEY, type CallName } from '../../src/shared/bridge/names.ts';
import { electronPath } from '../e2e/support/electron-path.ts';
import { connectToWindow, type DevTools } from './devtools.ts';
import type { SealedSecret } from './secrets.ts';

const root = resolve(import.meta.dirname, '../..');
const START_MS = 30_000;
const GONE_MS = 10_000;

export interface RunningProgram {
  /** Of the process that leads all the others. */
  readonly pid: number;
  /** Over the bridge, as the window itself would. Rejects when the program dies before it has answered. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** SIGKILL to every process of the program at once. Resolves when none is left. */
  kill(): Promise<void>;
  /** Closes its window, as a person would, and waits until it has ended. */
  quit(): Promise<void>;
}

/** Where the program keeps what this is about. */
export const placesIn = (userData: string) => ({
  ledger: join(userData, 'data', 'ledger.db'),
  service: join(userData, 'data', 'service', 'messages.db'),
});

/** Leaders of the groups of what has been started and is not yet gone: nothing outlives the run. */
const groups = new Set<number>();
process.once('exit', () => {
  for (const leader of groups) if (isGroupAlive(leader)) process.kill(-leader, 'SIGKILL');
});

/** Starts the built program on a folder. Resolves as soon as its window has the bridge. */
export async function startProgram(userData: string): Promise<RunningProgram> {
  // The budget outlives restarts. It is for people, who do not send a thousand secrets in a quarter of an hour.
  rmSync(join(userData, 'data', 'budget.json'), { force: true });
  leaveIntroductionBehind(userData);
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    electronPath(),
    ['--remote-debugging-port=0', ...noSandbox, root, `--user-data-dir=${userData}`],
    // Detached: the leader of a group of its own, in which all its processes are.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: environment() },
  );
  if (child.pid === undefined) throw new Error('the program cannot be started');
  groups.add(child.pid);
  try {
    const window = await connectToWindow(await devToolsOf(child), 'app://', START_MS);
    await untilBridged(window);
    return running(child, child.pid, window);
  } catch (problem) {
    await killAll(child);
    throw problem;
  }
}

function running(child: ChildProcess, pid: number, window: DevTools): RunningProgram {
  return {
    pid,
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
      // JSON knows no `undefined`, which is what calls without input are given.
      const value = input === undefined ? 'undefined' : JSON.stringify(input);
      const answer = await window.evaluate(`${BRIDGE_KEY}.calls[${JSON.stringify(name)}](${value})`);
      // TypeScript does not connect the schema that N chooses with the type that N chooses.
      return calls[name].output.parse(answer) as CallOutput<N>;
    },
    kill: () => killAll(child),
    async quit() {
      const ended = once(child, 'exit');
      window.closeWindow();
      await Promise.race([ended, wait(GONE_MS, undefined, { ref: false })]);
      if (!hasEnded(child)) throw new Error('the program did not end by itself');
      if (child.pid !== undefined) await untilGone(child.pid);
    },
  };
}

export const sendInput = ({ name, envelope }: SealedSecret): CallInput<'shares.send'> => ({
  accountId: 'builtin',
  name,
  envelope,
  policy: { expiresAt: null, maxAccess: 1 },
});

/** The origin that Chromium writes to standard error; of what follows there only bugs are shown. */
async function devToolsOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('the program has no standard error');
  const lines = createInterface({ input: child.stderr });
  const origin = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, host] = /^DevTools listening on ws:\/\/([^/]+)\//.exec(line) ?? [];
      if (host !== undefined) resolve(`http://${host}`);
      // A bug that was caught is one all the same.
      if (/^uncaught: |^ {4}at /.test(line)) console.error(line);
    });
    lines.once('close', () => {
      reject(new Error('the program ended before it had a window'));
    });
  });
  const limit = wait(START_MS, undefined, { ref: false });
  return Promise.race([origin, limit.then(() => Promise.reject(new Error('the program does not start')))]);
}

async function untilBridged(window: DevTools): Promise<void> {
  for (let waited = 0; waited < START_MS; waited += 10) {
    // Between the empty page and our own there is nothing to evaluate in.
    const found = await window.evaluate(`typeof ${BRIDGE_KEY}`).catch(() => 'undefined');
    if (found === 'object') return;
    await wait(10);
  }
  throw new Error('the window has no bridge');
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

async function killAll(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || hasEnded(child)) throw new Error('the program has ended by itself');
  const ended = once(child, 'exit');
  process.kill(-pid, 'SIGKILL');
  await ended;
  await untilGone(pid);
}

async function untilGone(leader: number): Promise<void> {
  for (let waited = 0; waited < GONE_MS; waited += 10) {
    if (!isGroupAlive(leader)) {
      groups.delete(leader);
      return;
    }
    await wait(10);
  }
  throw new Error('a process of the program is still there');
}

function isGroupAlive(leader: number): boolean {
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
}

function environment(): NodeJS.ProcessEnv {
  // A program under test must not be told to behave as Node.
  const entries = Object.entries(process.env).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE');
  return { ...Object.fromEntries(entries), LANG: 'en_US.UTF-8' };
}
