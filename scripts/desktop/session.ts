import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '../../src/core/result.ts';
import { findOnPath } from '../lib/process.ts';
import { startBus, waitForName } from './bus.ts';
import { type SessionFailure, startDisplay, startServer } from './display.ts';

export type Session = {
  /** The whole environment for a program that is to run in the session. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends everything that was started, last first, and removes the throw-away home. */
  readonly stop: () => Promise<void>;
};

export type SessionOptions = {
  /** Whether the session has a Secret Service, unlocked. */
  readonly keyring: boolean;
};

/** Variables of the person's own desktop that would lead a program out of the private one. */
const foreign = [
  'WAYLAND_DISPLAY',
  'XDG_CURRENT_DESKTOP',
  'DESKTOP_SESSION',
  'GNOME_KEYRING_CONTROL',
  'SESSION_MANAGER',
];

/** The display the person wants to be used instead of a virtual one, when it was asked for. */
const ownDisplay = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv | undefined => {
  if (env['ENIGMACRYPT_USE_DISPLAY'] !== '1') return undefined;
  const wayland = env['WAYLAND_DISPLAY'];
  if (wayland === undefined) return env['DISPLAY'] === undefined ? undefined : {};
  // A relative name is looked up in XDG_RUNTIME_DIR, which is another one inside the session.
  return { WAYLAND_DISPLAY: isAbsolute(wayland) ? wayland : join(env['XDG_RUNTIME_DIR'] ?? '', wayland) };
};

/**
 * A home that is thrown away: nothing a program leaves there, a keyring above all, reaches the person's own.
 * Only the cache (of downloads) and npm's settings stay the person's.
 */
const throwAwayHome = (folder: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const home = env['HOME'] ?? homedir();
  const make = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  return {
    HOME: make('home'),
    XDG_CONFIG_HOME: make('home/.config'),
    XDG_DATA_HOME: make('home/.local/share'),
    XDG_STATE_HOME: make('home/.local/state'),
    XDG_RUNTIME_DIR: make('runtime'),
    XDG_CACHE_HOME: env['XDG_CACHE_HOME'] ?? join(home, '.cache'),
    npm_config_userconfig: env['npm_config_userconfig'] ?? join(home, '.npmrc'),
    XDG_SESSION_TYPE: 'x11',
  };
};

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const end = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGTERM');
  for (let waited = 0; waited < 2_000 && !ended(child); waited += 20) await wait(20);
  if (!ended(child)) child.kill('SIGKILL');
};

/** A Secret Service with a keyring of its own, unlocked by a password that protects nothing. */
const startKeyring = async (env: NodeJS.ProcessEnv): Promise<Result<ChildProcess, SessionFailure>> => {
  const child = startServer(
    'gnome-keyring-daemon',
    ['--unlock', '--foreground', '--components=secrets'],
    env,
  );
  child.stdin?.end('throw-away');
  if (await waitForName('org.freedesktop.secrets', env)) return ok(child);
  await end(child);
  return err({ reason: 'gnome-keyring-daemon did not offer a Secret Service' });
};

/**
 * Starts a desktop without a screen: a virtual display, a session bus, a Secret Service and, where one is
 * installed, a window manager, all private to it.
 */
export const startSession = async (
  options: SessionOptions,
  outside: NodeJS.ProcessEnv = process.env,
): Promise<Result<Session, SessionFailure>> => {
  const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-desktop-'));
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const child of children.reverse()) await end(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const kept = Object.entries(outside).filter(([name]) => !foreign.includes(name));
  let env: NodeJS.ProcessEnv = { ...Object.fromEntries(kept), ...throwAwayHome(folder, outside) };
  const add = (part: { readonly child: ChildProcess; readonly env: NodeJS.ProcessEnv }): void => {
    children.push(part.child);
    env = { ...env, ...part.env };
  };
  const own = ownDisplay(outside);
  const display = own === undefined ? await startDisplay(folder, env) : undefined;
  if (display?.ok === true) add(display.value);
  env = { ...env, ...own };
  const bus = display?.ok === false ? display : await startBus(folder, env);
  if (bus.ok) add(bus.value);
  const keyring = bus.ok && options.keyring ? await startKeyring(env) : undefined;
  if (keyring?.ok === true) children.push(keyring.value);
  const failed = [bus, keyring].find((part) => part?.ok === false);
  if (failed?.ok === false) {
    await stop();
    return failed;
  }
  const manager = own === undefined ? findOnPath('openbox') : undefined;
  if (manager !== undefined) children.push(startServer(manager, ['--sm-disable'], env));
  return ok({ env, stop });
};
