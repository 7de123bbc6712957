/** The desktop's keychain, locked and unlocked as a person would. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { waitForName } from '../../scripts/desktop/bus.ts';

const NAME = 'org.freedesktop.secrets';
const SECRETS = '/org/freedesktop/secrets';

const ask = (destination: string, object: string, method: string, ...args: readonly string[]): string =>
  execFileSync(
    'dbus-send',
    ['--session', '--print-reply', `--dest=${destination}`, object, method, ...args],
    {
      encoding: 'utf8',
    },
  );

export const isKeychainLocked = (): boolean =>
  ask(
    ...([NAME, `${SECRETS}/collection/login`, 'org.freedesktop.DBus.Properties.Get'] as const),
    'string:org.freedesktop.Secret.Collection',
    'string:Locked',
  ).includes('boolean true');

export const lockKeychain = (): void => {
  ask(
    ...([NAME, SECRETS, 'org.freedesktop.Secret.Service.Lock'] as const),
    `array:objpath:${SECRETS}/collection/login`,
  );
};

/** Ours, in the place of the one the desktop began with. */
let daemon: ChildProcess | null = null;

/** It asks a person, and there is none: so by a new daemon, which is given the desktop's password as at a login. */
export async function unlockKeychain(): Promise<void> {
  const [, pid] =
    /uint32 (\d+)/.exec(
      ask(
        ...(['org.freedesktop.DBus', '/org/freedesktop/DBus'] as const),
        ...(['org.freedesktop.DBus.GetConnectionUnixProcessID', `string:${NAME}`] as const),
      ),
    ) ?? [];
  const before = daemon === null ? Promise.resolve() : once(daemon, 'exit');
  process.kill(Number(pid), 'SIGKILL');
  await before;
  const args = ['--unlock', '--foreground', '--components=secrets'];
  const child = spawn('gnome-keyring-daemon', args, { stdio: ['pipe', 'ignore', 'ignore'] });
  daemon = child;
  child.stdin.end('throw-away');
  if (!(await waitForName(NAME, process.env, () => child.exitCode === null)) || isKeychainLocked())
    throw new Error('the keychain was not unlocked');
}

export const endKeychain = (): void => void daemon?.kill();
