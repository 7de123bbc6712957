/** Starting with the session, as the desktop does it: by the file the program has left for it. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPanel, TRAY_WATCHER } from '../../scripts/desktop/panel.ts';
import { press, until, windowsOf, write } from './keyboard.ts';

const CLASS = 'enigmacrypt-desktop';
const config = process.env['XDG_CONFIG_HOME'] ?? '';
const file = join(config, 'autostart', 'enigmacrypt-desktop.desktop');

/** Switches it on in the program that has the keyboard, by the command palette. */
export async function switchOn(): Promise<void> {
  assert.equal(existsSync(file), false, 'it was on from the beginning');
  press('ctrl+k');
  await until('the file for the session', () => {
    press('ctrl+a');
    write('session without a window');
    press('Return');
    return existsSync(file);
  });
}

/** Starts what the file says in a desktop with a tray: no window shows, and the tray has the program. */
export async function startAsTheSessionDoes(program: string): Promise<void> {
  const entry = readFileSync(file, 'utf8');
  assert.match(entry, /^\[Desktop Entry\]\nType=Application\n/);
  const command = /^Exec=(.*)$/m.exec(entry)?.[1] ?? '';
  assert.equal(command, `"${program}" --hidden`);
  const panel = await startPanel();
  // A path without anything that has to be escaped reads the same to a shell.
  const child = spawn('/bin/sh', ['-c', `exec ${command}`], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  try {
    await until('its icon in the tray', () => itemsInTray().includes('StatusNotifierItem'));
    const log = join(config, 'EnigmaCrypt Desktop', 'data', 'log', 'events.jsonl');
    await until('the built-in service', () => /"code":"(listening|resting)"/.test(readFileSync(log, 'utf8')));
    assert.deepEqual(windowsOf(CLASS), [], 'a window has shown');
    child.kill('SIGTERM');
    await ended;
  } finally {
    if (child.exitCode === null) child.kill('SIGKILL');
    panel.stop();
  }
}

const itemsInTray = (): string =>
  execFileSync(
    'dbus-send',
    [
      ...['--session', '--print-reply', `--dest=${TRAY_WATCHER}`, '/StatusNotifierWatcher'],
      ...['org.freedesktop.DBus.Properties.Get', `string:${TRAY_WATCHER}`],
      'string:RegisteredStatusNotifierItems',
    ],
    { encoding: 'utf8' },
  );
