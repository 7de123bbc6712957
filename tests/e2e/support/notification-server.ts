/** The notifications of a desktop, in the test's own session: a real server, read over D-Bus and clicked by pointer. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { hasOwner, sessionBus } from './session-bus.ts';

const run = promisify(execFile);
const SERVER = 'org.freedesktop.Notifications';

export interface ShownNotification {
  readonly title: string;
  readonly body: string;
  /** Everything the program handed to the system with it. */
  readonly everything: string;
}

export interface NotificationServer {
  /** Every one so far, oldest first. */
  readonly shown: readonly ShownNotification[];
  /** Clicks the newest one that is on the screen. */
  click(): Promise<void>;
  stop(): void;
}

/** A click does what the notification offers; nothing goes away by itself. */
const CONFIGURATION = `[global]
  origin = top-right
  offset = 20x40
  width = 320
  notification_limit = 1
  mouse_left_click = do_action, close_current
[urgency_low]
  timeout = 0
[urgency_normal]
  timeout = 0
`;

/** Notify(app_name, replaces_id, app_icon, summary, body, actions, hints, expire_timeout) of the Desktop Notifications Specification 1.2. */
const notifyCall = z.object({
  type: z.literal('method_call'),
  member: z.literal('Notify'),
  payload: z.object({
    data: z.tuple([z.string(), z.number(), z.string(), z.string(), z.string()]).rest(z.unknown()),
  }),
});

export async function startNotificationServer(): Promise<NotificationServer> {
  const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-notifications-'));
  const file = join(folder, 'dunstrc');
  writeFileSync(file, CONFIGURATION);
  const shown: ShownNotification[] = [];
  const children: ChildProcess[] = [spawn('dunst', ['-conf', file], { stdio: 'ignore' })];
  await expect.poll(() => hasOwner(SERVER)).toBe(true);
  children.push(await watchCalls(shown));
  return {
    shown,
    async click() {
      const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--class', 'Dunst']);
      const window = stdout.trim().split('\n').at(-1) ?? '';
      await run('xdotool', ['mousemove', '--window', window, '40', '20', 'click', '1']);
    },
    stop() {
      for (const child of children.reverse()) child.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Answers once the bus lets it listen. */
async function watchCalls(shown: ShownNotification[]): Promise<ChildProcess> {
  const match = `--match=type='method_call',interface='${SERVER}',member='Notify'`;
  const child = spawn('busctl', [sessionBus(), '--json=short', match, 'monitor'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  createInterface(child.stdout).on('line', (line) => {
    const call = notifyCall.safeParse(JSON.parse(line));
    if (!call.success) return;
    const [, , , title, body] = call.data.payload.data;
    shown.push({ title, body, everything: line });
  });
  await new Promise<void>((resolve) => {
    // "Monitoring bus message stream."
    child.stderr.once('data', () => {
      resolve();
    });
    child.once('exit', () => {
      resolve();
    });
  });
  return child;
}
