/** Xfce's panel with its tray, in the session this process runs in. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { waitForName } from './bus.ts';

/** What a tray is called on the bus. */
export const TRAY_WATCHER = 'org.kde.StatusNotifierWatcher';

export interface Panel {
  stop(): void;
}

/** @throws when it does not come up */
export async function startPanel(env: NodeJS.ProcessEnv = process.env): Promise<Panel> {
  const children: ChildProcess[] = [];
  const stop = (): void => {
    for (const child of children.reverse()) child.kill();
  };
  const start = async (program: string, args: readonly string[], name: string): Promise<void> => {
    const child = spawn(program, args, { env, stdio: 'ignore' });
    children.push(child);
    if (await waitForName(name, env, () => child.exitCode === null)) return;
    stop();
    throw new Error(`${program} did not come up: nobody is ${name} on the bus.`);
  };
  const settings = findSettingsDaemon();
  if (settings !== undefined) await start(settings, [], 'org.xfce.Xfconf');
  await start('xfce4-panel', ['--disable-wm-check'], TRAY_WATCHER);
  return { stop };
}

/** Where Debian and others put the panel's settings daemon, which this session's bus does not start by itself. */
function findSettingsDaemon(): string | undefined {
  const folders = readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/xfce4/xfconf/xfconfd`);
  return [...folders, '/usr/lib/xfce4/xfconf/xfconfd', '/usr/libexec/xfconfd'].find((path) =>
    existsSync(path),
  );
}
