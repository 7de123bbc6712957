/** The desktop's keychain, locked and unlocked as a person would. */
import { execFileSync } from 'node:child_process';

const SECRETS = '/org/freedesktop/secrets';

const ask = (object: string, method: string, ...args: readonly string[]): string =>
  execFileSync(
    'dbus-send',
    ['--session', '--print-reply', '--dest=org.freedesktop.secrets', object, method, ...args],
    { encoding: 'utf8' },
  );

export const isKeychainLocked = (): boolean =>
  ask(
    `${SECRETS}/collection/login`,
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Collection',
    'string:Locked',
  ).includes('boolean true');

export const lockKeychain = (): void => {
  ask(SECRETS, 'org.freedesktop.Secret.Service.Lock', `array:objpath:${SECRETS}/collection/login`);
};

/** With the password that the desktop gave it. */
export const unlockKeychain = (): void => {
  execFileSync('gnome-keyring-daemon', ['--unlock'], {
    input: 'throw-away',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
};
