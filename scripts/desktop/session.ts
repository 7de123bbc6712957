import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '../../src/core/result.ts';
import { findOnPath } from '../lib/process.ts';
import { startBus, waitForName } from './bus.ts';
import { type SessionFailure, startDisplay, startServer } from './display.ts';

export interface Session {
  /** The whole environment for a program that is to run in the session. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends everything that was started, last first, and removes the throw-away home. */
  readonly stop: () => Promise<void>;
}

export interface SessionOptions {
  /** Whether the session has a Secret Service, unlocked. */
  readonly keyring: boolean;
}

/** Variables of the person's own desktop that would lead a program out of the private one. */
export const foreign = [
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
  // Both are looked for in places that are others inside the session: the home, XDG_RUNTIME_DIR.
  if (wayland === undefined) {
    const authority = env['XAUTHORITY'] ?? join(env['HOME'] ?? homedir(), '.Xauthority');
    return env['DISPLAY'] === undefined ? undefined : { XAUTHORITY: authority };
  }
  return { WAYLAND_DISPLAY: isAbsolute(wayland) ? wayland : join(env['XDG_RUNTIME_DIR'] ?? '', wayland) };
};

/**
 * The interface's face in pictures: without a desktop's own choice the one that comes first in the alphabet
 * of defaults would be taken.
 */
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <alias><family>system-ui</family><prefer><family>Inter</family><family>Cantarell</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Inter</family><family>Cantarell</family></prefer></alias>
</fontconfig>
`;

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
  const config = make('home/.config');
  writeFileSync(join(make('home/.config/fontconfig'), 'fonts.conf'), fonts);
  return {
    HOME: make('home'),
    XDG_CONFIG_HOME: config,
    XDG_DATA_HOME: make('home/.local/share'),
    XDG_STATE_HOME: make('home/.local/state'),
    XDG_RUNTIME_DIR: make('runtime'),
    XDG_CACHE_HOME: env['XDG_CACHE_HOME'] ?? join(home, '.cache'),
    npm_config_userconfig: env['npm_config_userconfig'] ?? join(home, '.npmrc'),
  };
};

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const end = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGTERM');
  for (let waited = 0; waited < 2_000 && !ended(child); waited += 20) await wait(20);
  if (!ended(child)) child.kill('SIGKILL');
};

/** One part of the session: a server, and what programs have to know to find it. */
type Part = Result<{ readonly child: ChildProcess; readonly env: NodeJS.ProcessEnv }, SessionFailure>;

/** A Secret Service with a keyring of its own, unlocked by a password that protects nothing. */
const startKeyring = async (env: NodeJS.ProcessEnv): Promise<Part> => {
  const child = startServer(
    'gnome-keyring-daemon',
    ['--unlock', '--foreground', '--components=secrets'],
    env,
  );
  child.stdin?.end('throw-away');
  if (await waitForName('org.freedesktop.secrets', env, () => !ended(child))) return ok({ child, env: {} });
  await end(child);
  return err({ reason: 'gnome-keyring-daemon did not offer a Secret Service' });
};

/** The parts in the order they are started: each finds those before it in its environment. */
const partsOf = (
  folder: string,
  own: boolean,
  { keyring }: SessionOptions,
): readonly ((env: NodeJS.ProcessEnv) => Promise<Part>)[] => {
  const manager = findOnPath('openbox');
  const startManager = (program: string, env: NodeJS.ProcessEnv): Promise<Part> =>
    Promise.resolve(ok({ child: startServer(program, ['--sm-disable'], env), env: {} }));
  return [
    ...(own ? [] : [(env: NodeJS.ProcessEnv) => startDisplay(folder, env)]),
    (env) => startBus(folder, env),
    ...(keyring ? [startKeyring] : []),
    ...(own || manager === undefined ? [] : [(env: NodeJS.ProcessEnv) => startManager(manager, env)]),
  ];
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
  const own = ownDisplay(outside);
  const kept = Object.entries(outside).filter(([name]) => !foreign.includes(name));
  let env = { ...Object.fromEntries(kept), ...throwAwayHome(folder, outside), ...own };
  for (const start of partsOf(folder, own !== undefined, options)) {
    const part = await start(env);
    if (!part.ok) {
      await stop();
      return part;
    }
    children.push(part.value.child);
    env = { ...env, ...part.value.env };
  }
  return ok({ env, stop });
};
