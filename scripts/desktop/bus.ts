import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '../../src/core/result.ts';
import { run } from '../lib/process.ts';
import { firstLine, type SessionFailure, startLimit, startServer } from './display.ts';

/**
 * A session bus that starts nothing by itself: no directory of services is named, so no keyring, portal or
 * indexer of this machine appears in the session uninvited.
 */
const configuration = (socket: string): string => `<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

export interface Bus {
  readonly child: ChildProcess;
  readonly env: NodeJS.ProcessEnv;
}

export const startBus = async (
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Result<Bus, SessionFailure>> => {
  const file = join(folder, 'session.conf');
  writeFileSync(file, configuration(join(folder, 'bus')));
  const child = startServer('dbus-daemon', [`--config-file=${file}`, '--nofork', '--print-address=3'], env);
  const pipe = child.stdio[3];
  const address = pipe ? await firstLine(child, pipe as Readable) : undefined;
  if (address === undefined) return err({ reason: 'dbus-daemon did not start' });
  return ok({ child, env: { DBUS_SESSION_BUS_ADDRESS: address } });
};

/**
 * Waits until someone on the bus answers to a name.
 * @param hope whether it still makes sense to wait
 */
export const waitForName = async (
  name: string,
  env: NodeJS.ProcessEnv,
  hope: () => boolean,
): Promise<boolean> => {
  const question = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const deadline = Date.now() + startLimit;
  while (Date.now() < deadline && hope()) {
    const answer = await run(
      'dbus-send',
      [...question, 'org.freedesktop.DBus.NameHasOwner', `string:${name}`],
      { env, timeLimit: startLimit },
    );
    if (answer.stdout.includes('boolean true')) return true;
    await wait(50);
  }
  return false;
};
