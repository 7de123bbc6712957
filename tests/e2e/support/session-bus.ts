/** The session bus of the test's own desktop. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The argument by which `busctl` finds it. */
export const sessionBus = (): string => `--address=${process.env['DBUS_SESSION_BUS_ADDRESS'] ?? ''}`;

/** @returns what was answered, as busctl writes it; null for nothing */
export async function bus(...args: readonly string[]): Promise<unknown> {
  const { stdout } = await run('busctl', [sessionBus(), '--json=short', '--', ...args]);
  return stdout.trim() === '' ? null : (JSON.parse(stdout) as { data: unknown }).data;
}

export async function hasOwner(name: string): Promise<boolean> {
  const dbus = 'org.freedesktop.DBus';
  const data = await bus('call', dbus, '/org/freedesktop/DBus', dbus, 'NameHasOwner', 's', name);
  return (data as [boolean])[0];
}
